import type { ReactNode } from 'react'

type EmptyStateProps = {
  /** One sentence: what will be here, or what was looked for. */
  readonly text: ReactNode
  /** An example row in grey. */
  readonly example?: ReactNode
  /** One button. */
  readonly action?: ReactNode
}

/** What a page says when there is nothing to show yet, or nothing was found. */
export function EmptyState({ text, example, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <div>{text}</div>
      {example && <div className="empty-state-example">{example}</div>}
      {action}
    </div>
  )
}
