import { createContext, type ReactNode, useContext } from 'react'
import type { TagColor } from '#shared/domain/tag.ts'

type TagProps = {
  /** Grey for what has no colour of its own; a tone only where it means something. */
  readonly tone?: 'plain' | 'brand' | 'seal' | 'warn' | 'info'
  readonly children: ReactNode
}

/** A word on a tint. */
export function Tag({ tone = 'plain', children }: TagProps) {
  return <span className={tone === 'plain' ? 'tag' : `tag is-${tone}`}>{children}</span>
}

/** The colours that the shop gave to tags, by name. */
export const TagColors = createContext<ReadonlyMap<string, TagColor>>(new Map())

/** How each colour is drawn. */
export const toneOfColor = { green: 'brand', blue: 'info', amber: 'warn', red: 'seal' } as const

/** The first tags, each in its colour, and how many more there are. */
export function TagList({ tags, limit = 2 }: { tags: readonly string[]; limit?: number }) {
  const rest = tags.slice(limit)
  const colors = useContext(TagColors)
  const toneOf = (tag: string) => {
    const color = colors.get(tag)
    return color ? toneOfColor[color] : 'plain'
  }
  return (
    <span className="nowrap" title={rest.length > 0 ? tags.join('、') : undefined}>
      {tags.slice(0, limit).map(tag => (
        <span key={tag}>
          <Tag tone={toneOf(tag)}>{tag}</Tag>{' '}
        </span>
      ))}
      {rest.length > 0 && <span className="small tertiary">+{rest.length}</span>}
    </span>
  )
}
