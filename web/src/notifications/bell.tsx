import './bell.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {IconBell} from '@tabler/icons-react'
import {useNavigate} from '@tanstack/react-router'
import {Suspense, useState} from 'react'
import {useActions} from '../ui/actions'
import {useFormats} from '../ui/formats'
import {late} from '../ui/late'
import {useCountInTitle} from './title'
import {useUnread} from './unread'
import {loadWords} from './words'

const Panel = late(async () => {
  const [panel] = await Promise.all([import('./panel'), loadWords()])
  return panel
})

/** How many notifications wait, and the way to them. */
export function Bell() {
  const {t} = useLingui()
  const {number} = useFormats()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const {count} = useUnread()
  useCountInTitle(count)
  useActions([
    {
      id: 'go-notifications',
      label: t`Go to notifications`,
      keys: 'G N',
      icon: <IconBell size={16} />,
      run: () => void navigate({to: '/notifications'}),
    },
  ])
  return (
    <>
      <button
        type="button"
        className="bell"
        aria-haspopup="dialog"
        title={t`Notifications`}
        onClick={() => setOpen(true)}
      >
        <IconBell size={16} stroke={1.75} />
        <span className="label">
          <Trans>Notifications</Trans>
        </span>
        {count > 0 ? (
          <span className="unread num">
            <span aria-hidden>{count > 99 ? '99+' : number(count)}</span>
            <span className="vh">
              <Plural value={count} one="# unread" other="# unread" />
            </span>
          </span>
        ) : null}
      </button>
      <Suspense>{open ? <Panel close={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
