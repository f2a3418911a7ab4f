import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useRef, useState} from 'react'
import {preflight} from '../../ui/preflight'
import type {Part} from './company'

const MOST = 2_000_000

/** The picture in place of the name's initial: another one, or none. */
export function LogoLine({company, change, may}: Part) {
  const {t} = useLingui()
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  const send = async (file: File) => {
    setBusy(true)
    const {logo, why: refused} = file.size > MOST ? {why: t`A logo may have at most 2 MB.`} : await sendLogo(file)
    const [problem] = logo ? await change({logo}, {logo: company.logo ?? null}) : []
    setBusy(false)
    setWhy(logo ? (problem?.message ?? null) : (refused ?? t`The server does not answer. Nothing was changed.`))
  }
  return (
    <div className="logo-line">
      {company.logo ? (
        <img className="logo large" src={company.logo} alt={t`Logo`} />
      ) : (
        <span className="logo large" aria-hidden>
          {Array.from(company.name)[0]?.toUpperCase()}
        </span>
      )}
      {may ? (
        <div className="buttons">
          <Button variant="default" size="compact-md" loading={busy} onClick={() => field.current?.click()}>
            <Trans>Choose a logo…</Trans>
          </Button>
          {company.logo ? (
            <Button variant="subtle" size="compact-md" onClick={() => void change({logo: null}, {logo: company.logo})}>
              <Trans>Remove the logo</Trans>
            </Button>
          ) : null}
          <input
            ref={field}
            type="file"
            hidden
            accept="image/png,image/jpeg,image/webp"
            aria-label={t`Logo`}
            onChange={({target}) => {
              const [file] = Array.from(target.files ?? [])
              target.value = ''
              if (file) void send(file)
            }}
          />
          <p className="quiet">
            <Trans>PNG, JPEG or WebP, at most 2 MB.</Trans>
          </p>
        </div>
      ) : null}
      {why ? (
        <p className="trouble" role="alert">
          {why}
        </p>
      ) : null}
    </div>
  )
}

/** Its address when it is taken; why not otherwise, where somebody answered. */
async function sendLogo(file: File): Promise<{logo?: string; why?: string}> {
  try {
    const headers = {...preflight, accept: 'application/json', 'content-type': file.type || 'application/octet-stream'}
    const response = await fetch('/company/logo', {method: 'POST', body: file, headers})
    const told = (await response.json()) as {logo?: string; errors?: {message: string}[]}
    return response.ok ? {logo: told.logo} : {why: told.errors?.[0]?.message}
  } catch {
    return {}
  }
}
