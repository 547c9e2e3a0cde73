import type { ReactNode } from 'react'

/** The entries of one question, under its words. */
export function NavigationGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <div className="navigation-group">{label}</div>
      {children}
    </>
  )
}

type NavigationItemProps = {
  readonly href: string
  readonly icon: ReactNode
  readonly label: string
  readonly isCurrent: boolean
  /** Only the icon is shown; the name stays as a hint and for a screen reader. */
  readonly isFolded?: boolean
  readonly count?: ReactNode
}

/** One entry of the navigation. */
export function NavigationItem({ href, icon, label, isCurrent, isFolded, count }: NavigationItemProps) {
  return (
    <a
      className="navigation-item"
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={label}
      title={isFolded ? label : undefined}
    >
      {icon}
      {!isFolded && <span className="clip">{label}</span>}
      {!isFolded && count !== undefined && <span className="navigation-count">{count}</span>}
    </a>
  )
}
