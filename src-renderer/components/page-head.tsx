import { LeftOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

type PageHeadProps = {
  readonly title: ReactNode
  /** Where one came from, at the left where one looks for it; Esc does the same. */
  readonly back?: { readonly text: string; readonly run: () => void }
  readonly tabs?: ReactNode
  readonly note?: ReactNode
  readonly children?: ReactNode
}

/** The way back, the title of a page with its tabs and a sentence beside it; buttons stand at the right. */
export function PageHead({ title, back, tabs, note, children }: PageHeadProps) {
  return (
    <div className="page-head">
      {back && <BackLink {...back} />}
      <h1 className="page-title">{title}</h1>
      {tabs}
      <span className="secondary clip grow">{note}</span>
      {children}
    </div>
  )
}

/** The way back to where one came from. */
export function BackLink({ text, run }: { readonly text: string; readonly run: () => void }) {
  return (
    <button type="button" className="link page-back" title="Esc" aria-keyshortcuts="Escape" onClick={run}>
      <LeftOutlined /> {text}
    </button>
  )
}
