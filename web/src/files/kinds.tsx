import {useLingui} from '@lingui/react/macro'
import {
  IconFile,
  IconFileMusic,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconPhoto,
} from '@tabler/icons-react'
import type {FileLineFragment} from '../gql/graphql'

const shown = ['png', 'jpeg', 'gif', 'webp']
const pictures = [...shown, 'bmp', 'tiff', 'heic', 'svg']
const sheets = ['xlsx', 'ods']
const texts = ['docx', 'odt', 'rtf', 'text', 'ole', 'pptx', 'odp']
const sounds = ['mp3', 'wav', 'ogg', 'mp4', 'webm']

/** How a file can be looked at without being saved first. */
export function lookOf({kind, preview}: FileLineFragment): 'picture' | 'small' | 'pdf' | null {
  if (shown.includes(kind)) return 'picture'
  if (kind === 'pdf' && navigator.pdfViewerEnabled) return 'pdf'
  return preview === 'READY' ? 'small' : null
}

export function Sign({kind, size = 18}: {kind: string; size?: number}) {
  const Icon = pictures.includes(kind)
    ? IconPhoto
    : kind === 'pdf'
      ? IconFileTypePdf
      : sheets.includes(kind)
        ? IconFileSpreadsheet
        : texts.includes(kind)
          ? IconFileText
          : sounds.includes(kind)
            ? IconFileMusic
            : kind === 'zip' || kind === 'archive'
              ? IconFileZip
              : IconFile
  return <Icon size={size} stroke={1.5} />
}

/** What a file's kind is called. */
export function useKind() {
  const {t} = useLingui()
  return (kind: string): string => {
    if (kind === 'pdf') return 'PDF'
    if (pictures.includes(kind)) return t`Picture`
    if (sheets.includes(kind)) return t`Spreadsheet`
    if (kind === 'pptx' || kind === 'odp') return t`Presentation`
    if (kind === 'text') return t`Text`
    if (texts.includes(kind)) return t`Document`
    if (sounds.includes(kind)) return t`Recording`
    if (kind === 'zip' || kind === 'archive') return t`Archive`
    return t`File`
  }
}
