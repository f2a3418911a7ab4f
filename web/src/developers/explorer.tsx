import './explorer.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {Link} from '@tanstack/react-router'
import {type KeyboardEvent, useState} from 'react'
import {Field} from '../ui/field'
import {Paper} from '../ui/paper'
import {Select} from '../ui/select'
import {type Answer, askAs, readVariables} from './asking'
import {examples} from './examples'
import {Answered} from './parts/answered'
import {Code} from './parts/code'

/** Asks the graph with a token that is pasted in: what comes is what that token may see. The token lives on this page only. */
export function Explorer() {
  const {t} = useLingui()
  return (
    <Paper
      wide
      title={t`API explorer`}
      lead={
        <Trans>
          Paste a token, made under{' '}
          <Link className="plain" to="/settings/security">
            Security
          </Link>
          , and ask as a program would: you see what the token may see. It is kept nowhere, and what you change is
          really changed. All types and fields are in the{' '}
          <Link className="plain" to="/settings/reference">
            API reference
          </Link>
          .
        </Trans>
      }
    >
      <Desk />
    </Paper>
  )
}

function Desk() {
  const {t, i18n} = useLingui()
  const [token, setToken] = useState('')
  const [chosen, setChosen] = useState(examples[0])
  const [query, setQuery] = useState(chosen?.query ?? '')
  const [variables, setVariables] = useState(chosen?.variables ?? '{}')
  const {answer, trouble, busy, run} = useRun(token.trim(), query, variables)
  const choose = (id: string) => {
    const example = examples.find((one) => one.id === id)
    if (!example) return
    setChosen(example)
    setQuery(example.query)
    setVariables(example.variables)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.code !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void run()
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the fields inside have the focus
    <div className="explorer" onKeyDown={onKey}>
      <div className="form asked">
        <Field
          label={t`Token`}
          type="password"
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          value={token}
          why={trouble.token}
          onValue={setToken}
        />
        <Select label={t`Example`} value={chosen?.id ?? ''} onValue={choose}>
          {examples.map(({id, name}) => (
            <option key={id} value={id}>
              {i18n._(name)}
            </option>
          ))}
        </Select>
        <Code label={t`Operation`} rows={16} value={query} onValue={setQuery} />
        <Code label={t`Variables`} rows={3} value={variables} why={trouble.variables} onValue={setVariables} />
        <Button size="compact-md" loading={busy} onClick={() => void run()}>
          <Trans>Run</Trans>
        </Button>
      </div>
      <Answered answer={answer} />
    </div>
  )
}

function useRun(token: string, query: string, variables: string) {
  const {t} = useLingui()
  const [answer, setAnswer] = useState<Answer | 'gone'>()
  const [trouble, setTrouble] = useState<{token?: string; variables?: string}>({})
  const [busy, setBusy] = useState(false)
  const run = async () => {
    const given = readVariables(variables)
    const why = {
      token: /^[\x21-\x7e]+$/.test(token) ? undefined : t`Paste a token first.`,
      variables: given ? undefined : t`Variables are an object in JSON, in braces.`,
    }
    setTrouble(why)
    if (why.token || !given || busy) return
    setBusy(true)
    setAnswer(await askAs(token, query, given).catch(() => 'gone' as const))
    setBusy(false)
  }
  return {answer, trouble, busy, run}
}
