/** What somebody wrote, inside a sentence: shown as it is, whatever it holds, and in a direction of its own. */
export function Said({text}: {text: string}) {
  return <bdi>{text}</bdi>
}
