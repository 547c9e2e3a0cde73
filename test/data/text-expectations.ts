import fs from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { count, type Expectation, newCounter, readJson } from './expectation.ts'

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
