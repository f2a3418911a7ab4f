import {useLingui} from '@lingui/react/macro'
import {useClient} from 'urql'
import {type DealLineInput, type DealLinesFragment, SetDealProductsDocument} from '../gql/graphql'
import {useEdits} from '../ui/edits'
import {problemsOf} from '../ui/problems'
import {inputsOf, linesOf} from './lines'

type Lined = DealLinesFragment & {id: string; name: string; version: number}

/** Writes the lines of a deal, with the former ones on offer. Answers what was refused, if anything was. */
export function useLineEdit(own: string) {
  const client = useClient()
  const {t} = useLingui()
  return useEdits<Lined, DealLineInput[]>({
    send: async (dealId, version, products) => {
      const answer = await client.mutation(SetDealProductsDocument, {input: {dealId, version, products}}).toPromise()
      const [problem] = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
      return {problem, record: answer.data?.setDealProducts.deal}
    },
    former: (deal) => inputsOf(linesOf(deal, own)),
  })
}
