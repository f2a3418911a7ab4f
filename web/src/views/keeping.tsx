import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import {useClient} from 'urql'
import {
  ChooseDefaultViewDocument,
  CreateSavedViewDocument,
  DeleteSavedViewDocument,
  type OneViewFragment,
  RestoreSavedViewDocument,
  UpdateSavedViewDocument,
} from '../gql/graphql'
import {type Problem, problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'
import {useUndo} from '../ui/undo'
import {filterBy} from './filtering'
import type {Listing} from './listing'
import type {Draft} from './parts/view_dialog'
import {shownIn} from './saved'

/** What is done with the saved views of a list; `again` reads them anew. */
export function useKeeping(listing: Listing, again: () => void) {
  const client = useClient()
  const {t} = useLingui()
  const say = useSay()
  const {offer} = useUndo()
  const {object, places} = listing.vocabulary
  const unanswered = t`The server does not answer. Nothing was changed.`
  const told = useCallback(
    (problems: Problem[]) => {
      if (problems[0]) say(problems[0].message)
      else again()
      return problems
    },
    [again, say],
  )
  const shown = shownIn(listing, filterBy(places, listing.words))
  const create = async ({name, audience, teamId}: Draft, like = shown) => {
    const input = {object, name, audience, teamId, shown: like}
    const answer = await client.mutation(CreateSavedViewDocument, {input}).toPromise()
    const made = answer.data?.createSavedView.savedView
    if (made) listing.set({view: made.id})
    return told(problemsOf(answer, unanswered))
  }
  const change = async (view: OneViewFragment, given: Partial<Draft> & {shown?: typeof shown}) => {
    const {id, version} = view.view
    const answer = await client.mutation(UpdateSavedViewDocument, {input: {id, version, ...given}}).toPromise()
    return told(problemsOf(answer, unanswered))
  }
  const remove = async ({view: {id, name}}: OneViewFragment) => {
    const answer = await client.mutation(DeleteSavedViewDocument, {input: {id}}).toPromise()
    if (told(problemsOf(answer, unanswered)).length) return
    listing.set({view: undefined})
    const back = async () => {
      told(problemsOf(await client.mutation(RestoreSavedViewDocument, {input: {id}}).toPromise(), unanswered))
      listing.set({view: id})
    }
    const which = <bdi>{name}</bdi>
    offer({said: <Trans>{which} deleted</Trans>, undo: () => void back()})
  }
  const prefer = async (viewId: string | null) => {
    const answer = await client.mutation(ChooseDefaultViewDocument, {input: {object, viewId}}).toPromise()
    told(problemsOf(answer, unanswered))
  }
  return {shown, create, change, remove, prefer}
}
