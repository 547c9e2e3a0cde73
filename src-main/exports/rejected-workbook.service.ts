import { damageListMark } from '#main/imports/import-correction.service.ts'
import type { RejectedRows } from '#shared/domain/import-batch.ts'
import type { Language } from '#shared/i18n/language.ts'
import { makeTranslate, translateCode } from '#shared/i18n/translate.ts'
import { type WorkbookSheet, writeWorkbook } from './xlsx-writer.ts'

const widestChars = 40

/**
 * Saves the rejected rows of an import: their cells as they were, under the same headers, and a last column with the
 * reason, which a later import passes over, and by whose heading it recognises the file. Cells that were damaged before the
 * file came are listed on a second sheet, which is only there to be read.
 *
 * Shape: every column is text, so that what is corrected and dropped again is what the file had.
 * Empty: no rejected rows give a sheet with headers only; the other sheet is then seen first. No damaged cells, no list.
 */
export async function saveRejectedRows(
  filePath: string,
  rejected: RejectedRows,
  language: Language,
): Promise<{ readonly rowCount: number; readonly damagedCount: number }> {
  const { rows, damaged } = rejected
  const list = damaged.length > 0 ? [damagedSheet(rejected, language)] : []
  await writeWorkbook(filePath, rejectedSheet(rejected, language), ...list)
  return { rowCount: rows.length, damagedCount: damaged.length }
}

/** Saves a table as a workbook of one sheet in which every cell is text: a phone keeps its zeros, a formula is only read. */
export async function saveTextTable(
  filePath: string,
  table: {
    readonly title: string
    readonly headers: readonly string[]
    readonly rows: readonly (readonly string[])[]
  },
): Promise<{ readonly rowCount: number }> {
  const { title, headers, rows } = table
  await writeWorkbook(filePath, {
    sheetName: () => title,
    columns: headers.map((header, index) => textColumn(header, [header, ...rows.map(row => row[index])])),
    rows,
  })
  return { rowCount: rows.length }
}

function rejectedSheet({ headers, mark, rows }: RejectedRows, language: Language): WorkbookSheet {
  const t = makeTranslate(language)
  const reasonOf = (row: (typeof rows)[number]) => {
    const reason = row.reason === null ? '' : translateCode(language, `row-reason.${row.reason}`)
    return row.reasonCell === null ? reason : `${row.reasonCell} ${reason}`
  }
  return {
    sheetName: () => t('imports.rejected.sheet'),
    columns: [
      ...headers.map((header, index) => textColumn(header, [header, ...rows.map(row => row.cells[index])])),
      textColumn(`${t('imports.rejected.reasonHeader')} ${mark}`),
    ],
    rows: rows.map(row => [...headers.map((_header, index) => row.cells[index] ?? ''), reasonOf(row)]),
  }
}

function damagedSheet({ mark, rows, damaged }: RejectedRows, language: Language): WorkbookSheet {
  const t = makeTranslate(language)
  const headers = [
    t('imports.rows.row'),
    t('imports.rejected.column'),
    t('imports.rows.cell'),
    t('imports.rejected.content'),
    t('imports.marks.probably'),
    `${t('imports.damaged.what')} ${damageListMark(mark)}`,
  ]
  const lines = damaged.map(cell => [
    String(cell.rowNumber),
    cell.header,
    cell.address,
    cell.before,
    cell.probably ?? '',
    translateCode(language, `cell-mark.${cell.kind}`) +
      t('imports.marks.outcome', { outcome: translateCode(language, `cell-outcome.${cell.outcome}`) }),
  ])
  return {
    sheetName: () => t('imports.damaged.sheet'),
    isShownFirst: rows.length === 0,
    columns: headers.map((header, index) => textColumn(header, [header, ...lines.map(line => line[index])])),
    rows: lines,
  }
}

/** As wide as its first texts. */
function textColumn(header: string, texts?: readonly (string | undefined)[]) {
  const widthChars = Math.min(
    widestChars,
    Math.max(8, ...(texts?.slice(0, 200).map(text => charsOf(text ?? '')) ?? [widestChars])),
  )
  return { header, widthChars: widthChars + 2, style: 'text' as const }
}

/** Width of a text in characters of a sheet: a Chinese character is as wide as two. */
function charsOf(text: string): number {
  return [...text].reduce((chars, character) => chars + (character.charCodeAt(0) > 0xff ? 2 : 1), 0)
}
