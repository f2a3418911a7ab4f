import {useLingui} from '@lingui/react/macro'
import {type DragEvent, type KeyboardEvent, useState} from 'react'
import {useClient} from 'urql'
import {MoveStageDocument, type PipelineShapeFragment, type StageShapeFragment} from '../gql/graphql'
import {problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'

/** What a stage's row is held by: dragged, or moved by Alt and an arrow key. */
export interface Handles {
  draggable: true
  onDragStart: (event: DragEvent) => void
  onDragEnd: () => void
  onDragOver: (event: DragEvent) => void
  onDrop: (event: DragEvent) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** The stages of a pipeline in the order that they will have once the server has answered. */
export function useReorder(pipeline: PipelineShapeFragment) {
  const {t} = useLingui()
  const client = useClient()
  const say = useSay()
  const [held, setHeld] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [wanted, setWanted] = useState<readonly StageShapeFragment[] | null>(null)
  const stages = wanted ?? pipeline.stages
  const move = async (stage: StageShapeFragment, to: number) => {
    if (to < 0 || to >= stages.length || stages[to]?.id === stage.id) return
    const rest = stages.filter(({id}) => id !== stage.id)
    setWanted([...rest.slice(0, to), stage, ...rest.slice(to)])
    const answer = await client.mutation(MoveStageDocument, {input: {id: stage.id, position: to}}).toPromise()
    setWanted(null)
    const [problem] = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    const [name, place] = [stage.name, to + 1]
    say(problem ? problem.message : t`${name} is now stage ${place}`)
  }
  const handles = (stage: StageShapeFragment, index: number): Handles => ({
    draggable: true,
    onDragStart: (event) => {
      event.dataTransfer.effectAllowed = 'move'
      setHeld(index)
    },
    onDragEnd: () => {
      setHeld(null)
      setOver(null)
    },
    onDragOver: (event) => {
      if (held === null) return
      event.preventDefault()
      setOver(index)
    },
    onDrop: (event) => {
      event.preventDefault()
      const moved = held === null ? undefined : stages[held]
      if (moved) void move(moved, index)
      setHeld(null)
      setOver(null)
    },
    onKeyDown: (event) => {
      const step = event.code === 'ArrowUp' ? -1 : event.code === 'ArrowDown' ? 1 : 0
      if (!step || !event.altKey) return
      event.preventDefault()
      void move(stage, index + step)
    },
  })
  return {stages, over, handles}
}
