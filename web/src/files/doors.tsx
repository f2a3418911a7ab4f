import {type ComponentType, Suspense} from 'react'
import {late} from '../ui/late'
import {loadWords} from './words'

/** A part that comes with its texts when the first of its kind is drawn. */
function withWords<Props extends object>(load: () => Promise<{default: ComponentType<Props>}>) {
  const Part = late(async () => {
    const [part] = await Promise.all([load(), loadWords()])
    return part
  })
  return function Late(props: Props) {
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    )
  }
}

export const Attachments = withWords(() => import('./attachments'))
export const ActivityFiles = withWords(() => import('./parts/activity_files'))
export const Uploads = withWords(() => import('./parts/upload_list'))
