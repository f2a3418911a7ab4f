import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlayerPlay, IconPlayerStop, IconTerminal2} from '@tabler/icons-react'
import {useMemo, useState} from 'react'
import {Refused} from '../ui/refused'
import {useSay} from '../ui/say'
import {Select} from '../ui/select'
import {asCurl, readVariables} from './asking'
import {Editor} from './editor/editor'
import {operationLanguage} from './editor/operation'
import {examples} from './examples'
import {operationIn, operationsIn} from './operations'
import {Answered} from './parts/answered'
import {Begin} from './parts/begin'
import {Variables} from './parts/variables'
import {AskAs, type Whom} from './parts/whom'
import {keepWritten, readWritten, type Written} from './past'
import {useSending} from './sending'

const [FIRST] = examples

/** What is asked on one side, what came on the other. */
export function Desk() {
  const {t} = useLingui()
  const [whom, setWhom] = useState<Whom>({self: true, token: ''})
  const [begun, setBegun] = useState<Written>(() => readWritten() ?? FIRST)
  const [written, setWritten] = useState(begun)
  const [chosen, setChosen] = useState('')
  const {query, variables} = written
  const [names, operation] = useMemo(
    () => [operationsIn(query).flatMap(({name}) => name?.value ?? []), operationIn(query, chosen)],
    [query, chosen],
  )
  const {outcome, busy, past, why, problems, send, stop} = useSending({...whom, written, chosen})
  const write = (part: Partial<Written>) => {
    const now = {query, variables, ...part}
    setWritten(now)
    keepWritten(now)
  }
  const begin = ({query, variables}: Written) => {
    write({query, variables})
    setBegun({query, variables})
  }
  return (
    <div className="explorer">
      <div className="form asked">
        <div className="columns">
          <AskAs {...whom} why={why.token} set={setWhom} />
          <Begin past={past} choose={begin} />
        </div>
        <Refused problems={problems} />
        <Editor
          label={t`Operation`}
          text={begun.query}
          edition={begun}
          language={operationLanguage}
          hint={<Hint />}
          onValue={(text) => write({query: text})}
          onRun={send}
        />
        <Variables
          text={begun.variables}
          edition={begun}
          operation={operation}
          why={why.variables}
          onValue={(text) => write({variables: text})}
          onRun={send}
        />
        {names.length > 1 ? (
          <Select label={t`Run which`} value={operation?.name?.value ?? ''} onValue={setChosen}>
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        ) : null}
        <div className="acts">
          <Button size="compact-md" disabled={busy} leftSection={<IconPlayerPlay size={16} />} onClick={send}>
            <Trans>Run</Trans>
          </Button>
          {busy ? (
            <Button variant="default" size="compact-md" leftSection={<IconPlayerStop size={16} />} onClick={stop}>
              <Trans>Stop</Trans>
            </Button>
          ) : null}
          <div className="grow" />
          <CopyCurl written={written} operationName={operation?.name?.value} />
        </div>
      </div>
      <Answered outcome={outcome} />
    </div>
  )
}

const Hint = () => (
  <Trans>
    Ctrl+Space completes, Ctrl+Enter runs, Tab goes on. Ctrl and a click on a field shows it in the API reference.
  </Trans>
)

function CopyCurl({written, operationName}: {written: Written; operationName: string | undefined}) {
  const {t} = useLingui()
  const say = useSay()
  const [copied, setCopied] = useState<Written>()
  const copy = async () => {
    const asked = {query: written.query, variables: readVariables(written.variables) ?? {}, operationName}
    try {
      await navigator.clipboard.writeText(asCurl(asked, `${location.origin}/graphql`))
      setCopied(written)
      say(t`Copied`)
    } catch {
      say(t`The browser does not let us copy: mark the text and copy it.`)
    }
  }
  return (
    <Button variant="subtle" size="compact-md" leftSection={<IconTerminal2 size={16} />} onClick={() => void copy()}>
      {copied === written ? <Trans>Copied</Trans> : <Trans>Copy as curl</Trans>}
    </Button>
  )
}
