import type { ReactNode } from 'react'

type NoteProps = {
  /** `seal`: refused, damaged, late. `warn`: needs a look. */
  readonly tone?: 'plain' | 'warn' | 'seal'
  readonly children: ReactNode
  /** One button at the right. */
  readonly action?: ReactNode
}

/** A remark in place, with a line at the left whose colour says how grave it is. */
export function Note({ tone = 'plain', children, action }: NoteProps) {
  return (
    <div className={tone === 'plain' ? 'note' : `note is-${tone}`}>
      <div className="note-text">{children}</div>
      {action}
    </div>
  )
}
