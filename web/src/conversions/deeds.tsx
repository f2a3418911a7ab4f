import {Trans, useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useClient} from 'urql'
import {ConvertLeadDocument, type ConvertLeadInput, UndoConversionDocument} from '../gql/graphql'
import {type Problem, problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'
import {useUndo} from '../ui/undo'

/** Converts a lead at once, with the way to the deal and the way back on offer. Answers what was refused. */
export function useConvert() {
  const client = useClient()
  const {t} = useLingui()
  const say = useSay()
  const {offer} = useUndo()
  const unanswered = t`The server does not answer. Nothing was changed.`
  return async (
    {id, name, version}: {id: string; name: string; version: number},
    choice: Omit<ConvertLeadInput, 'id' | 'version'>,
    done: () => void,
  ): Promise<Problem[]> => {
    const answer = await client.mutation(ConvertLeadDocument, {input: {id, version, ...choice}}).toPromise()
    const problems = problemsOf(answer, unanswered)
    if (problems.length) return problems
    done()
    say(t`${name} is converted`)
    const back = async () => {
      const [refused] = problemsOf(await client.mutation(UndoConversionDocument, {input: {id}}).toPromise(), unanswered)
      say(refused ? refused.message : t`${name} is a lead again`)
      done()
    }
    const who = <bdi>{name}</bdi>
    const deal = answer.data?.convertLead.lead?.conversion?.deal
    offer({
      said: (
        <>
          <Trans>{who} is converted</Trans>
          {deal ? (
            <>
              {' · '}
              <Link to="/deals/$id" params={{id: deal.id}}>
                <Trans>Open the deal</Trans>
              </Link>
            </>
          ) : null}
        </>
      ),
      undo: () => void back(),
    })
    return []
  }
}
