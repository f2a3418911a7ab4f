import './avatar.css'
import type {CSSProperties} from 'react'

/** A person's initials on a colour of their own; the zero-width non-joiner keeps Arabic letters apart. */
export function Avatar({name, size = 20, plain = false}: {name: string; size?: number; plain?: boolean}) {
  const style = {inlineSize: size, blockSize: size, fontSize: size * 0.42, '--hue': hue(name)} as CSSProperties
  const told = plain ? {'aria-hidden': true} : {role: 'img', 'aria-label': name, title: name}
  return (
    <span className="avatar" style={style} {...told}>
      {initials(name)}
    </span>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return picked.map((word) => Array.from(word ?? '')[0] ?? '').join('\u200c')
}

function hue(name: string): number {
  return Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7)
}
