import {Trans, useLingui} from '@lingui/react/macro'
import {Link, useLocation} from '@tanstack/react-router'
import {Tag} from '../../ui/tag'
import type {Argument, Described, Part} from '../contract'
import {Told} from './told'

/** A type with its fields; each has an address of its own. */
export function OneType({type}: {type: Described}) {
  const {t} = useLingui()
  const here = useLocation({select: ({hash}) => hash})
  const sorts = {
    object: t`type`,
    interface: t`interface`,
    union: t`union`,
    input: t`input`,
    enum: t`enum`,
    scalar: t`scalar`,
  }
  return (
    <section className="reference-type" aria-labelledby="type-name">
      <h2 id="type-name">
        <code dir="ltr">{type.name}</code> <Tag>{sorts[type.sort]}</Tag>
      </h2>
      <Told text={type.description} />
      {type.others.length ? (
        <p className="quiet">
          {type.sort === 'union' ? <Trans>One of</Trans> : <Trans>Implements</Trans>}{' '}
          {type.others.map((name) => (
            <TypeLink key={name} named={name} text={name} />
          ))}
        </p>
      ) : null}
      <ul className="reference-parts">
        {type.parts.map((part) => (
          <OnePart key={part.name} part={part} id={`${type.name}.${part.name}`} here={here} />
        ))}
      </ul>
    </section>
  )
}

function OnePart({part, id, here}: {part: Part; id: string; here: string}) {
  const type = id.split('.')[0]
  return (
    <li id={id} data-here={id === here || undefined}>
      <p className="signature" dir="ltr">
        <Link to="/settings/reference" search={{type}} hash={id}>
          <code>{part.name}</code>
        </Link>
        {part.type && part.named ? <TypeLink named={part.named} text={part.type} /> : null}
        {part.standard ? <code className="quiet">= {part.standard}</code> : null}
      </p>
      {part.deprecated === undefined ? null : (
        <p className="deprecated">
          <Tag tone="warn">
            <Trans>Deprecated</Trans>
          </Tag>{' '}
          <bdi lang="en">{part.deprecated}</bdi>
        </p>
      )}
      <Told text={part.description} />
      {part.args.length ? <Arguments args={part.args} /> : null}
    </li>
  )
}

function Arguments({args}: {args: Argument[]}) {
  const {t} = useLingui()
  return (
    <ul className="reference-args" dir="ltr" aria-label={t`Arguments`}>
      {args.map(({name, type, named, standard, description}) => (
        <li key={name}>
          <code>{name}:</code> <TypeLink named={named} text={type} />
          {standard ? <code className="quiet"> = {standard}</code> : null}
          <Told text={description} />
        </li>
      ))}
    </ul>
  )
}

const TypeLink = ({named, text}: {named: string; text: string}) => (
  <Link className="plain" to="/settings/reference" search={{type: named}}>
    <code dir="ltr">{text}</code>
  </Link>
)
