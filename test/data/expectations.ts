import fs from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import type { RawCell } from '#main/imports/raw-row.ts'
import { compareShown, type Verdict } from './compare-shown.ts'
import { cutLeading, toGrid, type WholeFile } from './read-whole.ts'

/** What comparing one file with one source of right answers gave. */
export type Comparison = {
  readonly source: string
  readonly same: number
  readonly notComparable: number
  /** One line each. */
  readonly differences: readonly string[]
}

/** A named error, when that is the right answer. */
export type Expectation = {
  /** Relative to the data folder. */
  readonly file: string
  readonly source: string
  readonly compare: ((whole: WholeFile) => Comparison) | null
  readonly expectsError?: true
}

type Counter = { same: number; notComparable: number; differences: string[] }

const newCounter = (): Counter => ({ same: 0, notComparable: 0, differences: [] })

function count(counter: Counter, verdict: Verdict, line: () => string): void {
  if (verdict === 'same') counter.same++
  else if (verdict === 'not comparable') counter.notComparable++
  else counter.differences.push(line())
}

const readJson = (folder: string, name: string) =>
  JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))

/**
 * Cells where Excel's CSV does not show what the file holds: functions that Excel computed again when it opened the file,
 * and formats that add or drop signs, words or spaces. The file's own value is the right one for the reader.
 */
const notInTheFile: Readonly<Record<string, RegExp>> = {
  'poi/56688_4.xlsx': /!A1:|!B1:/,
  'poi/57535.xlsx': /!E[56]:/,
  'sheetjs/formula_stress_test.xlsx': /^(?:Date!B[67]|Information!B3|Math!B4[67]):/,
  'sheetjs/NumberFormatCondition.xlsm': /!(?:B[789]|A(?:[89]|1[0-3])|B1[0-3]):/,
  'sheetjs/numfmt_1_russian.xlsm': /!(?:[DEF]\d+|B5):/,
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
  const placements = [grid, cutLeading(grid), cutRows(grid), cutColumns(grid)].map(placed =>
    comparePlaced(placed, shown, sheet),
  )
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

/** The letters of a column counted from 0. */
export function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26)
}

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

type PhpCheck = { file: string; cell: string; kind: string; expect: string | number; note: string }

/** Values that PhpSpreadsheet's tests assert; numbers that it makes of text are compared as text. */
export function phpExpectations(dataFolder: string): readonly Expectation[] {
  const { checks } = readJson(path.join(dataFolder, 'spreadsheets'), 'expected-phpspreadsheet.json') as {
    checks: PhpCheck[]
  }
  return checks
    .filter(check => check.kind !== 'formula')
    .map(check => {
      const source = 'PhpSpreadsheet'
      if (check.kind === 'error') return { file: check.file, source, compare: null, expectsError: true }
      return {
        file: check.file,
        source,
        compare: whole => {
          const counter = newCounter()
          const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(check.cell) as unknown as [string, string, string]
          const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
          const sheet = Math.max(
            0,
            whole.sheets.findIndex(one => !one.isHidden),
          )
          const cell = toGrid(whole.rows[sheet] ?? [])[Number(row) - 1]?.[column] ?? null
          count(
            counter,
            comparePhp(cell, check),
            () => `${check.cell}: ${JSON.stringify(cell)} for ${JSON.stringify(check.expect)}`,
          )
          return { source, ...counter }
        },
      }
    })
}

function comparePhp(cell: RawCell, { kind, expect }: PhpCheck): Verdict {
  if (kind === 'displayed') return compareShown(cell, String(expect))
  if (typeof cell === 'number') return cell === Number(expect) ? 'same' : 'differs'
  if (typeof cell === 'string' && typeof expect === 'number')
    return cell.replaceAll(',', '') === String(expect) ? 'same' : 'differs'
  if (typeof cell === 'object' && cell !== null && 'date' in cell) {
    const serial = Date.parse(cell.date) / 86_400_000 + 25_569
    return serial === expect ? 'same' : 'differs'
  }
  return cell === expect ? 'same' : 'differs'
}

/** csv-spectrum: a list of objects, all values text. */
export function csvSpectrumExpectations(dataFolder: string): readonly Expectation[] {
  const folder = path.join(dataFolder, 'csv-torture/csv-spectrum')
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.csv'))
    .map(name => ({
      file: `csv-torture/csv-spectrum/${name}`,
      source: 'csv-spectrum',
      compare: whole => {
        const counter = newCounter()
        const expected = readJson(folder, name.replace('.csv', '.expected.json')) as Record<string, string>[]
        const [head, ...rows] = whole.rows[0] ?? []
        const objects = rows.map(row =>
          Object.fromEntries((head?.cells ?? []).map((key, index) => [String(key), row.cells[index] ?? ''])),
        )
        const isSame = JSON.stringify(objects) === JSON.stringify(expected)
        count(
          counter,
          isSame ? 'same' : 'differs',
          () => `${JSON.stringify(objects)} for ${JSON.stringify(expected)}`,
        )
        return { source: 'csv-spectrum', ...counter }
      },
    }))
}

type ChineseFile = { file: string; encoding: string; rows: number; first: readonly string[]; head?: string }

/** From the table of chinese/README.md: encoding, rows below the heading, first row. */
const chineseFiles: readonly ChineseFile[] = [
  { file: 'province.csv', encoding: 'utf-8', rows: 34, first: ['110000', '北京市', '11'] },
  { file: 'area.csv', encoding: 'utf-8', rows: 2846, first: ['110101', '东城区', '11', '01', '01'] },
  { file: 'district-code.csv', encoding: 'utf-8', rows: 350, first: ['北京市', '010'] },
  { file: 'data.csv', encoding: 'utf-8', rows: 44_960, first: ['110000', '北京市', '11'] },
  { file: 'macau.csv', encoding: 'utf-8', rows: 8, first: ['820001', '花地玛堂区', '82', '00', '01'] },
  { file: 'cn_division_areas.csv', encoding: 'utf-8', rows: 2978, first: ['110101', '东城区', '1101', '11'] },
  { file: 'district-code.gbk.csv', encoding: 'gb18030', rows: 350, first: ['北京市', '010'] },
  {
    file: 'area.gb18030.csv',
    encoding: 'gb18030',
    rows: 2846,
    first: ['110101', '东城区', '11', '01', '01'],
  },
  {
    file: 'city.utf8bom.csv',
    encoding: 'utf-8',
    rows: 337,
    first: ['130100', '石家庄市', '13', '01'],
    head: 'code',
  },
  { file: 'province.utf16le.tsv.txt', encoding: 'utf-16le', rows: 34, first: ['110000', '北京市', '11'] },
]

/** Files re-encoded from another one must read the same, cell by cell. */
const twins: Readonly<Record<string, string>> = {
  'district-code.gbk.csv': 'district-code.csv',
  'area.gb18030.csv': 'area.csv',
  'province.utf16le.tsv.txt': 'province.csv',
}

/** The Chinese tables by their README, and by the UTF-8 file they were re-encoded from. */
export function chineseExpectations(dataFolder: string): readonly Expectation[] {
  return chineseFiles.map(({ file, encoding, rows, first, head }) => ({
    file: `chinese/${file}`,
    source: 'chinese/README.md',
    compare: whole => {
      const counter = newCounter()
      const got = whole.rows[0] ?? []
      const check = (isRight: boolean, line: string) =>
        count(counter, isRight ? 'same' : 'differs', () => line)
      check(whole.encoding === encoding, `encoding ${whole.encoding} for ${encoding}`)
      check(got.length === rows + 1, `${got.length - 1} rows for ${rows}`)
      check(
        JSON.stringify(got[1]?.cells) === JSON.stringify(first),
        `first row ${JSON.stringify(got[1]?.cells)}`,
      )
      if (head) check(got[0]?.cells[0] === head, `heading ${JSON.stringify(got[0]?.cells[0])}`)
      const twin = twins[file]
      if (twin) {
        const text = fs.readFileSync(path.join(dataFolder, 'chinese', twin), 'utf8')
        const theirs = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
        const isSame = theirs.every(
          (row, index) => row.join() === got[index]?.cells.map(cell => cell ?? '').join(),
        )
        check(isSame, `rows are not those of ${twin}`)
      }
      return { source: 'chinese/README.md', ...counter }
    },
  }))
}

/** Facts from the READMEs and expected-other.json that fit no table: encodings, passwords, errors, single cells. */
export function otherExpectations(): readonly Expectation[] {
  const fact = (file: string, name: string, isRight: (whole: WholeFile) => boolean): Expectation => ({
    file,
    source: name,
    compare: whole => ({
      source: name,
      same: isRight(whole) ? 1 : 0,
      notComparable: 0,
      differences: isRight(whole)
        ? []
        : [`${name}: ${JSON.stringify(whole.rows[0]?.slice(0, 3))} ${whole.encoding ?? ''}`],
    }),
  })
  const refused = (file: string, name: string): Expectation => ({
    file,
    source: name,
    compare: null,
    expectsError: true,
  })
  const cell = (whole: WholeFile, row: number, column: number) =>
    toGrid(whole.rows[0] ?? [])[row - 1]?.[column - 1]
  const starts = (whole: WholeFile, text: string) =>
    String(whole.rows[0]?.[0]?.cells[0] ?? '').startsWith(text)
  const torture = 'csv-torture/encodings'
  return [
    fact(
      `${torture}/ja_shift_jis.txt`,
      'Shift_JIS',
      whole => whole.encoding === 'shift_jis' && starts(whole, '日本語'),
    ),
    fact(
      `${torture}/ja_utf-16le.txt`,
      'UTF-16LE',
      whole => whole.encoding === 'utf-16le' && starts(whole, 'UTF-16 (UCS'),
    ),
    fact(`${torture}/ko_utf-8.txt`, 'UTF-8', whole => whole.encoding === 'utf-8' && starts(whole, 'UTF-8은')),
    fact(
      `${torture}/zh_gb18030.txt`,
      'GB18030',
      whole => whole.encoding === 'gb18030' && starts(whole, '简体中文'),
    ),
    fact(
      `${torture}/zh_utf-8.txt`,
      'UTF-8',
      whole => whole.encoding === 'utf-8' && starts(whole, '汉字漢字'),
    ),
    fact(
      'csv-torture/text-csv-xs/macosx.csv',
      'CR line ends',
      whole => whole.rows[0]?.[2]?.cells[14] === 'Class Grade',
    ),
    refused('spreadsheets/poi/password.xls', 'password-protected'),
    refused('spreadsheets/poi/protected_passtika.xlsx', 'password-protected'),
    refused('spreadsheets/poi/51832.xls', 'encrypted'),
    refused('spreadsheets/poi/xlsx-corrupted.xlsx', 'no workbook part'),
    refused('spreadsheets/poi/54764-2.xlsx', 'no content types part'),
    refused('spreadsheets/poi/SampleSS.strict.xlsx', 'strict'),
    refused('spreadsheets/exceljs/invalid-xml.xlsx', 'invalid XML'),
    fact('spreadsheets/exceljs/dateIssue.xlsx', 'A2', whole =>
      JSON.stringify(cell(whole, 2, 1)).includes('2020-11-20'),
    ),
    fact('spreadsheets/phpspreadsheet/xlsx/issue.3613.xlsx', 'payroll book', isPayrollBook),
    fact('spreadsheets/sheetjs/1904_1900.xlsx', 'B = C', whole =>
      (whole.rows[0] ?? [])
        .slice(1, 5)
        .every(row => compareShown(row.cells[1] ?? null, String(row.cells[2] ?? '')) === 'same'),
    ),
  ]
}

function isPayrollBook(whole: WholeFile): boolean {
  const grid = toGrid(whole.rows[0] ?? [])
  return (
    whole.sheets.length === 13 &&
    grid[2]?.[0] === '员工姓名' &&
    grid[3]?.[0] === 'AAA' &&
    grid[3]?.[7] === 5334
  )
}

/** All expectations of the data folder. */
export function listExpectations(dataFolder: string): readonly Expectation[] {
  return [
    ...excelExpectations(dataFolder),
    ...calamineExpectations(dataFolder),
    ...phpExpectations(dataFolder),
    ...csvSpectrumExpectations(dataFolder),
    ...chineseExpectations(dataFolder),
    ...otherExpectations(),
  ]
}
