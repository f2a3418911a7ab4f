import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useNavigate} from '@tanstack/react-router'
import {Suspense, useState} from 'react'
import type {MemberRole, RoleWholeFragment} from '../gql/graphql'
import {useRoleWords} from '../members'
import {Field} from '../ui/field'
import {late} from '../ui/late'
import {Section} from '../ui/section'
import {Select} from '../ui/select'
import {type Catalogue, countDifferences, type Matrix, matrixOf, readyOf, rebased} from './matrix'
import type {RoleDraft} from './role_draft'
import {FieldRules} from './parts/fields'
import {Grants} from './parts/grants'
import {Powers} from './parts/powers'

const Review = late(() => import('./parts/review'))
const Deletion = late(() => import('./parts/deletion'))

interface Props {
  /** The role that is changed; a new one has none. */
  own: RoleWholeFragment | undefined
  /** What one begins from. */
  start: RoleWholeFragment
  roles: readonly RoleWholeFragment[]
  catalogue: Catalogue
}

/** Says what a role of the company's own does otherwise than the ready-made one underneath. */
export function Editor({own, start, roles, catalogue}: Props) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const words = useRoleWords()
  const former: RoleDraft = {
    name: own?.customRole?.name ?? '',
    about: own?.customRole?.about ?? '',
    base: start.role,
    matrix: matrixOf(start),
  }
  const [draft, setDraft] = useState(former)
  const [open, setOpen] = useState<'review' | 'delete' | null>(null)
  const ready = (role: MemberRole) => {
    const found = roles.find((one) => !one.customRole && one.role === role)
    return found ? readyOf(found) : draft.matrix
  }
  const base = ready(draft.base)
  const change = (matrix: Matrix) => setDraft({...draft, matrix})
  const stand = (role: MemberRole) =>
    setDraft({...draft, base: role, matrix: rebased(draft.matrix, base, ready(role), catalogue.objects)})
  const differences = countDifferences(draft.matrix, base)
  const dirty = JSON.stringify(draft) !== JSON.stringify(former)
  return (
    <>
      <Section title={t`What it is`}>
        <div className="inside">
          <div className="columns">
            <Field
              label={t`Name`}
              dir="auto"
              maxLength={100}
              value={draft.name}
              onValue={(name) => setDraft({...draft, name})}
            />
            <Select
              label={t`Stands on`}
              value={draft.base}
              onValue={(role) => stand(role as MemberRole)}
              hint={words[draft.base].about}
            >
              {catalogue.bases.map((role) => (
                <option key={role} value={role}>
                  {words[role].name}
                </option>
              ))}
            </Select>
          </div>
          <Field
            label={t`What it is for`}
            dir="auto"
            maxLength={400}
            value={draft.about}
            onValue={(about) => setDraft({...draft, about})}
          />
        </div>
      </Section>
      <Grants matrix={draft.matrix} base={base} objects={catalogue.objects} change={change} />
      <FieldRules matrix={draft.matrix} objects={catalogue.objects} change={change} />
      <Powers matrix={draft.matrix} base={base} powers={catalogue.powers} change={change} />
      {own ? (
        <Section
          title={t`Delete this role`}
          danger
          lead={t`Those who have it get another one.`}
          aside={
            <Button variant="default" color="red" size="compact-md" onClick={() => setOpen('delete')}>
              <Trans>Delete…</Trans>
            </Button>
          }
        />
      ) : null}
      <footer className="save-bar">
        <span className="grow quiet">
          <Plural
            value={differences}
            _0={`Nothing differs from the ready-made role`}
            one="# difference from the ready-made role"
            other="# differences from the ready-made role"
          />
        </span>
        {dirty && own ? (
          <Button variant="default" size="compact-md" onClick={() => setDraft(former)}>
            <Trans>Restore</Trans>
          </Button>
        ) : null}
        <Button size="compact-md" disabled={!dirty && Boolean(own)} onClick={() => setOpen('review')}>
          <Trans>Review and save…</Trans>
        </Button>
      </footer>
      <Suspense>
        {open === 'review' ? (
          <Review
            own={own}
            draft={draft}
            base={base}
            saved={(id) => void navigate({to: '/settings/roles/$id', params: {id}, replace: true})}
            close={() => setOpen(null)}
          />
        ) : null}
        {open === 'delete' && own?.customRole ? (
          <Deletion
            role={own}
            roles={roles}
            gone={() => void navigate({to: '/settings/roles'})}
            close={() => setOpen(null)}
          />
        ) : null}
      </Suspense>
    </>
  )
}
