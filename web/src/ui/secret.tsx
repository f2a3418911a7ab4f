import './section.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconCheck, IconCopy} from '@tabler/icons-react'
import {useState} from 'react'
import {useSay} from './say'

/** A text to be carried elsewhere, with a button that copies it. */
export function Copyable({text, label}: {text: string; label: string}) {
  const {t} = useLingui()
  const say = useSay()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      say(t`Copied`)
    } catch {
      say(t`The browser does not let us copy: mark the text and copy it.`)
    }
  }
  return (
    <div className="secret" role="group" aria-label={label}>
      <code>{text}</code>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        onClick={() => void copy()}
      >
        {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
      </Button>
    </div>
  )
}
