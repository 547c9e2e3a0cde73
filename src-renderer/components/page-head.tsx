import type { ReactNode } from 'react'

/** Title of a page with its tabs and a sentence beside it; buttons stand at the right. */
export function PageHead({
  title,
  tabs,
  note,
  children,
}: {
  title: ReactNode
  tabs?: ReactNode
  note?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="page-head">
      <h1 className="page-title">{title}</h1>
      {tabs}
      <span className="secondary clip grow">{note}</span>
      {children}
    </div>
  )
}
