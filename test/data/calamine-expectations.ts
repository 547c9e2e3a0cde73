import path from 'node:path'
import type { RawCell } from '#main/imports/raw-row.ts'
import type { Verdict } from './compare-shown.ts'
import {
  type Comparison,
  type Counter,
  count,
  type Expectation,
  newCounter,
  readJson,
} from './expectation.ts'
import { cutLeading, toGrid, type WholeFile } from './read-whole.ts'

type CalamineValue = { t: string; v?: unknown; serial?: number; iso?: string } | null
type CalamineCheck = {
  file: string
  sheet?: string | number
  kind: string
  test: string
  row0?: number
  col0?: number
  value?: CalamineValue
  rows?: CalamineValue[][]
  sheets?: Record<string, string>
}

/** Values that calamine's tests assert. */
export function calamineExpectations(dataFolder: string): readonly Expectation[] {
  const { checks } = readJson(path.join(dataFolder, 'spreadsheets'), 'expected-calamine.json') as {
    checks: CalamineCheck[]
  }
  return checks.map(check => {
    const file = `spreadsheets/calamine/${check.file}`
    const source = `calamine ${check.test}`
    if (check.file === 'too_small.xls') return { file, source: 'one line of text', compare: isOneLine }
    // The space at the end stands outside of any text run; ends are trimmed when a cell is stored anyway.
    if (check.file === 'special_cells.ods')
      return { file, source, compare: whole => ({ source, ...trimmed(check, whole) }) }
    if (check.kind === 'open_error') return { file, source, compare: null, expectsError: true }
    return { file, source, compare: whole => ({ source, ...compareCalamine(check, whole) }) }
  })
}

/** An error for calamine, which believes the name; by its content the file is a line of text. */
function isOneLine(whole: WholeFile): Comparison {
  const isRight = whole.rows[0]?.length === 1
  return {
    source: 'one line of text',
    same: isRight ? 1 : 0,
    notComparable: 0,
    differences: isRight ? [] : ['not one row'],
  }
}

function compareCalamine(check: CalamineCheck, whole: WholeFile): Counter {
  const counter = newCounter()
  const index =
    typeof check.sheet === 'number'
      ? check.sheet
      : whole.sheets.findIndex(sheet => sheet.name === check.sheet)
  const grid = toGrid(whole.rows[Math.max(0, index)] ?? [])
  const compareRows = (mine: readonly (readonly RawCell[])[], rows: CalamineValue[][]) =>
    rows.forEach((row, r) => {
      row.forEach((value, c) => {
        const cell = mine[r]?.[c] ?? null
        count(
          counter,
          compareTyped(cell, value),
          () => `${r},${c}: ${JSON.stringify(cell)} for ${JSON.stringify(value)}`,
        )
      })
    })
  if (check.kind === 'used_range') compareRows(cutLeading(grid), check.rows ?? [])
  else if (check.kind === 'from_row0_2') compareRows(grid.slice(2), check.rows ?? [])
  else if (check.kind === 'cell')
    compareRows([[grid[check.row0 ?? 0]?.[check.col0 ?? 0] ?? null]], [[check.value ?? null]])
  else if (check.kind === 'used_size')
    count(counter, grid.length === 0 ? 'same' : 'differs', () => `${grid.length} rows`)
  else if (check.kind === 'sheet_visibility') {
    for (const [name, state] of Object.entries(check.sheets ?? {})) {
      const sheet = whole.sheets.find(one => one.name === name)
      const isRight = state.startsWith('chart')
        ? sheet !== undefined
        : sheet?.isHidden === state.includes('hidden')
      count(counter, isRight ? 'same' : 'differs', () => `${name}: ${JSON.stringify(sheet)} for ${state}`)
    }
  } else if (check.kind === 'open_ok' || check.kind === 'open_error') counter.same++
  return counter
}

/** Both sides without white space at the ends of texts. */
function trimmed(check: CalamineCheck, whole: WholeFile): Counter {
  const rows = check.rows?.map(row =>
    row.map(value => (value?.t === 's' ? { ...value, v: String(value.v).trimEnd() } : value)),
  )
  const mine = whole.rows.map(sheet =>
    sheet.map(row => ({
      ...row,
      cells: row.cells.map(cell => (typeof cell === 'string' ? cell.trimEnd() : cell)),
    })),
  )
  return compareCalamine(rows ? { ...check, rows } : check, { ...whole, rows: mine })
}

function compareTyped(cell: RawCell, value: CalamineValue): Verdict {
  const right = (isRight: boolean): Verdict => (isRight ? 'same' : 'differs')
  if (value === null || value.t === 'empty') return right(cell === null)
  if (value.t === 'n')
    return right(typeof cell === 'number' && Math.abs(cell - Number(value.v)) <= Math.abs(cell) * 1e-12)
  if (value.t === 's') return right((cell ?? '') === value.v)
  if (value.t === 'b') return right(cell === value.v)
  if (value.t === 'e')
    return right(typeof cell === 'object' && cell !== null && 'error' in cell && cell.error === value.v)
  if (value.t === 'duration_days') return right(cell === value.serial)
  const moment = typeof cell === 'object' && cell !== null ? (Object.values(cell)[0] as string) : ''
  const wanted = String(value.v ?? value.iso ?? '')
    .replace(' ', 'T')
    .replace(/\.\d+$/, '')
  return right(
    moment !== '' && (wanted === moment || wanted === `${moment}T00:00:00` || wanted.endsWith(`T${moment}`)),
  )
}
