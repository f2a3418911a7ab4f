import './lines_form.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMe} from '../../members'
import {ProductChooser} from '../../search'
import type {Refusal} from '../../ui/edits'
import {Making} from '../../ui/making'
import {Why} from '../../ui/why'
import {useLineEdit} from '../line_edits'
import {inputsOf, type Line, lineFor, linesOf, wrongIn} from '../lines'
import type {OneDeal} from '../shapes'
import {LineRow} from './line_row'
import {LineSum} from './line_sum'

/** All lines of a deal, written together: what a colleague has changed meanwhile is told when they are saved. */
export default function LinesForm({deal, close}: {deal: OneDeal; close: () => void}) {
  const {t} = useLingui()
  const {tenant} = useMe()
  const edit = useLineEdit(tenant.currency)
  const [seen] = useState(deal)
  const [before] = useState(() => linesOf(seen, tenant.currency))
  const [lines, setLines] = useState(before)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<Refusal>(null)
  const settle = (refusal: Refusal) => {
    setWhy(refusal)
    if (!refusal) close()
  }
  const dirty = JSON.stringify(inputsOf(lines)) !== JSON.stringify(inputsOf(before))
  const save = async () => {
    if (!dirty) {
      close()
      return
    }
    setAsked(true)
    if (busy || lines.some(wrongIn)) return
    setBusy(true)
    settle(await edit(seen, inputsOf(lines)))
    setBusy(false)
  }
  const put = (line: Line) => setLines(lines.map((one) => (one.key === line.key ? line : one)))
  return (
    <Making
      title={t`Products of ${deal.name}`}
      act={<Trans>Save</Trans>}
      width={680}
      dirty={dirty}
      saving={busy}
      problems={[]}
      fields={[]}
      noValidate
      save={() => void save()}
      close={close}
    >
      {lines.length ? (
        <ul className="deal-lines field">
          {lines.map((line) => (
            <LineRow
              key={line.key}
              line={line}
              own={tenant.currency}
              told={asked}
              put={put}
              remove={() => setLines(lines.filter(({key}) => key !== line.key))}
            />
          ))}
        </ul>
      ) : (
        <p className="quiet">
          <Trans>No products yet.</Trans>
        </p>
      )}
      <div className="deal-lines-end">
        <ProductChooser
          label={t`Add a product`}
          choose={(product) => setLines([...lines, lineFor(product, tenant.currency)])}
        />
        <LineSum deal={deal} lines={lines} />
      </div>
      <Why why={why} settle={settle} />
    </Making>
  )
}
