import { type ClipboardEvent, type KeyboardEvent, type RefObject, useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { Block } from './block-texts.ts'
import { markKey, nextMark } from './cell-marks.ts'
import { parseHtmlTable, parseTsv } from './clipboard-text.ts'
import { type EditorAction, editorAction } from './editor-key.ts'
import type { SheetAction } from './keyboard.ts'
import type { RowCache } from './row-cache.ts'
import { type Cell, extendTo, type SelectedArea, selectCell } from './selection.ts'
import type { SheetGridProps } from './sheet-grid-props.ts'
import { useCellEditor } from './use-cell-editor.ts'
import { useCellWrites } from './use-cell-writes.ts'
import { newRowKey, useNewRow } from './use-new-row.ts'
import type { SelectionState } from './use-selection.ts'

type EditingTools<Row> = {
  readonly props: SheetGridProps<Row>
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly rowPx: number
  readonly cache: RowCache<Row>
  readonly state: SelectionState
  readonly area: () => SelectedArea
  readonly goToCell: (cell: Cell) => void
  readonly announce: (text: string) => void
}

/** All of typing into a grid: the cell under the cursor, blocks, the new row, marks, and why something cannot be typed into. */
export function useSheetEditing<Row>(tools: EditingTools<Row>) {
  const { props, field, rowPx, cache, state, area, goToCell, announce } = tools
  const { columns, editing } = props
  const { t } = useTranslation()
  const count = props.source?.count ?? 0
  const hasNewRow = editing?.newRow !== undefined && count > 0
  const [told, setTold] = useState<{ readonly cell: Cell; readonly reason: string } | null>(null)
  const { active } = state.selection
  const isInNewRow = (cell: Cell) => hasNewRow && cell.row === count

  const isTold = told?.cell.row === active.row && told.cell.column === active.column
  const hint = isTold ? told.reason : null

  const isOfRows = () => state.newest().rows.length > 0
  const select = ({ top, left, height, width }: Block) => {
    const bottom = Math.min(count, top + height) - 1
    const right = Math.min(columns.length, left + width) - 1
    state.select(extendTo(selectCell({ row: top, column: left }), { row: bottom, column: right }))
  }
  const writes = useCellWrites({ editing, cache, columns, count, area, isOfRows, announce, select })
  const { mark, marks } = writes
  const newRow = useNewRow({
    editing,
    isActive: isInNewRow(active),
    mark,
    dismiss: columnKey => writes.dismiss(markKey(newRowKey, columnKey)),
  })
  const markOf = ({ row, column }: Cell) => {
    const key = columns[column]?.key
    const held = cache.get(row)
    const rowKey = isInNewRow({ row, column }) ? newRowKey : held !== undefined && editing?.keyOf(held)
    return key === undefined || !rowKey ? undefined : marks.get(markKey(rowKey, key))
  }
  /** Why a cell cannot be typed into; null where it can, undefined where nothing is typed at all. */
  const lockOf = (cell: Cell): string | null | undefined => {
    if (!editing) return undefined
    const column = columns[cell.column]
    const row = cache.get(cell.row)
    if (!column || (row === undefined && !isInNewRow(cell))) return undefined
    const ofRow = row === undefined || isInNewRow(cell) ? null : editing.lockOf(row)
    return ofRow ?? (column.editor ? null : (column.lockedReason ?? t('grid.locked')))
  }
  const canEdit = (cell: Cell) => lockOf(cell) === null
  const editor = useCellEditor<Row>({
    field,
    rowPx,
    target: () => {
      const cell = state.newest().active
      const column = columns[cell.column]
      if (!column || !canEdit(cell)) return undefined
      goToCell(cell)
      const row = isInNewRow(cell) ? undefined : cache.get(cell.row)
      const before =
        row === undefined ? (newRow.texts[column.key] ?? '') : (column.editText ?? column.text)(row)
      return { cell, row, column, before, start: markOf(cell)?.typed ?? before }
    },
    onCommit: ({ cell, row, column, before }, text) => {
      if (row === undefined) newRow.type(column.key, text)
      else if (text !== before) writes.writeOne(row, column, text)
      else if (markOf(cell)) writes.dismiss(markKey(editing?.keyOf(row) ?? '', column.key))
    },
  })

  const tellWhy = (cell: Cell) => {
    const reason = lockOf(cell)
    if (!reason) return
    setTold({ cell, reason })
    announce(reason)
  }
  const goToNextMark = async () => {
    const here = markOf(active)
    const next = nextMark(marks, here ? markKey(here.rowKey, here.columnKey) : null)
    if (!next || !editing) return
    const row = next.rowKey === newRowKey ? count : await editing.locate(next.rowKey)
    const column = columns.findIndex(({ key }) => key === next.columnKey)
    if (row !== null && column !== -1) goToCell({ row, column })
  }
  const dismissHere = (): boolean => {
    const here = markOf(state.newest().active)
    setTold(null)
    if (here) writes.dismiss(markKey(here.rowKey, here.columnKey))
    if (hint !== null || here) return true
    if (newRow.isEmpty || !isInNewRow(state.newest().active)) return false
    newRow.forget()
    return true
  }

  /** What a key asks for that is about typing; false where it is not. */
  const perform = (action: SheetAction): boolean => {
    const cell = state.newest().active
    switch (action.kind) {
      case 'edit':
        if (canEdit(cell)) editor.beginAsIs()
        else tellWhy(cell)
        return true
      case 'write-today': {
        const today = columns[cell.column]?.editor?.today
        if (today && canEdit(cell)) editor.begin(today)
        return true
      }
      case 'clear':
        if (isInNewRow(cell)) {
          const key = columns[cell.column]?.key
          if (key) newRow.type(key, '')
        } else if (editing) void writes.clear()
        return true
      case 'fill-down':
        if (editing) void writes.fillDown()
        return true
      case 'next-mark':
        void goToNextMark()
        return true
      case 'collapse':
        return dismissHere()
      default:
        return false
    }
  }

  const commitAndMove = ({ rows, columns: step }: Extract<EditorAction, { kind: 'commit' }>) => {
    const cell = state.newest().active
    editor.commit()
    if (isInNewRow(cell) && rows === 1) {
      void newRow.create().then(isCreated => {
        if (isCreated) goToCell({ row: cell.row + 1, column: newRowColumn })
      })
      return
    }
    const lastRow = hasNewRow ? count : count - 1
    goToCell({
      row: Math.max(0, Math.min(lastRow, cell.row + rows)),
      column: Math.max(0, Math.min(columns.length - 1, cell.column + step)),
    })
  }
  const newRowColumn = Math.max(
    0,
    columns.findIndex(({ key }) => key === editing?.newRow?.hintColumnKey),
  )
  const editorKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { options, marked } = editor
    const place = {
      isTyped: editor.edit?.isTyped === true,
      hasOptions: options.length > 0,
      isOptionMarked: marked >= 0,
      isDay: editor.day !== null,
    }
    const action = editorAction(event, place)
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    if (action.kind === 'cancel') editor.cancel()
    if (action.kind === 'commit') commitAndMove(action)
    if (action.kind === 'mark')
      editor.mark(
        (marked + action.step + options.length + (marked < 0 && action.step < 0 ? 1 : 0)) % options.length,
      )
    if (action.kind === 'pick') editor.pick(options[marked] ?? '')
    if (action.kind === 'new-line')
      event.currentTarget.setRangeText(
        '\n',
        event.currentTarget.selectionStart,
        event.currentTarget.selectionEnd,
        'end',
      )
    const today = editor.edit?.column.editor?.today
    if (action.kind === 'write-today' && today) editor.insert(today)
    if (action.kind === 'step-day') editor.stepDay(action.days, action.months)
  }

  const onPaste = (event: ClipboardEvent) => {
    if (editor.isEditing()) return
    event.preventDefault()
    if (!editing) return
    const text = event.clipboardData.getData('text/plain')
    const cells = text === '' ? parseHtmlTable(event.clipboardData.getData('text/html')) : parseTsv(text)
    const cell = state.newest().active
    const [first] = cells
    if (!isInNewRow(cell)) void writes.paste(cells)
    else if (cells.length > 1) setTold({ cell, reason: t('grid.newRowOne') })
    else
      for (const [index, value] of (first ?? []).entries()) {
        const column = columns[cell.column + index]
        if (column?.editor) newRow.type(column.key, value)
      }
  }
  const onPrintable = (event: KeyboardEvent) => {
    const isPrintable = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    if (isPrintable) tellWhy(state.newest().active)
  }
  const shownMark = markOf(active)
  return {
    editor,
    writes,
    newRow: hasNewRow ? newRow.texts : null,
    hint: editor.edit ? null : (shownMark?.reason ?? hint),
    typedInMark: shownMark?.typed ?? '',
    isMarked: shownMark !== undefined,
    hasNote: shownMark !== undefined || hint !== null || (isInNewRow(active) && !newRow.isEmpty),
    isReadOnly: !canEdit(active),
    canEdit,
    perform,
    editorKey,
    goToNextMark,
    dismissHere,
    onPaste,
    onPrintable,
  }
}

/** What `useSheetEditing` gives. */
export type SheetTyping<Row> = ReturnType<typeof useSheetEditing<Row>>
