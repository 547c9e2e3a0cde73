import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'

/** What a cell of an exported sheet can hold; `time` is YYYY-MM-DD, with THH:MM:SS where the hour is known. */
export type ExportCell = string | number | null | { readonly time: string }

/** Style indexes of the fixed styles.xml. */
export const cellStyles = { plain: 0, header: 1, text: 2, day: 3, time: 4, money: 5, price: 6 } as const

/** Excel takes no longer text in a cell and calls the whole file damaged. */
const longestText = 32_767

/**
 * Writes one row of a sheet.
 *
 * Empty: an empty or null cell is left out.
 * Example: rowXml(1, ['a', 2, null], [0, 0, 0]) ->
 *   '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">a</t></is></c><c r="B1"><v>2</v></c></row>'
 */
export function rowXml(rowNumber: number, cells: readonly ExportCell[], styles: readonly number[]): string {
  const parts = cells.map((cell, index) => {
    if (cell === null || cell === '') return ''
    const style = styles[index] ? ` s="${styles[index]}"` : ''
    const place = `<c r="${columnName(index)}${rowNumber}"${style}`
    if (typeof cell === 'number') return `${place}><v>${cell}</v></c>`
    if (typeof cell === 'object') return timeXml(`${columnName(index)}${rowNumber}`, cell.time)
    return `${place} t="inlineStr"><is><t xml:space="preserve">${escapeText(cell)}</t></is></c>`
  })
  return `<row r="${rowNumber}">${parts.join('')}</row>`
}

/** Days from 1899-12-30, Excel's day 0 for dates after February 1900, to 1970-01-01. */
const daysBeforeUnixDay = 25_569

function timeXml(address: string, time: string): string {
  const [hour = 0, minute = 0, second = 0] = time.slice(11).split(':').map(Number)
  const hasHour = time.length > 10
  const fraction = (hour * 3600 + minute * 60 + second) / 86_400
  const serial = toDayNumber(time.slice(0, 10) as CalendarDate) + daysBeforeUnixDay + fraction
  return `<c r="${address}" s="${hasHour ? cellStyles.time : cellStyles.day}"><v>${serial}</v></c>`
}

const columnNames: string[] = []

/**
 * Names a column as Excel does.
 *
 * Example: columnName(0) -> 'A', columnName(27) -> 'AB', columnName(701) -> 'ZZ'
 */
export function columnName(index: number): string {
  const known = columnNames[index]
  if (known !== undefined) return known
  const letter = String.fromCharCode(65 + (index % 26))
  const name = index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
  columnNames[index] = name
  return name
}

/** Cuts a text that is longer than a cell can hold; it ends with '…' then. */
export function cutText(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text
}

/**
 * Writes text for XML as Excel reads it: characters that XML cannot hold become _xHHHH_, and text that looks like such an
 * escape is protected.
 *
 * Shape: longer text than Excel can hold is cut and ends with '…'.
 * Source: ECMA-376 part 1, 22.4.2.4 (bstr).
 * Example: escapeText('a<b\u0001_x0041_') -> 'a&lt;b_x0001__x005F_x0041_'
 */
export function escapeText(text: string): string {
  const held = cutText(text)
  if (!needsEscape.test(held)) return held
  return held
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>]/g, mark => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;'))
    .replace(unwritable, mark => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}

// Whatever is neither a plain character nor half of one.
const needsEscape = /[^\t\n\x20-\x25\x27-\x3b\x3d\x3f-\x5e\x60-\ud7ff\ue000-\ufffd]/

// Control characters but tab and line feed; the two non-characters; lone surrogates.
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
