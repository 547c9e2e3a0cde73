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
    refused('spreadsheets/phpspreadsheet/xml/XEETestValidUTF-8.xml', 'an entity is never resolved'),
    ...['40_972000', '40_dhsc', '40_xor', '128_enhanced', '128_enhrsa'].map(kind =>
      refused(`spreadsheets/sheetjs/password_2002_${kind}.xls`, 'password-protected'),
    ),
    ...['doc', 'dif', 'qpw'].map(kind =>
      refused(
        `spreadsheets/sheetjs/${{ doc: 'word_doc.doc', dif: 'write.dif', qpw: 'q9test.qpw' }[kind]}`,
        'not read, by name',
      ),
    ),
    fact(
      'spreadsheets/poi/SampleSS.strict.xlsx',
      'as SampleSS.ods',
      whole =>
        ['First Sheet', 'Sheet Number 2', 'Sheet3'].every(
          (name, index) => whole.sheets[index]?.name === name,
        ) && holds(whole, 'Test spreadsheet'),
    ),
    fact('spreadsheets/poi/1900DateWindowing.xls', 'A1', whole =>
      JSON.stringify(cell(whole, 1, 1)).includes('2000-01-01'),
    ),
    fact('spreadsheets/poi/testEXCEL_4.xls', 'BIFF4', whole => holds(whole, 'Examination Coverage:')),
    fact(
      'spreadsheets/poi/testEXCEL_95.xls',
      'BIFF5',
      whole =>
        holds(whole, 'Sample Excel') &&
        holds(whole, 'Written and saved') &&
        whole.sheets.some(({ name }) => name === 'Feuil3'),
    ),
    fact(
      'spreadsheets/poi/date.xlsb',
      'the one date',
      whole => whole.sheets.length === 1 && JSON.stringify(whole.rows).includes('"2013-01-12"'),
    ),
    fact(
      'spreadsheets/poi/chinese-provinces.xls',
      'Anhui',
      whole => cell(whole, 2, 1) === 'Anhui' && cell(whole, 2, 2) === '安徽省',
    ),
    ...['xls', 'xlsb', 'ods', 'biff5', 'xml', 'slk'].flatMap(kind => [
      fact(`spreadsheets/sheetjs/1904_1904.${kind}`, 'B = C = D, from 1904-01-02', whole =>
        columnsAgree(whole, '1904-01-02'),
      ),
      fact(`spreadsheets/sheetjs/1904_1900.${kind}`, 'B = C = D, from 1900-01-01', whole =>
        columnsAgree(whole, '1900-01-01'),
      ),
    ]),
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

function holds(whole: WholeFile, text: string): boolean {
  return whole.rows.some(rows =>
    rows.some(({ cells }) => cells.some(cell => typeof cell === 'string' && cell.includes(text))),
  )
}

/** Column B is a date, C and D hold the same one as text. */
function columnsAgree(whole: WholeFile, first: string): boolean {
  const rows = whole.rows[0] ?? []
  return (
    rows.length === 5 &&
    JSON.stringify(rows[0]?.cells[1]) === JSON.stringify({ date: first }) &&
    rows.every(({ cells }) =>
      cells.slice(2, 4).every(text => JSON.stringify(cells[1]) === JSON.stringify({ date: text })),
    )
  )
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
