import './list.css'
import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {type DragEvent, type KeyboardEvent, useState} from 'react'
import {useMutation, useQuery} from 'urql'
import {FavoritesDocument, MoveFavoriteDocument} from '../gql/graphql'
import {type Shown, useShown} from '../search'

/** The favorites beside everything, in an order of one's own: by dragging, or with Alt and the arrows. */
export default function FavoriteList() {
  const {t} = useLingui()
  const show = useShown()
  const [{data}] = useQuery({query: FavoritesDocument})
  const [, send] = useMutation(MoveFavoriteDocument)
  const [held, setHeld] = useState<string>()
  const favorites = (data?.favoriteRecords ?? []).flatMap((record) => (record ? (show(record) ?? []) : []))
  if (!favorites.length) return null
  const move = (recordId: string, position: number) => void send({input: {recordId, position}})
  const props = (one: Shown, place: number) => ({
    draggable: true,
    onDragStart: () => setHeld(one.id),
    onDragOver: (event: DragEvent) => {
      if (held) event.preventDefault()
    },
    onDrop: () => {
      if (held && held !== one.id) move(held, place)
      setHeld(undefined)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = event.altKey ? {ArrowUp: -1, ArrowDown: 1}[event.code] : undefined
      const next = place + (step ?? 0)
      if (step === undefined || next < 0 || next >= favorites.length) return
      event.preventDefault()
      move(one.id, next)
    },
  })
  return (
    <section className="favorites" aria-label={t`Favorites`}>
      <h2>{t`Favorites`}</h2>
      <ul>
        {favorites.map((one, place) =>
          one.place && 'to' in one.place ? (
            <li key={one.id}>
              <Link {...one.place} {...props(one, place)} title={`${one.name} (Alt ↑ ↓)`}>
                {one.icon}
                <span className="own" dir="auto">
                  {one.name}
                </span>
              </Link>
            </li>
          ) : null,
        )}
      </ul>
    </section>
  )
}
