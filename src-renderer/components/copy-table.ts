import { toHtmlTable, toTsv } from './sheet-grid/clipboard-text.ts'

/**
 * Puts a table on the clipboard as text and as cells for Excel. Works within a click or a key only; false when the browser
 * does not let it.
 */
export function copyTable(rows: readonly (readonly string[])[]): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', toTsv(rows))
    event.clipboardData?.setData('text/html', toHtmlTable(rows))
  }
  document.addEventListener('copy', put, { once: true, capture: true })
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
  return isCopied
}
