import { useRef, useState } from 'react'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { type Block, layOver, textsOver } from './block-texts.ts'
import { type CellMarks, markKey, withMarks } from './cell-marks.ts'
import type { RowCache } from './row-cache.ts'
import { countRows, type SelectedArea } from './selection.ts'
import type { SheetColumn } from './sheet-column.ts'
import type { CellTexts, SheetEditing } from './sheet-editing.ts'

/** A cell whose new text is on its way. It is shown while the row is still the old one. */
export type PendingText<Row> = { readonly row: Row; readonly columnKey: string; readonly text: string }

/** So many cells are written before one would wonder whether anything happens. */
const worthSaying = 2000

type WriteTools<Row> = {
  readonly editing: SheetEditing<Row> | undefined
  readonly cache: RowCache<Row>
  readonly columns: readonly SheetColumn<Row>[]
  readonly count: number
  readonly area: () => SelectedArea
  /** Whole rows are selected: they are neither emptied nor filled. */
  readonly isOfRows: () => boolean
  readonly announce: (text: string) => void
  /** Shows what was pasted or filled. */
  readonly select: (block: Block) => void
}

/** Only gone through where there are marks to take away. */
function* keysOfWritten<Row>(rowKeys: readonly string[], { columnKeys, texts }: CellTexts<Row>) {
  for (const [row, rowKey] of rowKeys.entries())
    for (const [column, columnKey] of columnKeys.entries())
      if (texts[row]?.[column] !== null) yield markKey(rowKey, columnKey)
}

/** Writing into cells: one by one, pasted, filled down, emptied. Each is one step; what is refused gets a mark. */
export function useCellWrites<Row>(tools: WriteTools<Row>) {
  const { editing, cache, columns, count, area, isOfRows, announce, select } = tools
  const { t } = useTranslation()
  const toast = useToast()
  const [marks, setMarks] = useState<CellMarks>(new Map())
  const [pending, setPending] = useState<PendingText<Row> | null>(null)
  const [writing, setWriting] = useState(0)
  /** One after the other, in the order in which they were asked for. */
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const write = (cells: CellTexts<Row>): Promise<void> => {
    const next = queue.current.then(() => writeNow(cells))
    queue.current = next.catch(() => undefined)
    return next
  }
  const writeNow = async (cells: CellTexts<Row>) => {
    if (!editing) return
    const cellCount = cells.rows.length * cells.columnKeys.length
    setWriting(cellCount)
    const refused = await editing.write(cells)
    setWriting(0)
    setPending(null)
    if (!refused) return
    const keys = cells.rows.map(editing.keyOf)
    const places = new Map(cells.columnKeys.map((columnKey, place) => [columnKey, place]))
    const marked = refused.map(({ row, columnKey, reason }) => {
      const typed = cells.texts[row]?.[places.get(columnKey) ?? -1] ?? ''
      return { rowKey: keys[row] ?? '', columnKey, typed, reason }
    })
    setMarks(before => withMarks(before, keysOfWritten(keys, cells), marked))
    const [first] = marked
    if (first) announce(t('grid.refused', { count: marked.length, reason: first.reason }))
  }

  /** One cell. The new text is seen at once. */
  const writeOne = (row: Row, column: SheetColumn<Row>, text: string) => {
    setPending({ row, columnKey: column.key, text })
    const leftOut = { rows: 0, cells: 0 }
    void write({ rows: [row], columnKeys: [column.key], texts: [[text]], by: 'typing', leftOut })
  }

  const selectedBlock = (): Block | undefined => {
    const { rows, left, right } = area()
    const [first] = rows
    if (!first || first.first >= count) return undefined
    return {
      top: first.first,
      left,
      height: Math.min(countRows(rows), count - first.first),
      width: right - left + 1,
    }
  }

  /** Gathers the cells of a block that can be typed into, and writes them. */
  const writeBlock = async (
    block: Block,
    by: CellTexts<Row>['by'],
    textOf: (row: number, column: number) => string,
  ) => {
    if (!editing) return
    const height = Math.min(block.height, count - block.top)
    const inBlock = columns.slice(block.left, block.left + block.width)
    const typed = inBlock.flatMap((column, place) => (column.editor ? [{ column, place }] : []))
    if (typed.length === 0) {
      announce(t('grid.nothingToType'))
      toast({ text: t('grid.nothingToType') })
      return
    }
    if (height > editing.rowLimit) {
      toast({ text: t('grid.tooManyRows', { limit: editing.rowLimit, count: height }) })
      return
    }
    if (height * typed.length > editing.cellLimit) {
      toast({ text: t('grid.tooManyCells', { limit: editing.cellLimit, count: height * typed.length }) })
      return
    }
    const read = await cache.read([{ first: block.top, last: block.top + height - 1 }]).catch(() => undefined)
    if (!read) {
      toast({ text: t('grid.writeFailed') })
      return
    }
    const rows = read.flatMap((row, place) => (editing.lockOf(row) === null ? [{ row, place }] : []))
    await write({
      rows: rows.map(({ row }) => row),
      columnKeys: typed.map(({ column }) => column.key),
      texts: rows.map(({ place }) => typed.map(({ place: at }) => textOf(place, at))),
      by,
      leftOut: {
        rows: block.height - rows.length,
        cells:
          by === 'clear'
            ? 0
            : rows.length * (Math.min(block.width, columns.length - block.left) - typed.length),
      },
    })
  }

  const isWriting = writing > worthSaying
  return {
    marks,
    pending,
    writing: isWriting ? writing : 0,
    hasFoot: isWriting || marks.size > 0,
    writeOne,
    dismiss: (key: string) => setMarks(before => withMarks(before, [key], [])),
    dismissAll: () => setMarks(new Map()),
    mark: (rowKey: string, columnKey: string, typed: string, reason: string) =>
      setMarks(before => withMarks(before, [], [{ rowKey, columnKey, typed, reason }])),
    paste: (cells: readonly (readonly string[])[]) => {
      const selected = selectedBlock()
      const block = selected && layOver(cells, selected)
      if (!block) return undefined
      if (!isOfRows()) select(block)
      return writeBlock(block, 'paste', textsOver(cells))
    },
    clear: () => {
      const block = selectedBlock()
      return block && !isOfRows() ? writeBlock(block, 'clear', () => '') : undefined
    },
    fillDown: async () => {
      const block = selectedBlock()
      if (!block || isOfRows()) return
      const source = block.height === 1 ? block.top - 1 : block.top
      const [first] =
        source < 0 ? [] : ((await cache.read([{ first: source, last: source }]).catch(() => undefined)) ?? [])
      if (first === undefined) return
      const texts = columns
        .slice(block.left, block.left + block.width)
        .map(column => (column.editText ?? column.text)(first))
      const below = block.height === 1 ? block : { ...block, top: block.top + 1, height: block.height - 1 }
      await writeBlock(below, 'fill', (_row, column) => texts[column] ?? '')
    },
  }
}
