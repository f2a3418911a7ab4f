interface Named {
  name: string
  status?: string
}

const MOST = 6
const ASKED = /(?:^|[\s(])@([^\s@]*(?: [^\s@]*)?)$/u

/** What is being typed after an `@`, when the caret stands behind one: where that is, and the words since. */
export function askedAt(text: string, caret: number): {from: number; words: string} | null {
  const found = ASKED.exec(text.slice(0, caret))
  const words = found?.[1]
  return words === undefined ? null : {from: caret - words.length - 1, words: words.toLocaleLowerCase()}
}

/** Who can be meant: first those with a name that begins so. */
export function matching<One extends Named>(people: readonly One[], words: string): One[] {
  const asked = words.trim()
  const rank = ({name}: Named) => {
    const low = name.toLocaleLowerCase()
    return low.startsWith(asked) ? 0 : low.includes(` ${asked}`) ? 1 : 2
  }
  return people
    .filter(({name, status}) => status === 'ACTIVE' && name.toLocaleLowerCase().includes(asked))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
}

/** The text with the name in place of what was typed, and where the caret goes. */
export function written(text: string, from: number, caret: number, name: string) {
  const before = `${text.slice(0, from)}@${name} `
  return {text: before + text.slice(caret).replace(/^ /, ''), caret: before.length}
}

/** Those of the chosen who are still named in the text. */
export const stillNamed = <One extends Named>(text: string, chosen: readonly One[]): One[] =>
  chosen.filter(({name}) => text.includes(`@${name}`))

/** A text cut at the names of those who are mentioned: every second part is one. */
export function cut(text: string, names: readonly string[]): string[] {
  if (!names.length) return [text]
  const any = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
  return text.split(new RegExp(`@(${any})`, 'u'))
}
