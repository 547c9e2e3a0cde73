import type { Cell, Selection } from './selection.ts'

export type SheetKey = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** What a key asks for; undefined leaves it to the browser and to whoever stands outside the grid. */
export type SheetAction =
  | { readonly kind: 'move' | 'extend'; readonly cell: Cell }
  | { readonly kind: 'open' | 'collapse' | 'select-all' | 'select-row' | 'copy' | 'cut' | 'find' | 'menu' }
  | { readonly kind: 'edit' | 'clear' | 'fill-down' | 'write-today' | 'next-mark' }
  | { readonly kind: 'sort'; readonly direction: 'ascending' | 'descending' }
  | { readonly kind: 'resize'; readonly deltaPx: number }

export type SheetPlace = {
  readonly selection: Selection
  readonly count: number
  readonly columnCount: number
  readonly pageRows: number
  /** The active cell can be typed into. */
  readonly canEdit: boolean
  /** Something is said of the active cell that Escape takes away. */
  readonly hasNote: boolean
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))

function movedCell(key: string, isFar: boolean, from: Cell, place: SheetPlace): Cell | undefined {
  const { row, column } = from
  const { count, columnCount, pageRows } = place
  const to: Readonly<Record<string, Cell>> = {
    ArrowUp: { row: isFar ? 0 : row - 1, column },
    ArrowDown: { row: isFar ? count - 1 : row + 1, column },
    ArrowLeft: { row, column: isFar ? 0 : column - 1 },
    ArrowRight: { row, column: isFar ? columnCount - 1 : column + 1 },
    PageUp: { row: row - pageRows, column },
    PageDown: { row: row + pageRows, column },
    Home: { row: isFar ? 0 : row, column: 0 },
    End: { row: isFar ? count - 1 : row, column: columnCount - 1 },
  }
  const cell = to[key]
  return cell && { row: clamp(cell.row, count), column: clamp(cell.column, columnCount) }
}

/** The next cell in reading order; undefined at the ends, where Tab leaves the grid. */
function tabbedCell(from: Cell, step: 1 | -1, place: SheetPlace): Cell | undefined {
  const index = from.row * place.columnCount + from.column + step
  if (index < 0 || index >= place.count * place.columnCount) return undefined
  return { row: Math.floor(index / place.columnCount), column: index % place.columnCount }
}

function altAction(key: SheetKey): SheetAction | undefined {
  if (key.shiftKey && key.key === 'ArrowLeft') return { kind: 'resize', deltaPx: -10 }
  if (key.shiftKey && key.key === 'ArrowRight') return { kind: 'resize', deltaPx: 10 }
  if (key.key === 'ArrowUp') return { kind: 'sort', direction: 'ascending' }
  if (key.key === 'ArrowDown') return { kind: 'sort', direction: 'descending' }
  return undefined
}

function plainAction(key: SheetKey, place: SheetPlace): SheetAction | undefined {
  const { active, head, rows } = place.selection
  if (key.key === 'Enter') return { kind: place.canEdit ? 'edit' : 'open' }
  if (key.key === 'F2') return { kind: 'edit' }
  if (key.key === 'F8') return { kind: 'next-mark' }
  if (key.key === 'Delete' || key.key === 'Backspace') return { kind: 'clear' }
  if (key.key === 'ContextMenu' || (key.key === 'F10' && key.shiftKey)) return { kind: 'menu' }
  if (key.key === 'Tab') {
    const cell = tabbedCell(active, key.shiftKey ? -1 : 1, place)
    return cell && { kind: 'move', cell }
  }
  if (key.key === ' ' && key.shiftKey) return { kind: 'select-row' }
  const isCollapsed = rows.length === 0 && active.row === head.row && active.column === head.column
  return key.key === 'Escape' && (place.hasNote || !isCollapsed) ? { kind: 'collapse' } : undefined
}

/** Translates a key that is not being composed. Shift extends, Ctrl goes to the end, as in Excel. */
export function sheetAction(key: SheetKey, place: SheetPlace): SheetAction | undefined {
  const isFar = key.ctrlKey || key.metaKey
  if (place.count === 0) return undefined
  if (key.altKey) return isFar ? undefined : altAction(key)
  const { active, head } = place.selection
  const cell = movedCell(key.key, isFar, key.shiftKey ? head : active, place)
  if (cell) return { kind: key.shiftKey ? 'extend' : 'move', cell }
  if (!isFar) return plainAction(key, place)
  return key.shiftKey ? undefined : withCtrl[key.key.toLowerCase()]
}

const withCtrl: Readonly<Record<string, SheetAction>> = {
  a: { kind: 'select-all' },
  c: { kind: 'copy' },
  x: { kind: 'cut' },
  d: { kind: 'fill-down' },
  f: { kind: 'find' },
  enter: { kind: 'open' },
  ';': { kind: 'write-today' },
}
