import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {useClient} from 'urql'
import {
  type Captcha,
  SetSourceCredentialsDocument,
  type SourceRowFragment,
  UpdateSourceDocument,
} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {type Problem, problemsOf} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
import {useSay} from '../../ui/say'
import {Section} from '../../ui/section'
import {Select} from '../../ui/select'
import {Tag} from '../../ui/tag'

const fields = ['captcha', 'captchaSiteKey', 'captchaSecret']

/** Who tells people from robots, beside the puzzle that each form has anyway. */
export function Robots({source}: {source: SourceRowFragment}) {
  const {t} = useLingui()
  const {captcha, captchaSiteKey, hasCaptchaSecret} = source
  const [provider, setProvider] = useState<string>(captcha ?? '')
  const [siteKey, setSiteKey] = useState(captchaSiteKey ?? '')
  const [secret, setSecret] = useState('')
  const {save, problems, saving} = useCaptcha(source)
  const changed = provider !== (captcha ?? '') || siteKey.trim() !== (captchaSiteKey ?? '') || secret.trim() !== ''
  const keep = async () => {
    if (await save((provider || null) as Captcha | null, siteKey.trim(), secret.trim())) setSecret('')
  }
  return (
    <Section
      title={t`Robots`}
      lead={t`A puzzle that browsers solve unseen keeps most of them away. Where they come none the less, let a provider of captchas look too.`}
      aside={
        captcha && hasCaptchaSecret ? (
          <Tag tone="good">
            <Trans>asks a captcha</Trans>
          </Tag>
        ) : captcha ? (
          <Tag tone="warn">
            <Trans>no secret yet: no captcha is asked</Trans>
          </Tag>
        ) : null
      }
      foot={
        <Button size="compact-md" disabled={!changed} loading={saving} onClick={() => void keep()}>
          <Trans>Save</Trans>
        </Button>
      }
    >
      <div className="inside source-places">
        <Select label={t`Captcha`} value={provider} onValue={setProvider}>
          <option value="">{t`None`}</option>
          <option value="TURNSTILE">Cloudflare Turnstile</option>
          <option value="HCAPTCHA">hCaptcha</option>
          <option value="RECAPTCHA">{t`Google reCAPTCHA, with a box`}</option>
          <option value="RECAPTCHA_SCORE">{t`Google reCAPTCHA, unseen, by a score`}</option>
        </Select>
        {provider ? (
          <>
            <Field
              label={t`Site key`}
              dir="ltr"
              autoComplete="off"
              maxLength={200}
              value={siteKey}
              onValue={setSiteKey}
              why={whyOf(problems, 'captchaSiteKey')}
            />
            <Field
              label={t`Secret key`}
              type="password"
              dir="ltr"
              autoComplete="off"
              maxLength={4000}
              placeholder={hasCaptchaSecret ? t`Kept sealed. Type another one to replace it.` : undefined}
              value={secret}
              onValue={setSecret}
              why={whyOf(problems, 'captchaSecret')}
            />
          </>
        ) : null}
        <Refused problems={problems} fields={fields.slice(1)} />
      </div>
    </Section>
  )
}

/** First what is public, then the secret, where one was typed. */
function useCaptcha({id, version}: SourceRowFragment) {
  const {t} = useLingui()
  const say = useSay()
  const client = useClient()
  const [problems, setProblems] = useState<Problem[]>([])
  const [saving, setSaving] = useState(false)
  const unanswered = t`The server does not answer. Nothing was changed.`
  const send = async (captcha: Captcha | null, captchaSiteKey: string, captchaSecret: string): Promise<Problem[]> => {
    const input = {id, version, captcha, captchaSiteKey: captchaSiteKey || null}
    const answer = await client.mutation(UpdateSourceDocument, {input}).toPromise()
    const refused = problemsOf(answer, unanswered)
    if (refused.length || !captcha || !captchaSecret) return refused
    const entrusted = {id, version: answer.data?.updateSource.source?.version ?? version, captchaSecret}
    return problemsOf(await client.mutation(SetSourceCredentialsDocument, {input: entrusted}).toPromise(), unanswered)
  }
  const save = async (captcha: Captcha | null, siteKey: string, secret: string): Promise<boolean> => {
    setSaving(true)
    const refused = await send(captcha, siteKey, secret)
    setSaving(false)
    setProblems(refused)
    if (!refused.length) say(t`Saved`)
    return !refused.length
  }
  return {save, problems, saving}
}
