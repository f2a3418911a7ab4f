import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {usePlaces} from './places'

/** On a phone: what the bar below has no room for. */
export function FarPlaces({close}: {close: () => void}) {
  const {t} = useLingui()
  return (
    <nav className="far-places" aria-label={t`More pages`}>
      <ul>
        {usePlaces()
          .filter(({far}) => far)
          .map(({to, icon: Icon, label, mirror}) => (
            <li key={to}>
              <Link to={to} activeOptions={{exact: to === '/deals', includeSearch: false}} onClick={close}>
                <Icon size={20} stroke={1.75} className={mirror ? 'mirror' : undefined} />
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
