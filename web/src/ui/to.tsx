import {Link, type LinkProps, useRouter} from '@tanstack/react-router'
import type {AnchorHTMLAttributes, ComponentType, SVGAttributes} from 'react'

/** Where the records stand that a number counts. */
export type Target = Pick<LinkProps, 'to' | 'search' | 'params'>

/** A link to what was worked out elsewhere. */
const Plain = Link as unknown as ComponentType<Target & AnchorHTMLAttributes<HTMLAnchorElement>>

export function To({opens, ...rest}: {opens: Target} & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <Plain {...opens} {...rest} />
}

/** A part of a drawing that opens its records. */
export function Mark({opens, children, ...rest}: {opens: Target} & SVGAttributes<SVGAElement>) {
  const router = useRouter()
  const {href} = router.buildLocation(opens as never)
  return (
    <a
      {...(rest as object)}
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        void router.navigate(opens as never)
      }}
    >
      {children}
    </a>
  )
}
