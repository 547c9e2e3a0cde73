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
