import {Kbd} from '@mantine/core'

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent)
const signs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Mod: apple ? '⌘' : 'Ctrl',
}

/** The keys of an action, always written from left to right. */
export function Keys({keys}: {keys: string}) {
  const parts = keys.split(/[ +]/).map((part) => signs[part] ?? part)
  return (
    <Kbd size="xs" dir="ltr">
      {parts.join(' ')}
    </Kbd>
  )
}
