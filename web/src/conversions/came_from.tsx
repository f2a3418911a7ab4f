import {Suspense} from 'react'
import type {CameFromFragment} from '../gql/graphql'
import {Bone} from '../ui/empty'
import {late} from '../ui/late'
import {withLeadWords} from '../ui/lead_words'

const Leads = late(() => withLeadWords(() => import('./parts/leads')))

/** From which leads a record came; most came from none, and then nothing is fetched for it. */
export function CameFrom({conversions}: {conversions: CameFromFragment}) {
  if (!conversions.nodes.some(({lead}) => lead)) return null
  return (
    <Suspense fallback={<Bone inline="100%" block={60} />}>
      <Leads conversions={conversions} />
    </Suspense>
  )
}
