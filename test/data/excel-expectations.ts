import fs from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import type { RawCell } from '#main/imports/raw-row.ts'
import { compareShown } from './compare-shown.ts'
import { type Counter, count, type Expectation, newCounter, readJson } from './expectation.ts'
import { cutLeading, toGrid } from './read-whole.ts'

/**
 * Cells where Excel's CSV does not show what the file holds: functions that Excel computed again when it opened the file,
 * and formats that add or drop signs, words or spaces. The file's own value is the right one for the reader.
 */
const notInTheFile: Readonly<Record<string, RegExp>> = {
  'poi/56688_4.xlsx': /!A1:|!B1:/,
  'poi/57535.xlsx': /!E[56]:/,
  ...everyKind('sheetjs/formula_stress_test', /^(?:Date!B[67]|Information!B3|Math!B4[67]):/),
  ...everyKind('sheetjs/NumberFormatCondition', /!(?:B[789]|A(?:[89]|1[0-3])|B1[0-3]):/),
  ...everyKind('sheetjs/numfmt_1_russian', /!(?:[DEF]\d+|B5):/),
  // The code page of the saved CSV has none of these letters: öû___ for šžčňř.
  'poi/27394.xls': /^šž!A2:/,
  // A number above the largest that a computer's numbers reach; Excel alone shows it. Ours is an error cell.
  'poi/49761.xls': /!A1:/,
  // Formats that show 2 as (2) and put spaces before or behind a text.
  'poi/testEXCEL_4.xls': /: (?:(\d+) for "\(\1\)"|"(.*)" for " *\2 *")$/,
  // The sheet is blank, as its .xlsb and .xml beside it; the saved CSV is that of the macro sheet.
  'sheetjs/BlankSheetTypes.xls': /^Sheet1!/,
}

/** The same workbook in several formats. */
function everyKind(name: string, cells: RegExp): Record<string, RegExp> {
  return Object.fromEntries(['xls', 'xlsb', 'xlsx', 'xlsm', 'xml'].map(kind => [`${name}.${kind}`, cells]))
}

/** Sheets saved as CSV by Excel. */
export function excelExpectations(dataFolder: string): readonly Expectation[] {
  const folder = path.join(dataFolder, 'spreadsheets')
  const { files } = readJson(folder, 'expected-excel-csv.json') as {
    files: { file: string; csv_by_sheet_index: Record<string, string>; sheet_names: string[] | null }[]
  }
  return files.map(({ file, csv_by_sheet_index, sheet_names }) => ({
    file: `spreadsheets/${file}`,
    source: 'Excel',
    compare: whole => {
      const counter = newCounter()
      const names = whole.sheets.map(sheet => sheet.name)
      if (sheet_names)
        count(
          counter,
          isSameList(names, sheet_names) ? 'same' : 'differs',
          () => `sheets ${names} for ${sheet_names}`,
        )
      for (const [index, csv] of Object.entries(csv_by_sheet_index)) {
        const text = fs.readFileSync(path.join(folder, csv), 'utf8')
        const shown = Papa.parse<string[]>(text, { delimiter: ',' }).data
        compareGrid(counter, toGrid(whole.rows[Number(index)] ?? []), shown, names[Number(index)] ?? index)
      }
      const computed = notInTheFile[file]
      const differences = counter.differences.filter(line => !computed?.test(line))
      const notComparable = counter.notComparable + counter.differences.length - differences.length
      return { source: 'Excel', same: counter.same, notComparable, differences }
    },
  }))
}

function isSameList(mine: readonly string[], theirs: readonly string[]): boolean {
  return mine.length === theirs.length && mine.every((name, index) => name === theirs[index])
}

/** Excel cuts leading empty rows and columns: the better of the two placements counts. */
function compareGrid(
  counter: Counter,
  grid: readonly (readonly RawCell[])[],
  shown: string[][],
  sheet: string,
): void {
  const placements = [
    grid,
    cutLeading(grid),
    cutRows(grid),
    cutColumns(grid),
    cutTo(grid, lastFilled(shown)),
  ].map(placed => comparePlaced(placed, shown, sheet))
  placements.sort((a, b) => a.differences.length - b.differences.length)
  const best = placements[0] as Counter
  counter.same += best.same
  counter.notComparable += best.notComparable
  counter.differences.push(...best.differences)
}

function cutRows(grid: readonly (readonly RawCell[])[]) {
  return grid.slice(
    Math.max(
      0,
      grid.findIndex(cells => cells.length > 0),
    ),
  )
}

const lastFilled = (rows: string[][]) => rows.findLastIndex(cells => cells.some(text => text !== '')) + 1

/** Excel may keep some of the empty rows before the first filled one: those of the used range. */
function cutTo(grid: readonly (readonly RawCell[])[], rows: number) {
  const extra = grid.length - rows
  const isEmptyBefore = grid.slice(0, extra).every(cells => cells.every(cell => cell === null))
  return extra > 0 && isEmptyBefore ? grid.slice(extra) : grid
}

function cutColumns(grid: readonly (readonly RawCell[])[]) {
  const firsts = grid.filter(cells => cells.length > 0).map(cells => cells.findIndex(cell => cell !== null))
  const first = firsts.length > 0 ? Math.min(...firsts) : 0
  return grid.map(cells => cells.slice(first))
}

function comparePlaced(grid: readonly (readonly RawCell[])[], shown: string[][], sheet: string): Counter {
  const counter = newCounter()
  for (let row = 0; row < Math.max(grid.length, shown.length); row++) {
    const cells = grid[row] ?? []
    const texts = shown[row] ?? []
    for (let column = 0; column < Math.max(cells.length, texts.length); column++) {
      const cell = cells[column] ?? null
      const text = texts[column] ?? ''
      if (cell === null && text === '') continue
      const place = `${sheet}!${columnName(column)}${row + 1}`
      count(
        counter,
        compareShown(cell, text),
        () => `${place}: ${JSON.stringify(cell)} for ${JSON.stringify(text)}`,
      )
    }
  }
  return counter
}

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26)
}
