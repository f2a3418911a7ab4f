import {useLingui} from '@lingui/react/macro'
import {useCallback} from 'react'
import {useClient, useQuery} from 'urql'
import {CompanyDocument, type CompanyQuery, UpdateCompanyDocument, type UpdateCompanyInput} from '../../gql/graphql'
import {type Problem, problemsOf} from '../../ui/problems'
import {useSay} from '../../ui/say'
import {useUndo} from '../../ui/undo'

export type Company = NonNullable<CompanyQuery['company']>
export type Change = (input: UpdateCompanyInput, former: UpdateCompanyInput) => Promise<Problem[]>

export interface Part {
  company: Company
  change: Change
  again: () => void
  may: boolean
}

/** The company as it stands, and a way to change it that offers the way back. */
export function useCompany() {
  const {t} = useLingui()
  const client = useClient()
  const say = useSay()
  const {offer} = useUndo()
  const [{data, error}, ask] = useQuery({query: CompanyDocument, requestPolicy: 'cache-and-network'})
  const company = data?.company
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  const unanswered = t`The server does not answer. Nothing was changed.`
  const send = async (input: UpdateCompanyInput) => {
    const problems = problemsOf(await client.mutation(UpdateCompanyDocument, {input}).toPromise(), unanswered)
    if (!problems.length || problems.some(({code}) => code === 'CONFLICT')) again()
    return problems
  }
  const change: Change = async (input, former) => {
    const problems = await send({...input, version: company?.version})
    if (problems.length) return problems
    say(t`Saved`)
    const back = async () => {
      const [refused] = await send(former)
      say(refused ? refused.message : t`Taken back`)
    }
    offer({said: t`The company was changed`, undo: () => void back()})
    return problems
  }
  return {company, error, again, change}
}
