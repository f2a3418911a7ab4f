import {type ComponentProps, lazy, Suspense} from 'react'

const Late = lazy(() => import('./gallery'))

/** The gallery, fetched when something is looked at for the first time. */
export function Gallery(props: ComponentProps<typeof Late>) {
  return (
    <Suspense>
      <Late {...props} />
    </Suspense>
  )
}
