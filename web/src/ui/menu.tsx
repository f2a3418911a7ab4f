import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Menu.css'
import './menu.css'
import {Menu} from '@mantine/core'
import {type ReactNode, useEffect, useRef} from 'react'

/** A menu that hangs on the place where it is drawn, open from the start; its trigger stands beside it. */
export function FloatingMenu({label, close, children}: {label: string; close: () => void; children: ReactNode}) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus())
  }, [])
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-end"
      offset={4}
      width={200}
      shadow="md"
      portalProps={{target: '#main'}}
      withInitialFocusPlaceholder={false}
      returnFocus
      transitionProps={{duration: 0}}
    >
      <Menu.Target>
        <span className="menu-anchor" aria-hidden />
      </Menu.Target>
      <Menu.Dropdown ref={list} aria-label={label} aria-labelledby={undefined}>
        {children}
      </Menu.Dropdown>
    </Menu>
  )
}

export function MenuItem(props: {icon?: ReactNode; danger?: boolean; run: () => void; children: ReactNode}) {
  return (
    <Menu.Item leftSection={props.icon} className={props.danger ? 'danger' : undefined} onClick={props.run}>
      {props.children}
    </Menu.Item>
  )
}

export function MenuLabel({children}: {children: ReactNode}) {
  return <Menu.Label>{children}</Menu.Label>
}
