import type {OneViewFragment} from '../gql/graphql'
import {same, type Tree, type Words, wordsAbout, wordsOf} from './filtering'
import type {Listing, Vocabulary} from './listing'

/** What an address says when it shows this view, without what the viewer's role hides; `whole` where that is all. */
export function wordsOfView(view: OneViewFragment, {places, plain}: Vocabulary): {words: Words; whole: boolean} {
  const {words, whole} = wordsOf(places, view.filter as Tree | null)
  for (const word of wordsAbout(places, view.lost)) words[word] = undefined
  const [order] = Object.entries((view.orderBy?.[0] ?? {}) as Record<string, string>)
  const sort = order && !view.lost.includes(order[0]) ? `${order[1] === 'DESC' ? '-' : ''}${order[0]}` : plain
  const columns = view.columns?.filter((column) => !view.lost.includes(column.split('.')[0] ?? ''))
  return {
    words: {
      ...words,
      q: view.search ?? undefined,
      sort: sort === plain ? undefined : sort,
      cols: columns?.join(','),
      view: view.view.id,
    },
    whole,
  }
}

/** What is kept of a list when its view is saved. */
export function shownIn({words, orderBy}: Listing, filter: Tree | null) {
  return {
    filter,
    search: words.q ?? null,
    orderBy: words.sort ? orderBy : null,
    columns: words.cols?.split(',') ?? null,
  }
}

/** Whether a list is seen otherwise than its view says. */
export function differs(listing: Listing, kept: Words): boolean {
  const {vocabulary, words} = listing
  const told = (said: Words) =>
    Object.fromEntries(
      Object.entries({...said, sort: said.sort ?? vocabulary.plain, [vocabulary.peek]: undefined}).filter(
        ([, value]) => value !== undefined,
      ),
    )
  return !same(told(words), told(kept))
}
