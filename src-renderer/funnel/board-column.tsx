import { type KeyboardEvent, type UIEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { FunnelCard, FunnelColumn } from '#shared/domain/funnel.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { BoardCard } from './board-card.tsx'

const cardPx = 56
const pageSize = 100
/** Drawn above and below what is in sight. */
const spare = 5

type BoardColumnProps = {
  readonly column: FunnelColumn
  readonly asOf: CalendarDate
  readonly title: string
  readonly activeRow: number
  readonly isActive: boolean
  readonly canMove: boolean
  readonly onChoose: (row: number, card: FunnelCard | undefined) => void
  readonly onOpen: (card: FunnelCard) => void
  readonly onDropped: () => void
  readonly onKey: (event: KeyboardEvent, card: FunnelCard | undefined, total: number) => void
}

/** One column of the board: the list of its cards, of which those in sight are drawn. */
export function BoardColumn(props: BoardColumnProps) {
  const { column, asOf, title, activeRow, isActive, canMove, onChoose, onOpen, onDropped, onKey } = props
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const [topPx, setTop] = useState(0)
  const [isOver, setOver] = useState(false)
  const firstRow = Math.max(0, Math.floor(topPx / cardPx) - spare)
  const start = Math.floor(firstRow / pageSize) * pageSize
  const selector = { kind: 'column' as const, column }
  const page = useRequest(
    'funnel.listCards',
    { asOf, selector, start, count: pageSize },
    { keepsPrevious: true },
  )
  const next = useRequest(
    'funnel.listCards',
    { asOf, selector, start: start + pageSize, count: pageSize },
    { isEnabled: (page.data?.total ?? 0) > start + pageSize, keepsPrevious: true },
  )
  const total = page.data?.total ?? 0
  const heightPx = list.current?.clientHeight ?? 600
  const lastRow = Math.min(total, Math.ceil((topPx + heightPx) / cardPx) + spare)
  const cardOf = (row: number) =>
    row < start + pageSize ? page.data?.cards[row - start] : next.data?.cards[row - start - pageSize]
  const row = Math.min(activeRow, Math.max(0, total - 1))
  const chosen = cardOf(row)

  // The active card is kept in sight, and the page above knows which it is.
  useEffect(() => {
    if (!isActive || !list.current) return
    const { scrollTop, clientHeight } = list.current
    if (row * cardPx < scrollTop) list.current.scrollTop = row * cardPx
    else if ((row + 1) * cardPx > scrollTop + clientHeight)
      list.current.scrollTop = (row + 1) * cardPx - clientHeight
  }, [isActive, row])
  const chosenId = chosen?.customerId
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when another card becomes the active one, not whenever it is drawn.
  useEffect(() => {
    if (isActive) onChoose(row, chosen)
  }, [isActive, row, chosenId])
  const wasActive = useRef(false)
  useEffect(() => {
    if (isActive && !wasActive.current && document.activeElement?.classList.contains('board-list'))
      list.current?.focus()
    wasActive.current = isActive
  }, [isActive])

  const idOf = (at: number) => `funnel-${column}-${at}`
  const refused = page.data?.refusedCount ?? 0
  return (
    <section className={isOver ? 'board-column is-over' : 'board-column'} aria-label={title}>
      <div className="board-column-head">
        <span className="grow clip" title={title}>
          {title}
        </span>
        <span className="num secondary">{formatNumber(total)}</span>
      </div>
      {page.data && total === 0 && (
        <p className="board-empty small tertiary">{t(`funnel.empty.${column}`)}</p>
      )}
      <div
        ref={list}
        className="board-list"
        role="listbox"
        tabIndex={0}
        aria-label={t('funnel.columnLabel', { column: title, count: total })}
        aria-activedescendant={isActive && chosen ? idOf(row) : undefined}
        onFocus={() => onChoose(row, chosen)}
        onScroll={(event: UIEvent<HTMLDivElement>) => setTop(event.currentTarget.scrollTop)}
        onKeyDown={event => onKey(event, chosen, total)}
        onDragOver={event => {
          if (!canMove || event.dataTransfer.types.includes('Files')) return
          // The window, which takes files only, would refuse it.
          event.stopPropagation()
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          setOver(false)
          if (!canMove || event.dataTransfer.types.includes('Files')) return
          event.stopPropagation()
          event.preventDefault()
          onDropped()
        }}
      >
        <div style={{ height: total * cardPx, position: 'relative' }} role="presentation">
          {Array.from({ length: Math.max(0, lastRow - firstRow) }, (_, index) => firstRow + index).map(at => {
            const card = cardOf(at)
            return (
              card && (
                <BoardCard
                  key={card.customerId}
                  card={card}
                  id={idOf(at)}
                  isActive={isActive && at === row}
                  topPx={at * cardPx}
                  canDrag={canMove}
                  onChoose={() => onChoose(at, card)}
                  onOpen={() => onOpen(card)}
                />
              )
            )
          })}
        </div>
      </div>
      {refused > 0 && (
        <div className="small tertiary board-refused">{t('funnel.refused', { count: refused })}</div>
      )}
    </section>
  )
}
