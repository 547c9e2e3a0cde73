/** What a cell of an exported sheet can hold. */
export type ExportCell = string | number | null

/** Style indexes of the fixed styles.xml. */
export const cellStyles = { plain: 0, header: 1, text: 2 } as const

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
    if (typeof cell === 'number' && Number.isFinite(cell)) return `${place}><v>${cell}</v></c>`
    return `${place} t="inlineStr"><is><t xml:space="preserve">${escapeText(String(cell))}</t></is></c>`
  })
  return `<row r="${rowNumber}">${parts.join('')}</row>`
}

/**
 * Names a column as Excel does.
 *
 * Example: columnName(0) -> 'A', columnName(27) -> 'AB', columnName(701) -> 'ZZ'
 */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
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
  const held = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text
  return held
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>]/g, mark => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;'))
    .replace(unwritable, mark => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}

// Control characters but tab and line feed; the two non-characters; lone surrogates.
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
