import {useLingui} from '@lingui/react/macro'
import {OperationTypeNode} from 'graphql'
import {useState} from 'react'
import {readVariables} from './asking'
import {operationIn} from './operations'
import {useOwnToken} from './own_token'
import type {Whom} from './parts/whom'
import {addSent, readSent, type Written} from './past'
import {useRunning} from './running'

interface Given extends Whom {
  written: Written
  /** The name of the operation, where there are several. */
  chosen: string
}

/** Sends what is written as the one who was chosen, and remembers it; what is missing is said beside its field. */
export function useSending({self, token, written, chosen}: Given) {
  const {t} = useLingui()
  const own = useOwnToken()
  const {outcome, busy, ask, listen, stop} = useRunning()
  const [past, setPast] = useState(readSent)
  const [why, setWhy] = useState<{token?: string; variables?: string}>({})
  const send = async () => {
    const variables = readVariables(written.variables)
    const pasted = /^[\x21-\x7e]+$/.test(token.trim()) ? token.trim() : undefined
    setWhy({
      token: self || pasted ? undefined : t`Paste a token first.`,
      variables: variables ? undefined : t`Variables are an object in JSON, in braces.`,
    })
    if (!variables || !(self || pasted)) return
    const shown = self ? await own.take() : pasted
    if (!shown) return
    setPast(addSent(past, written))
    const operation = operationIn(written.query, chosen)
    const asking = {token: shown, query: written.query, variables, operationName: operation?.name?.value}
    if (operation?.operation === OperationTypeNode.SUBSCRIPTION) listen(asking)
    else await ask(asking)
  }
  return {outcome, busy, past, why, problems: self ? own.problems : [], stop, send: () => void send()}
}
