import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {useMemo} from 'react'
import {useClient, useQuery} from 'urql'
import {
  CreateCustomRoleDocument,
  PreviewRoleDocument,
  type PreviewRoleQuery,
  type RoleWholeFragment,
  UpdateCustomRoleDocument,
} from '../../gql/graphql'
import {Confirm} from '../../ui/confirm'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {problemsOf} from '../../ui/problems'
import {Refused} from '../../ui/refused'
import {difference, type Matrix} from '../matrix'
import type {RoleDraft} from '../role_draft'
import {useRightsWords} from '../words'

interface Props {
  own: RoleWholeFragment | undefined
  draft: RoleDraft
  base: Matrix
  saved: (id: string) => void
  close: () => void
}

type Preview = NonNullable<PreviewRoleQuery['previewRole']>

/** What saving would change, before it is saved: which rights, for whom, and how many records appear or vanish. */
export default function Review({own, draft, base, saved, close}: Props) {
  const {t} = useLingui()
  const client = useClient()
  const said = useMemo(() => difference(draft.matrix, base), [draft.matrix, base])
  const id = own?.customRole?.id
  const input = useMemo(() => ({...(id ? {id} : {}), base: draft.base, ...said}), [id, draft.base, said])
  const [{data, error}] = useQuery({query: PreviewRoleDocument, variables: {input}, requestPolicy: 'network-only'})
  const unanswered = t`The server does not answer. Nothing was changed.`
  const save = async () => {
    const {name, about, base: on} = draft
    const written = {name: name.trim(), about: about.trim() || null, base: on, ...said}
    if (id) {
      const version = own.customRole?.version
      const answer = await client.mutation(UpdateCustomRoleDocument, {input: {id, version, ...written}}).toPromise()
      return problemsOf(answer, unanswered)
    }
    const answer = await client.mutation(CreateCustomRoleDocument, {input: written}).toPromise()
    const made = answer.data?.createCustomRole.customRole
    if (made) saved(made.id)
    return problemsOf(answer, unanswered)
  }
  return (
    <Confirm
      title={own ? t`What changes` : t`A new role`}
      act={t`Save`}
      width={620}
      disabled={!data?.previewRole}
      run={save}
      close={close}
    >
      {error ? <Refused problems={problemsOf({error}, unanswered)} /> : null}
      {!data && !error ? <Bone inline="100%" block={120} /> : null}
      {data?.previewRole ? <Told preview={data.previewRole} fresh={!own} /> : null}
    </Confirm>
  )
}

function Told({preview, fresh}: {preview: Preview; fresh: boolean}) {
  const words = useRightsWords()
  const {t} = useLingui()
  const {grants, fields, powers, total, members} = preview
  const rule = (one: Preview['fields'][number]['before']) => (one ? words.rules[one] : t`Shown`)
  const held = (one: boolean) => (one ? t`allowed` : t`not allowed`)
  const changes = [
    ...grants.map(({object, verb, before, after}) => ({
      what: `${words.object(object)}: ${words.verbs[verb]}`,
      before: words.scopes[before],
      after: words.scopes[after],
    })),
    ...fields.map(({object, field, before, after}) => ({
      what: `${words.object(object)}: ${words.field(field)}`,
      before: rule(before),
      after: rule(after),
    })),
    ...powers.map(({power, before, after}) => ({
      what: words.power(power).name,
      before: held(before),
      after: held(after),
    })),
  ]
  return (
    <div className="review">
      {changes.length ? (
        <table>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Right</Trans>
              </th>
              <th scope="col">{fresh ? <Trans>Ready-made</Trans> : <Trans>Now</Trans>}</th>
              <th scope="col">{fresh ? <Trans>This role</Trans> : <Trans>Then</Trans>}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({what, before, after}) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td className="quiet">{before}</td>
                <td>
                  <strong>{after}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>
          <Trans>No right changes.</Trans>
        </p>
      )}
      <h3>
        <Plural value={total} _0="It concerns nobody yet" one="It concerns # member" other="It concerns # members" />
      </h3>
      {members.length ? (
        <ul className="concerned">
          {members.map(({member, seen}) => (
            <li key={member.id}>
              <bdi>{member.name}</bdi>
              <span className="quiet">
                {seen.length ? seen.map((one) => <Seen key={one.object} {...one} />) : t`sees the same records`}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {total > members.length && members.length ? (
        <p className="quiet">
          <Plural value={total - members.length} one="and # more" other="and # more" />
        </p>
      ) : null}
    </div>
  )
}

const MOST = 10_000

function Seen({object, before, after}: {object: string; before: number; after: number}) {
  const words = useRightsWords()
  const {number} = useFormats()
  const told = (count: number) => (count >= MOST ? `${number(MOST)}+` : number(count))
  const tone = after < before ? 'fewer' : after > before ? 'more' : undefined
  return (
    <span className="seen num" data-tone={tone}>
      <Trans>
        {words.object(object)}: {told(before)} before, {told(after)} then
      </Trans>
    </span>
  )
}
