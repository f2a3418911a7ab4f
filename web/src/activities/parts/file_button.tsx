import {IconPaperclip} from '@tabler/icons-react'

/** Chooses files; on a phone from the camera too. */
export function FileButton({label, take}: {label: string; take: (files: File[]) => void}) {
  return (
    <label className="file-button" title={label}>
      <IconPaperclip size={16} />
      <input
        type="file"
        multiple
        aria-label={label}
        onChange={(event) => {
          take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </label>
  )
}
