import {type ComponentProps, type ComponentType, lazy, Suspense} from 'react'
import {loadWords} from './words'

/** A part that comes with its texts when the first of its kind is drawn. */
function late<Props extends object>(load: () => Promise<{default: ComponentType<Props>}>) {
  const Part = lazy(async () => {
    const [part] = await Promise.all([load(), loadWords()])
    return part
  }) as unknown as ComponentType<Props>
  return function Late(props: ComponentProps<typeof Part>) {
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    )
  }
}

export const Attachments = late(() => import('./attachments'))
export const ActivityFiles = late(() => import('./parts/activity_files'))
export const Uploads = late(() => import('./parts/upload_list'))
