/** How many rows are copied at most; for more there is an export. */
export const copyLimit = 5000

const tsvCell = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Cells as Excel puts them on the clipboard: tabs and line ends, a cell that holds one of them in quotes. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => row.map(tsvCell).join('\t')).join('\r\n')
}

const htmlText = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r\n|\r|\n/g, '<br>')

/** Cells as a table whose cells are text for Excel, so that phone numbers keep their zeros and long numbers all digits. */
export function toHtmlTable(rows: readonly (readonly string[])[]): string {
  const body = rows.map(
    row =>
      `<tr>${row.map(text => `<td style="mso-number-format:'\\@'">${htmlText(text)}</td>`).join('')}</tr>`,
  )
  return `<table>${body.join('')}</table>`
}

/** Reads a table that was copied elsewhere: texts by cell. Empty: [] where there is none. */
export function parseHtmlTable(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  return [...(table?.rows ?? [])].map(row => [...row.cells].map(textOfCell))
}

function textOfCell(cell: HTMLElement): string {
  for (const lineEnd of cell.querySelectorAll('br')) lineEnd.replaceWith('\n')
  return (cell.textContent ?? '').trim()
}

/**
 * Reads cells as Excel and WPS put them on the clipboard: tabs and line ends, a cell that holds one of them in quotes.
 *
 * Shape: the line end behind the last row is none of its own. A quote within a cell stands for itself.
 * Empty: [] for an empty text.
 * Example: parseTsv('样例甲\t"上\n下"\r\n') -> [['样例甲', '上\n下']]
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  let at = 0
  while (at < text.length || cells.length > 0) {
    const { value, end } = readCell(text, at)
    cells.push(value)
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (text[end] === '\t') continue
    rows.push(cells)
    cells = []
  }
  return rows
}

const cellEnd = /[\t\r\n]/g

function readCell(text: string, start: number): { value: string; end: number } {
  const quoted = text[start] === '"' ? readQuoted(text, start) : undefined
  if (quoted) return quoted
  cellEnd.lastIndex = start
  const end = cellEnd.exec(text)?.index ?? text.length
  return { value: text.slice(start, end), end }
}

/** Undefined where the quote is not the first of a pair around the cell. */
function readQuoted(text: string, start: number): { value: string; end: number } | undefined {
  let value = ''
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return undefined
    value += text.slice(at, quote)
    at = quote + 1
    if (text[at] === '"') {
      value += '"'
      at += 1
    } else return at === text.length || /[\t\r\n]/.test(text[at] ?? '') ? { value, end: at } : undefined
  }
}
