import {cut} from '../mentions'

/** Text in which those who are mentioned stand out, each name in its own direction. */
export function Mentioned({text, people}: {text: string; people: readonly {name: string}[]}) {
  const parts = cut(
    text,
    people.map(({name}) => name),
  )
  return parts.map((part, i) =>
    i % 2 ? (
      <bdi key={i} className="mention">
        @{part}
      </bdi>
    ) : (
      part
    ),
  )
}
