import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconArrowsDiagonal, IconPencil} from '@tabler/icons-react'
import {useNavigate} from '@tanstack/react-router'
import type {ReactNode} from 'react'
import {useActions} from './actions'
import type {Refusal} from './edits'
import {Inline} from './inline'
import {useStill} from './still'
import {type Target, To} from './to'

interface Props {
  name: string
  page: Target
  save: (name: string) => Promise<Refusal>
  star: ReactNode
  /** What else can be done with the record. */
  children?: ReactNode
}

/** Of a record beside a list: its name, changed in place, and the way to its page. */
export function PanelHead({name, page, save, star, children}: Props) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const still = useStill()
  useActions([
    {
      id: 'open-page',
      label: t`Open the page of ${name}`,
      keys: 'O',
      icon: <IconArrowsDiagonal size={16} />,
      run: () => void navigate(page as never),
    },
    {
      id: 'edit-name',
      label: t`Change the name`,
      keys: 'E',
      icon: <IconPencil size={16} />,
      able: !still,
      run: () => document.querySelector<HTMLElement>('.panel h2 .inline button')?.click(),
    },
  ])
  return (
    <>
      <h2>
        <Inline label={t`Name`} value={name} save={save}>
          <bdi>{name}</bdi>
        </Inline>
      </h2>
      {star}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Open the page`}
        renderRoot={(props) => <To opens={page} {...props} />}
      >
        <IconArrowsDiagonal size={16} />
      </ActionIcon>
      {children}
    </>
  )
}
