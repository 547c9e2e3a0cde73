import { calamineExpectations } from './calamine-expectations.ts'
import { compareShown } from './compare-shown.ts'
import { excelExpectations } from './excel-expectations.ts'
import type { Expectation } from './expectation.ts'
import { phpExpectations } from './php-expectations.ts'
import { toGrid, type WholeFile } from './read-whole.ts'
import { chineseExpectations, csvSpectrumExpectations } from './text-expectations.ts'

/** Facts from the READMEs and expected-other.json that fit no table: encodings, passwords, errors, single cells. */
function otherExpectations(): readonly Expectation[] {
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
