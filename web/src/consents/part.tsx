import './consents.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconShieldCheck, IconShieldX} from '@tabler/icons-react'
import type {ConsentLineFragment} from '../gql/graphql'
import {useFormats} from '../ui/formats'
import {Part} from '../ui/part'

/** What somebody agreed to, in the words that were shown, or took back. */
export default function Consents({consents}: {consents: readonly ConsentLineFragment[]}) {
  const {t} = useLingui()
  const {moment, momentInFull} = useFormats()
  return (
    <Part title={t`Consents`} count={consents.length || undefined}>
      {consents.length ? (
        <ul className="consents">
          {consents.map(({id, kind, words, evidence, at, source}) => (
            <li key={id}>
              {kind === 'GRANTED' ? <IconShieldCheck size={16} /> : <IconShieldX size={16} />}
              <div>
                <p dir="auto">{words}</p>
                <small title={evidence ?? undefined}>
                  {kind === 'GRANTED' ? <Trans>Agreed</Trans> : <Trans>Taken back</Trans>}
                  {' · '}
                  <time dateTime={at} title={momentInFull(at)} className="num">
                    {moment(at)}
                  </time>
                  {source ? (
                    <>
                      {' · '}
                      <bdi>{source.name}</bdi>
                    </>
                  ) : null}
                </small>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className="none">
          <Trans>Agreed to nothing yet: ask before you send what was not asked for.</Trans>
        </p>
      )}
    </Part>
  )
}
