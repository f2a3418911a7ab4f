import './empty.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {Dialog, useInDialog} from './dialog'
import type {Problem} from './problems'

/** What was refused and belongs to no field that is shown; when a fresh sign-in is asked for, the way to it. */
export function Refused({problems, fields = []}: {problems: readonly Problem[]; fields?: readonly string[]}) {
  const stepUp = problems.find(({code}) => code === 'STEP_UP')
  const rest = problems.filter((one) => one !== stepUp && !(one.field && fields.includes(one.field)))
  return (
    <>
      {rest.map(({code, message}) => (
        <p key={code + message} className="trouble" role="alert">
          {message}
        </p>
      ))}
      {stepUp ? <Again problem={stepUp} /> : null}
    </>
  )
}

/** Dangerous acts ask who is here once more: at the sign-in host, and back to this place. */
function Again({problem}: {problem: Problem}) {
  const {t} = useLingui()
  const [shown, setShown] = useState<Problem | null>(problem)
  const [asked, setAsked] = useState(problem)
  if (asked !== problem) {
    setAsked(problem)
    setShown(problem)
  }
  const inside = useInDialog()
  const go = () => location.assign(againAt(location))
  if (inside)
    return (
      <div className="trouble" role="alert">
        <span>{problem.message}</span>
        <button type="button" onClick={go}>
          <Trans>Sign in once more</Trans>
        </button>
      </div>
    )
  if (!shown) return null
  return (
    <Dialog
      title={t`Sign in once more`}
      onClose={() => setShown(null)}
      footer={
        <>
          <Button variant="default" size="compact-md" onClick={() => setShown(null)}>
            <Trans>Not now</Trans>
          </Button>
          <Button size="compact-md" onClick={go}>
            <Trans>Sign in once more</Trans>
          </Button>
        </>
      }
    >
      <p>{shown.message}</p>
      <p className="quiet">
        <Trans>You come back to this page; what you were about to do was not done yet.</Trans>
      </p>
    </Dialog>
  )
}

/** The page of the sign-in host that asks who is here again, and knows the way back. */
export function againAt({protocol, host, pathname, search}: Location): string {
  const [company = '', ...domain] = host.split('.')
  const asked = new URLSearchParams({company, next: pathname + search})
  return `${protocol}//login.${domain.join('.')}/again?${asked.toString()}`
}

/** The problem of one field among those that came back. */
export const whyOf = (problems: readonly Problem[], field: string) =>
  problems.find((problem) => problem.field === field)?.message
