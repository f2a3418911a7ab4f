import './form.css'
import {Trans} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {type ReactNode, useId, useState} from 'react'
import {Dialog} from './dialog'
import type {Problem} from './problems'
import {Refused} from './refused'

interface Props {
  title: string
  /** What the button says that saves; "Create" where nothing is said. */
  act?: ReactNode
  /** What it does cannot simply be taken back. */
  danger?: boolean
  width?: number
  /** Something was filled in: leaving asks once. */
  dirty: boolean
  saving: boolean
  problems: readonly Problem[]
  /** The fields that say themselves what was refused about them. */
  fields: readonly string[]
  /** Nothing is checked by the browser: what is wrong is said in the member's language. */
  noValidate?: boolean
  save: () => void
  /** Takes away what is changed here, where that is allowed. */
  remove?: () => void
  close: () => void
  children: ReactNode
}

/** A form over the page; what was filled in is not lost by a slip. */
export function Making({
  title,
  act,
  danger = false,
  width,
  dirty,
  saving,
  problems,
  fields,
  noValidate,
  save,
  remove,
  close,
  children,
}: Props) {
  const id = useId()
  const [asked, setAsked] = useState(false)
  const leave = () => {
    if (dirty && !asked) setAsked(true)
    else close()
  }
  return (
    <Dialog
      title={title}
      width={width}
      onClose={leave}
      footer={
        asked ? (
          <>
            <span className="grow" role="alert">
              <Trans>Leave without saving?</Trans>
            </span>
            <Button variant="default" size="compact-md" onClick={() => setAsked(false)}>
              <Trans>Stay</Trans>
            </Button>
            <Button color="red" size="compact-md" onClick={close}>
              <Trans>Leave</Trans>
            </Button>
          </>
        ) : (
          <>
            {remove ? (
              <Button variant="subtle" color="red" size="compact-md" disabled={saving} onClick={remove}>
                <Trans>Delete</Trans>
              </Button>
            ) : null}
            <span className="grow" />
            <Button variant="default" size="compact-md" onClick={leave}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" form={id} size="compact-md" color={danger ? 'red' : undefined} loading={saving}>
              {act ?? <Trans>Create</Trans>}
            </Button>
          </>
        )
      }
    >
      <form
        id={id}
        className="form"
        noValidate={noValidate}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {children}
        <Refused problems={problems} fields={fields} />
      </form>
    </Dialog>
  )
}
