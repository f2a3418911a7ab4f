/** Takes the focus to the next notification, or the one before. */
export function step(list: HTMLElement | null, by: number) {
  const all = [...(list?.querySelectorAll<HTMLElement>('[data-notice] a') ?? [])]
  const here = all.findIndex((one) => one.closest('[data-notice]')?.contains(document.activeElement))
  const next = here < 0 ? 0 : here + by
  all[Math.max(0, Math.min(all.length - 1, next))]?.focus()
}
