import './quick_create.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {type KeyboardEvent, Suspense, useState} from 'react'
import {type TypedDocumentNode, useClient} from 'urql'
import {NewAccount} from '../accounts'
import {NewActivity} from '../activities'
import {NewContact} from '../contacts'
import {NewDeal} from '../deals'
import {
  DeleteAccountDocument,
  DeleteActivityDocument,
  DeleteContactDocument,
  DeleteDealDocument,
  DeleteLeadDocument,
} from '../gql/graphql'
import {NewLead} from '../leads'
import {codeOf} from '../ui/actions'
import {Dialog} from '../ui/dialog'
import {type Here, whatIsHere} from '../ui/here'
import {Keys} from '../ui/keys'
import {problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'
import {useUndo} from '../ui/undo'
import {type Creatable, useCreatables} from './kinds'

/** Makes something from anywhere; what is being looked at is filled in already. */
export default function QuickCreate({kind: asked, close}: {kind?: Creatable; close: () => void}) {
  const [kind, setKind] = useState(asked)
  const [here] = useState(whatIsHere)
  const made = useMade()
  if (!kind) return <Choice choose={setKind} close={close} />
  return (
    <Suspense>
      {kind === 'deal' ? (
        <NewDeal hints={hintsOf(here)} close={close} made={(id, name) => made('deal', id, name)} />
      ) : kind === 'lead' ? (
        <NewLead close={close} made={(id, name) => made('lead', id, name)} />
      ) : kind === 'account' ? (
        <NewAccount close={close} made={(id, name) => made('account', id, name)} />
      ) : kind === 'contact' ? (
        <NewContact account={accountOf(here)} close={close} made={(id, name) => made('contact', id, name)} />
      ) : (
        <NewActivity kind={kind} here={here} close={close} made={(id, name) => made('activity', id, name)} />
      )}
    </Suspense>
  )
}

const accountOf = (here: Here | undefined) => (here?.kind === 'account' ? here : here?.account)

const hintsOf = (here: Here | undefined) => ({
  account: accountOf(here),
  contact: here?.kind === 'contact' ? here : undefined,
})

function Choice({choose, close}: {choose: (kind: Creatable) => void; close: () => void}) {
  const {t} = useLingui()
  const all = useCreatables()
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = {ArrowDown: 1, ArrowUp: -1}[event.code]
    const buttons = Array.from(event.currentTarget.querySelectorAll('button'))
    const at = buttons.findIndex((button) => button === document.activeElement)
    const one = all.find(({key}) => codeOf(key) === event.code)
    if (!step && !one) return
    event.preventDefault()
    if (step) buttons.at((at + step) % buttons.length)?.focus()
    else if (one) choose(one.kind)
  }
  return (
    <Dialog title={t`Create`} width={300} onClose={close}>
      {/* The buttons inside are what is acted on; their letters work wherever the focus is. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="quick-create" onKeyDown={onKey}>
        {all.map(({kind, label, key, icon}) => (
          <button key={kind} type="button" onClick={() => choose(kind)}>
            {icon}
            <span>{label}</span>
            <Keys keys={key} />
          </button>
        ))}
      </div>
    </Dialog>
  )
}

type Aimed = TypedDocumentNode<unknown, {input: {id: string}}>
const removals: Record<'lead' | 'deal' | 'account' | 'contact' | 'activity', Aimed> = {
  lead: DeleteLeadDocument,
  deal: DeleteDealDocument,
  account: DeleteAccountDocument,
  contact: DeleteContactDocument,
  activity: DeleteActivityDocument,
}
const pages = {lead: '/leads/$id', deal: '/deals/$id', account: '/accounts/$id', contact: '/contacts/$id'} as const

/** What was made is told where it can be opened, and taken back. */
function useMade() {
  const {t} = useLingui()
  const client = useClient()
  const say = useSay()
  const {offer} = useUndo()
  return (kind: keyof typeof removals, id: string, name: string) => {
    say(t`${name} is there`)
    const what =
      kind === 'activity' ? (
        <bdi>{name}</bdi>
      ) : (
        <Link to={pages[kind]} params={{id}}>
          <bdi>{name}</bdi>
        </Link>
      )
    const back = async () => {
      const answer = await client.mutation(removals[kind], {input: {id}}).toPromise()
      const [problem] = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
      say(problem ? problem.message : t`${name} deleted`)
    }
    offer({said: <Trans>{what} is there</Trans>, undo: () => void back()})
  }
}
