import './bar.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconDownload, IconEdit, IconTrash, IconUserShare, IconX} from '@tabler/icons-react'
import {Suspense, useState} from 'react'
import {useActions} from '../ui/actions'
import {late} from '../ui/late'
import type {Aim, BulkField} from './fields'
import {useRights} from './rights'
import {Many} from './words'

const ChangeOwner = late(() => import('./parts/change_owner'))
const ChangeField = late(() => import('./parts/change_field'))
const DeleteMany = late(() => import('./parts/delete_many'))

interface Props {
  aim: Aim
  fields: BulkField[]
  /** How many match in all, where not all of them are selected; `takeAll` selects them. */
  matching: number | undefined
  takeAll: () => void
  clear: () => void
  /** What is selected as a file. */
  write: () => void
}

/** What can be done with all that is selected. */
export default function BulkBar({aim, fields, matching, takeAll, clear, write}: Props) {
  const {t} = useLingui()
  const {may, writes} = useRights(aim.object)
  const [asking, setAsking] = useState<'owner' | 'field' | 'delete' | null>(null)
  const open = fields.filter(({name}) => writes(name))
  const bulk = may('BULK') && may('UPDATE')
  const deeds = [
    {
      id: 'owner',
      label: t`Change the owner`,
      icon: <IconUserShare size={16} />,
      able: bulk && may('SHARE') && writes('ownerId'),
    },
    {id: 'field', label: t`Edit a field`, icon: <IconEdit size={16} />, able: bulk && open.length > 0, keys: 'E'},
    {id: 'export', label: t`Export`, icon: <IconDownload size={16} />, able: may('EXPORT')},
    {id: 'delete', label: t`Delete`, icon: <IconTrash size={16} />, able: may('BULK') && may('DELETE'), bad: true},
  ] as const
  const run = (id: (typeof deeds)[number]['id']) => (id === 'export' ? write() : setAsking(id))
  useActions([
    ...deeds
      .filter(({able}) => able)
      .map((deed) => ({
        id: `bulk-${deed.id}`,
        label: deed.label,
        keys: 'keys' in deed ? deed.keys : undefined,
        icon: deed.icon,
        run: () => run(deed.id),
      })),
    {id: 'clear-selection', label: t`Clear the selection`, keys: 'Escape', run: clear},
  ])
  const close = () => setAsking(null)
  const dialog = {aim, close, done: clear}
  return (
    <section className="bulk" aria-label={t`Selected records`}>
      <p role="status" className="num">
        <strong>
          <Many object={aim.object} count={aim.chosen} />
        </strong>{' '}
        <span className="quiet">{matching === undefined ? t`selected: all that match` : t`selected`}</span>
      </p>
      {matching === undefined ? null : (
        <button type="button" className="filter clear" onClick={takeAll}>
          <Trans>Select all that match</Trans> (<Many object={aim.object} count={matching} />)
        </button>
      )}
      <div className="grow" />
      {deeds.map((deed) =>
        deed.able ? (
          <Button
            key={deed.id}
            variant="default"
            size="compact-md"
            color={'bad' in deed ? 'red' : undefined}
            leftSection={deed.icon}
            onClick={() => run(deed.id)}
          >
            {deed.label}
          </Button>
        ) : null,
      )}
      <Button variant="subtle" color="gray" size="compact-md" leftSection={<IconX size={16} />} onClick={clear}>
        <Trans>Clear</Trans>
      </Button>
      <Suspense>
        {asking === 'owner' ? <ChangeOwner {...dialog} /> : null}
        {asking === 'field' ? <ChangeField {...dialog} fields={open} /> : null}
        {asking === 'delete' ? <DeleteMany {...dialog} /> : null}
      </Suspense>
    </section>
  )
}
