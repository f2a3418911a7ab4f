import {type ComponentProps, Suspense} from 'react'
import {late} from '../ui/late'

const Late = late(() => import('./gallery'))

/** The gallery, fetched when something is looked at for the first time. */
export function Gallery(props: ComponentProps<typeof Late>) {
  return (
    <Suspense>
      <Late {...props} />
    </Suspense>
  )
}
