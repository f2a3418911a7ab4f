import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {IconAlertTriangle} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import type {ReactNode} from 'react'
import type {ForecastNoteCode, ForecastPageQuery} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {type Target, To} from '../../ui/to'
import type {Lists} from '../links'
import {FEW} from '../view'

interface Props {
  told: NonNullable<ForecastPageQuery['forecast']>
  lists: Lists
  again: () => void
}

/** Why a number may be weaker than it looks, each with the records that it is about. */
export function Notes({told, lists, again}: Props) {
  const {t} = useLingui()
  const opens: Partial<Record<ForecastNoteCode, Target>> = {
    OVERDUE: lists.overdue,
    UNDATED: lists.undated,
    NO_AMOUNT: lists.unpriced,
  }
  const weak = told.stages.filter(({closed, openDeals}) => openDeals && closed < FEW)
  return (
    <Block wide title={t`What to know`} retry={again}>
      <ul className="cautions num">
        {weak.map(({stage, closed}) => (
          <Caution key={stage.id}>
            <bdi>{stage.name}</bdi>
            {': '}
            {closed ? (
              <Plural
                value={closed}
                one="the share is known from one closed deal only."
                other="the share is known from # closed deals only."
              />
            ) : (
              <Trans>no deal that was in this stage has closed yet.</Trans>
            )}
          </Caution>
        ))}
        {told.notes.map(({code, message}) => (
          <Caution key={code}>
            {opens[code] ? (
              <To opens={opens[code]} data-note={code}>
                {message}
              </To>
            ) : (
              message
            )}
            {code === 'OTHER_CURRENCY' ? (
              <>
                {' · '}
                <Link to="/settings/rates">
                  <Trans>To the rates</Trans>
                </Link>
              </>
            ) : null}
          </Caution>
        ))}
      </ul>
      <p className="quiet">
        <Trans>
          Expected is what was won, and each open deal that is due times the share of its stage. The range is what would
          come if every share stood at the low or the high end of its interval; what chance does to a single large deal
          is not in it. The share is that of a deal which enters the stage: one that has long stood there wins less
          often.
        </Trans>
      </p>
    </Block>
  )
}

function Caution({children}: {children: ReactNode}) {
  return (
    <li>
      <IconAlertTriangle size={14} aria-hidden />
      <span>{children}</span>
    </li>
  )
}
