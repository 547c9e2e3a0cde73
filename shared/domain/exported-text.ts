import type { ExportValue } from './export.ts'
import { toStoredText } from './text.ts'

const plainNumber = /^-?\d{1,15}(?:\.\d{1,12})?$/

/**
 * Writes an exported cell in the form in which it is compared with the cell that comes back: a spreadsheet may drop the
 * zeros after a decimal point, and the midnight of a day.
 *
 * Example: exportedText('money', '12.50') -> '12.5'; exportedText('text', ' 007 ') -> '007'
 */
export function exportedText(value: ExportValue, text: string): string {
  const trimmed = toStoredText(text)
  if (value === 'date-time' || value === 'date') return trimmed.replace(/[T ]00:00:00$/, '').replace('T', ' ')
  if (value === 'text' || !plainNumber.test(trimmed)) return trimmed
  return String(Number(trimmed))
}
