import type { ReactNode } from 'react'

/** Title of a page with a sentence beside it; buttons stand at the right. */
export function PageHead({
  title,
  note,
  children,
}: {
  title: ReactNode
  note?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="page-head">
      <h1 className="page-title">{title}</h1>
      <span className="secondary clip grow">{note}</span>
      {children}
    </div>
  )
}
