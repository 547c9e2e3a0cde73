import type { ReactNode } from 'react'

type TagProps = {
  /** Grey for all ordinary tags; a tone only where it means something. */
  readonly tone?: 'plain' | 'brand' | 'seal' | 'warn' | 'info'
  readonly children: ReactNode
}

/** A word on a tint. */
export function Tag({ tone = 'plain', children }: TagProps) {
  return <span className={tone === 'plain' ? 'tag' : `tag is-${tone}`}>{children}</span>
}

/** The first tags and how many more there are. */
export function TagList({ tags, limit = 2 }: { tags: readonly string[]; limit?: number }) {
  const rest = tags.slice(limit)
  return (
    <span className="nowrap" title={rest.length > 0 ? tags.join('、') : undefined}>
      {tags.slice(0, limit).map(tag => (
        <span key={tag}>
          <Tag>{tag}</Tag>{' '}
        </span>
      ))}
      {rest.length > 0 && <span className="small tertiary">+{rest.length}</span>}
    </span>
  )
}
