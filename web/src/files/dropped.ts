/** Whether something is dragged or pasted that holds files. */
export const holdsFiles = (held: DataTransfer | null) => held?.types.includes('Files') ?? false

/** The files of a drop or a paste; folders are no files. */
export function filesIn(held: DataTransfer | null): File[] {
  return [...(held?.items ?? [])].flatMap((item) => {
    if (item.kind !== 'file' || item.webkitGetAsEntry()?.isDirectory) return []
    return item.getAsFile() ?? []
  })
}
