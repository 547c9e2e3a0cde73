import type { RejectedRows } from '#shared/domain/import-batch.ts'
import type { Language } from '#shared/i18n/language.ts'
import { makeTranslate, translateCode } from '#shared/i18n/translate.ts'
import { writeWorkbook } from './xlsx-writer.ts'

const widestChars = 40

/**
 * Saves the rejected rows of an import: their cells as they were, under the same headers, and a last column with the
 * reason, which a later import passes over, and by whose heading it recognises the file.
 *
 * Shape: every column is text, so that what is corrected and dropped again is what the file had.
 * Empty: no rejected rows give a sheet with headers only.
 */
export async function saveRejectedRows(
  filePath: string,
  rejected: RejectedRows,
  language: Language,
): Promise<{ readonly rowCount: number }> {
  const t = makeTranslate(language)
  const { headers, mark, rows } = rejected
  const width = (index: number) =>
    Math.min(
      widestChars,
      Math.max(
        8,
        ...[headers[index] ?? '', ...rows.slice(0, 200).map(row => row.cells[index] ?? '')].map(charsOf),
      ),
    )
  const reasonOf = (row: (typeof rows)[number]) => {
    const reason = row.reason === null ? '' : translateCode(language, `row-reason.${row.reason}`)
    return row.reasonCell === null ? reason : `${row.reasonCell} ${reason}`
  }
  return writeWorkbook(filePath, {
    sheetName: () => t('imports.rejected.sheet'),
    columns: [
      ...headers.map((header, index) => ({ header, widthChars: width(index) + 2, style: 'text' as const })),
      {
        header: `${t('imports.rejected.reasonHeader')} ${mark}`,
        widthChars: widestChars,
        style: 'text' as const,
      },
    ],
    rows: rows.map(row => [...headers.map((_header, index) => row.cells[index] ?? ''), reasonOf(row)]),
  })
}

/** Width of a text in characters of a sheet: a Chinese character is as wide as two. */
function charsOf(text: string): number {
  return [...text].reduce((chars, character) => chars + (character.charCodeAt(0) > 0xff ? 2 : 1), 0)
}
