import './conversions.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconBuilding, IconCoin, IconUser} from '@tabler/icons-react'
import {useState} from 'react'
import {useQuery} from 'urql'
import {LeadConversionPreviewDocument, type LeadRowFragment} from '../gql/graphql'
import {useMe} from '../members'
import {CurrencySelect} from '../ui/currency'
import {Dialog} from '../ui/dialog'
import {Bone, Failed} from '../ui/empty'
import {Field} from '../ui/field'
import {useFormats} from '../ui/formats'
import type {Problem} from '../ui/problems'
import {Refused, whyOf} from '../ui/refused'
import {type Choice, inputOf, type Preview, proposed} from './choice'
import {useConvert} from './deeds'
import {Options} from './parts/options'

interface Props {
  lead: Pick<LeadRowFragment, 'id' | 'name' | 'version'>
  close: () => void
  /** The lead stands otherwise now. */
  done: () => void
}

/** Shows what a lead would become before it does: whom it is, what is new, and what goes along. One click does it. */
export default function ConvertDialog({lead, close, done}: Props) {
  const {t} = useLingui()
  const {tenant} = useMe()
  const convert = useConvert()
  const [changed, setChanged] = useState<Choice | null>(null)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const [{data, error}, again] = useQuery({
    query: LeadConversionPreviewDocument,
    variables: {id: lead.id},
    requestPolicy: 'network-only',
  })
  const preview = data?.leadConversionPreview
  const choice = changed ?? (preview ? proposed(preview, tenant.currency) : null)
  const run = async () => {
    if (!choice || busy) return
    setBusy(true)
    const refused = await convert(lead, inputOf(choice), done)
    setBusy(false)
    setProblems(refused)
    if (!refused.length) close()
  }
  return (
    <Dialog
      title={t`Convert ${lead.name}`}
      width={560}
      onClose={close}
      footer={
        <>
          <span className="grow" />
          <Button variant="default" size="compact-md" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            size="compact-md"
            loading={busy}
            disabled={!choice}
            // All is chosen already: Enter does it.
            ref={(button: HTMLButtonElement | null) => {
              if (!button || !choice || button.dataset.met) return
              button.dataset.met = 'yes'
              button.focus({preventScroll: true})
            }}
            onClick={() => void run()}
          >
            <Trans>Convert</Trans>
          </Button>
        </>
      }
    >
      {error ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {preview && choice ? (
        <form
          className="form conversion"
          onSubmit={(event) => {
            event.preventDefault()
            void run()
          }}
        >
          <Three preview={preview} choice={choice} set={(change) => setChanged({...choice, ...change})} />
          {choice.deal === 'new' ? (
            <div className="columns">
              <Field
                label={t`Name of the deal`}
                dir="auto"
                maxLength={200}
                value={choice.dealName}
                onValue={(dealName) => setChanged({...choice, dealName})}
                why={whyOf(problems, 'dealName')}
              />
              <div className="priced">
                <Field
                  label={t`Amount`}
                  inputMode="decimal"
                  dir="ltr"
                  autoComplete="off"
                  value={choice.amount}
                  onValue={(amount) => setChanged({...choice, amount})}
                  why={whyOf(problems, 'dealAmount')}
                />
                <CurrencySelect
                  own={tenant.currency}
                  value={choice.currency}
                  onValue={(currency) => setChanged({...choice, currency})}
                />
              </div>
            </div>
          ) : null}
          <Along preview={preview} />
          <Refused problems={problems} fields={['dealName', 'dealAmount']} />
          <button type="submit" hidden aria-hidden tabIndex={-1} />
        </form>
      ) : error ? null : (
        <Bone inline="100%" block={240} />
      )}
    </Dialog>
  )
}

function Three({preview, choice, set}: {preview: Preview; choice: Choice; set: (change: Partial<Choice>) => void}) {
  const {t} = useLingui()
  const {money} = useFormats()
  const {accounts, contacts, deals, accountName, contactName} = preview
  return (
    <>
      <Options
        title={t`Account`}
        icon={<IconBuilding size={15} />}
        fresh={t`New: ${accountName}`}
        none={t`No account`}
        value={choice.account}
        onValue={(account) => set({account})}
        matches={accounts.flatMap(({account, ...match}) =>
          account
            ? [{...match, ...account, more: [account.industry, account.country].filter(Boolean).join(' · ')}]
            : [],
        )}
      />
      <Options
        title={t`Contact`}
        icon={<IconUser size={15} />}
        fresh={t`New: ${contactName}`}
        none={t`No contact`}
        value={choice.contact}
        onValue={(contact) => set({contact})}
        matches={contacts.flatMap(({contact, ...match}) =>
          contact
            ? [{...match, ...contact, more: [contact.title, contact.account?.name].filter(Boolean).join(' · ')}]
            : [],
        )}
      />
      <Options
        title={t`Deal`}
        icon={<IconCoin size={15} />}
        fresh={t`A new deal`}
        none={t`No deal`}
        value={choice.deal}
        onValue={(deal) => set({deal})}
        matches={deals.flatMap(({deal, reasons}) => {
          if (!deal) return []
          const more = [deal.stage.name, deal.amount ? money(deal.amount) : null].filter(Boolean).join(' · ')
          return [{reasons, fills: [], id: deal.id, name: deal.name, more}]
        })}
      />
    </>
  )
}

/** What hangs on the lead moves to the new records. */
function Along({preview: {activities, files, consents}}: {preview: Preview}) {
  const parts = [
    activities ? <Plural key="a" value={activities} one="# activity" other="# activities" /> : null,
    files ? <Plural key="f" value={files} one="# file" other="# files" /> : null,
    consents ? <Plural key="c" value={consents} one="# consent" other="# consents" /> : null,
  ].filter((part) => part !== null)
  if (!parts.length) return null
  return (
    <p className="along quiet">
      <Trans>Goes along:</Trans>{' '}
      {parts.map((part, place) => (
        <span key={place}>
          {place ? ' · ' : null}
          {part}
        </span>
      ))}
    </p>
  )
}
