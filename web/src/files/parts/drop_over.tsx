import {Trans} from '@lingui/react/macro'
import {IconPaperclip} from '@tabler/icons-react'
import {useEffect, useRef, useState} from 'react'
import {inField} from '../../ui/actions'
import {filesIn, holdsFiles} from '../dropped'

const inDialog = () => document.querySelector('dialog[open]') !== null

/** While files are dragged over the page it says where they would go; pasted ones go the same way. */
export function DropOver({name, take}: {name: string; take: (files: File[]) => void}) {
  const [over, setOver] = useState(false)
  const taker = useRef(take)
  useEffect(() => {
    taker.current = take
  })
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event.dataTransfer) || inDialog()) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (event.defaultPrevented || !holdsFiles(event.dataTransfer) || inDialog()) return
      event.preventDefault()
      taker.current(filesIn(event.dataTransfer))
    }
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || !holdsFiles(event.clipboardData) || inDialog() || inField(event.target)) return
      event.preventDefault()
      taker.current(filesIn(event.clipboardData))
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    addEventListener('paste', onPaste)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
      removeEventListener('paste', onPaste)
    }
  }, [])
  if (!over) return null
  const record = <bdi>{name}</bdi>
  return (
    <div className="drop-over" role="status">
      <p>
        <IconPaperclip size={20} />
        <Trans>Drop to add to {record}</Trans>
      </p>
    </div>
  )
}
