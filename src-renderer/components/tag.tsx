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

/** Of a character outside ASCII, one inside it, and around a tag. Units: px, rather too wide than too narrow. */
const widePx = 12
const narrowPx = 7
const aroundPx = 17
/** Of the cell's own edges and of how many more there are. */
const besidePx = 42

/** How many of the first tags have room beside each other, with how many more there are behind them; one at least. */
function fitting(tags: readonly string[], roomPx: number): number {
  let px = besidePx
  const over = tags.findIndex(tag => {
    const narrow = [...tag].filter(character => character < '\u0080').length
    px += aroundPx + narrow * narrowPx + ([...tag].length - narrow) * widePx
    return px > roomPx
  })
  return over === -1 ? tags.length : Math.max(1, over)
}

type TagListProps = {
  readonly tags: readonly string[]
  readonly limit?: number
  /** The width they have in a line of a list: fewer are shown where not all have room, and a single long one is cut. */
  readonly roomPx?: number
}

/** The first tags, each in its colour, and how many more there are; all of them on hover. */
export function TagList({ tags, limit = 2, roomPx }: TagListProps) {
  const shown = roomPx === undefined ? limit : Math.min(limit, fitting(tags, roomPx))
  const rest = tags.slice(shown)
  const colors = useContext(TagColors)
  const toneOf = (tag: string) => {
    const color = colors.get(tag)
    return color ? toneOfColor[color] : 'plain'
  }
  return (
    <span
      className={roomPx === undefined ? 'nowrap' : 'tag-line'}
      title={rest.length > 0 || roomPx !== undefined ? tags.join('、') : undefined}
    >
      {tags.slice(0, shown).map(tag => (
        <span key={tag}>
          <Tag tone={toneOf(tag)}>{tag}</Tag>{' '}
        </span>
      ))}
      {rest.length > 0 && <span className="small tertiary">+{rest.length}</span>}
    </span>
  )
}
