import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMutation} from 'urql'
import {
  SetSourceCredentialsDocument,
  type SetSourceCredentialsInput,
  SetSourceSecretDocument,
  type SourceRowFragment,
} from '../gql/graphql'
import {type Problem, problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'

type Kept = Pick<SourceRowFragment, 'id' | 'version'>

/** Makes a key that senders must show. It is there to be copied until the page is left, and never again. */
export function useKey({id, version}: Kept) {
  const {t} = useLingui()
  const [secret, setSecret] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, send] = useMutation(SetSourceSecretDocument)
  const make = async () => {
    const made = newSecret()
    const answer = await send({input: {id, version, secret: made}})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (!refused.length) setSecret(made)
  }
  return {secret, problems, making: fetching, make: () => void make()}
}

/** Hands over what a provider has given to the company; it goes one way. */
export function useCredentials({id, version}: Kept) {
  const {t} = useLingui()
  const say = useSay()
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, send] = useMutation(SetSourceCredentialsDocument)
  const keep = async (given: Omit<SetSourceCredentialsInput, 'id' | 'version'>): Promise<boolean> => {
    const answer = await send({input: {id, version, ...given}})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (!refused.length) say(t`Saved`)
    return !refused.length
  }
  return {keep, problems, saving: fetching}
}

/** 32 random characters. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
