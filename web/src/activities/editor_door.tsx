import {Suspense} from 'react'
import {late} from '../ui/late'
import type {Begun} from './begun'
import {loadWords} from './editor/words'

const Editor = late(async () => {
  const [page] = await Promise.all([import('./editor/editor'), loadWords()])
  return {default: page.Editor}
})

interface Props {
  begun: Begun
  close: () => void
  /** After something was changed. */
  done: () => void
}

/** The editor of an activity, with its texts, when it is asked for. */
export function ActivityEditor(props: Props) {
  return (
    <Suspense>
      <Editor {...props} />
    </Suspense>
  )
}
