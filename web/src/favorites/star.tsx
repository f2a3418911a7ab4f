import {Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconStar, IconStarFilled} from '@tabler/icons-react'
import {useEffect, useState} from 'react'
import {useClient, useQuery} from 'urql'
import {AddFavoriteDocument, FavoritesDocument, OpenRecordDocument, RemoveFavoriteDocument} from '../gql/graphql'
import {useActions} from '../ui/actions'
import {type Here, useHere} from '../ui/here'
import {problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'
import {useUndo} from '../ui/undo'

const LOOKED_AT = 800

/** The star of a record that is being looked at; having been looked at, it is among the recent ones. */
export function Star({record}: {record: Here}) {
  const {t} = useLingui()
  const {id, name} = record
  const {starred, toggle} = useStar(record)
  useHere(record)
  useOpened(id)
  const label = starred ? t`Take ${name} out of the favorites` : t`Add ${name} to the favorites`
  const icon = starred ? <IconStarFilled size={16} /> : <IconStar size={16} />
  useActions([{id: 'star', label, keys: 'F', icon, run: toggle}])
  return (
    <ActionIcon
      variant="subtle"
      color={starred ? 'yellow.7' : 'gray'}
      aria-label={label}
      aria-pressed={starred}
      title={`${label} (F)`}
      onClick={toggle}
    >
      {icon}
    </ActionIcon>
  )
}

function useStar({id, name}: Here) {
  const {t} = useLingui()
  const client = useClient()
  const say = useSay()
  const {offer} = useUndo()
  const [{data}] = useQuery({query: FavoritesDocument})
  const [wanted, setWanted] = useState<boolean | null>(null)
  const place = data?.favoriteRecords?.findIndex((one) => one?.id === id) ?? -1
  const starred = wanted ?? place >= 0
  const put = async (on: boolean, position?: number) => {
    setWanted(on)
    const sent = on
      ? client.mutation(AddFavoriteDocument, {input: {recordId: id, position}}).toPromise()
      : client.mutation(RemoveFavoriteDocument, {input: {recordId: id}}).toPromise()
    const [problem] = problemsOf(await sent, t`The server does not answer. Nothing was changed.`)
    if (problem) {
      setWanted(!on)
      say(problem.message)
      return
    }
    say(on ? t`${name} is a favorite` : t`${name} is no favorite any more`)
  }
  const toggle = () => {
    const on = !starred
    const what = <bdi>{name}</bdi>
    void put(on)
    offer({
      said: on ? <Trans>{what} is a favorite</Trans> : <Trans>{what} is no favorite any more</Trans>,
      undo: () => void put(!on, place >= 0 ? place : undefined),
    })
  }
  return {starred, toggle}
}

/** Told a moment later, so that it is never in the way of what is being read. */
function useOpened(id: string) {
  const client = useClient()
  useEffect(() => {
    const timer = setTimeout(() => {
      void client.mutation(OpenRecordDocument, {input: {recordId: id}}).toPromise()
    }, LOOKED_AT)
    return () => {
      clearTimeout(timer)
    }
  }, [client, id])
}
