import { Button, Dropdown } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type FunnelCard, FunnelColumn } from '#shared/domain/funnel.ts'
import { BoardColumn } from './board-column.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { useMove } from './use-move.ts'

const columns = FunnelColumn.options

type BoardProps = {
  readonly today: CalendarDate
  readonly onOpen: (customerId: number) => void
}

/** The board: a column per stage and sub-type; cards go by mouse, by Ctrl with an arrow, or by the menu. */
export function Board({ today, onOpen }: BoardProps) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const move = useMove(today)
  const [active, setActive] = useState<{ column: number; card: FunnelCard | undefined }>({
    ...{ column: 0, card: undefined },
  })
  const [rows, setRows] = useState<readonly number[]>(columns.map(() => 0))
  const board = useRef<HTMLDivElement>(null)
  const { card } = active
  const canMove = !isReadOnly

  const choose = (column: number, row: number, chosen: FunnelCard | undefined) => {
    setActive({ column, card: chosen })
    setRows(before => before.map((one, at) => (at === column ? row : one)))
  }
  const goToColumn = (column: number) =>
    board.current?.querySelectorAll<HTMLElement>('.board-list')[column]?.focus()
  const moveTo = (chosen: FunnelCard | undefined, column: FunnelColumn | undefined) => {
    if (canMove && chosen && column) void move.moveTo(chosen, chosen, column)
  }
  const onKey = (event: KeyboardEvent, column: number, chosen: FunnelCard | undefined, total: number) => {
    const row = rows[column] ?? 0
    const goToRow = (next: number) => choose(column, Math.max(0, Math.min(total - 1, next)), undefined)
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: () => goToRow(row + 1),
      ArrowUp: () => goToRow(row - 1),
      PageDown: () => goToRow(row + 8),
      PageUp: () => goToRow(row - 8),
      Home: () => goToRow(0),
      End: () => goToRow(total - 1),
      ArrowLeft: () => goToColumn(column - 1),
      ArrowRight: () => goToColumn(column + 1),
      'Ctrl+ArrowLeft': () => moveTo(chosen, columns[column - 1]),
      'Ctrl+ArrowRight': () => moveTo(chosen, columns[column + 1]),
      Enter: () => chosen && onOpen(chosen.customerId),
      F2: () => canMove && chosen && move.ask(chosen, chosen),
    }
    const act = keys[event.ctrlKey ? `Ctrl+${event.key}` : event.key]
    if (!act || event.nativeEvent.isComposing) return
    event.preventDefault()
    act()
  }
  return (
    <>
      <div className="row board-line">
        {card ? (
          <>
            <span className="clip">{t('funnel.chosen', { name: card.name })}</span>
            <Button size="small" onClick={() => onOpen(card.customerId)}>
              {t('funnel.openFile')}
            </Button>
            {canMove && (
              <>
                <Dropdown
                  trigger={['click']}
                  menu={{
                    items: columns.map(key => ({ key, label: t(`funnel.place.${key}`) })),
                    onClick: ({ key }) =>
                      moveTo(
                        card,
                        columns.find(one => one === key),
                      ),
                  }}
                >
                  <Button size="small">{t('funnel.moveTo')}</Button>
                </Dropdown>
                <Button size="small" onClick={() => move.ask(card, card)}>
                  {t('funnel.judge')}
                </Button>
              </>
            )}
          </>
        ) : (
          <span className="secondary">{t('funnel.hint')}</span>
        )}
        <span className="grow" />
        {card && <span className="small tertiary">{t('funnel.keys')}</span>}
      </div>
      {move.error && !move.open && <ErrorNote error={move.error.data} />}
      <div className="board" ref={board}>
        {columns.map((column, at) => (
          <BoardColumn
            key={column}
            column={column}
            asOf={today}
            title={t(`funnel.column.${column}`)}
            activeRow={rows[at] ?? 0}
            isActive={active.column === at}
            canMove={canMove}
            onChoose={(row, chosen) => choose(at, row, chosen)}
            onOpen={chosen => onOpen(chosen.customerId)}
            onDropped={() => moveTo(card, column)}
            onKey={(event, chosen, total) => onKey(event, at, chosen, total)}
          />
        ))}
      </div>
      {move.open && (
        <MoveDialog
          move={move.open}
          today={today}
          error={move.error}
          isRunning={move.isRunning}
          onSave={draft => (move.open ? move.save(move.open.customer, draft) : Promise.resolve(false))}
          onClose={move.close}
        />
      )}
    </>
  )
}
