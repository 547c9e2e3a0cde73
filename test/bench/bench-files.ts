import fs from 'node:fs'
import path from 'node:path'
import { sheetXml, workbookParts, writeZip } from '#test/helpers/workbook-builder.ts'
import { type XlsCell, xlsBytes } from '#test/helpers/xls-builder.ts'
import type { BenchCell, BenchTable } from './bench-tables.ts'

/** Styles 0 to 2 of the workbook: a day, a moment, money. */
const formats = [14, 22, '"¥"#,##0.00']
const styleOf = { day: ' s="0"', moment: ' s="1"', number: ' s="2"' } as const
const chunkChars = 1 << 18
const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const partTypes = [
  ['workbook.xml', 'sheet.main'],
  ['worksheets/sheet1.xml', 'worksheet'],
  ['styles.xml', 'styles'],
  ['sharedStrings.xml', 'sharedStrings'],
] as const
const contentTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${partTypes.map(([part, type]) => `<Override PartName="/xl/${part}" ContentType="${office}.${type}+xml"/>`).join('')}</Types>`

/** Writes a table as an .xlsx as Excel in Chinese does: shared strings, each with its phonetic mark. Gives its path. */
export async function writeBenchWorkbook(table: BenchTable, name: string): Promise<string> {
  const strings = new Map<string, number>()
  const shared = (text: string) => {
    const known = strings.get(text)
    if (known !== undefined) return known
    strings.set(text, strings.size)
    return strings.size - 1
  }
  const { 'xl/sharedStrings.xml': stringsPart, ...parts } = workbookParts({
    sheets: [{ name: 'Sheet1', part: () => joined(sheetParts(table, shared)) }],
    formats,
    stringsPart: () => joined(stringParts(strings)),
    overrides: { '[Content_Types].xml': contentTypes },
  })
  // The strings are known when the sheet has been written.
  return await writeZip({ ...parts, 'xl/sharedStrings.xml': stringsPart }, name)
}

function* sheetParts({ headers, rows }: BenchTable, shared: (text: string) => number): Generator<string> {
  const [head = '', tail = ''] = sheetXml('ROWS').split('ROWS')
  yield head
  let rowNumber = 1
  const row = (cells: readonly BenchCell[]) => {
    const texts = cells.map((cell, column) => cellXml(cell, `${letters[column]}${rowNumber}`, shared))
    return `<row r="${rowNumber++}" spans="1:${headers.length}">${texts.join('')}</row>`
  }
  yield row(headers.map(text => ({ kind: 'text', text })))
  for (const cells of rows()) yield row(cells)
  yield tail
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

function cellXml(cell: BenchCell, place: string, shared: (text: string) => number): string {
  if (cell === null) return ''
  if (cell.kind === 'text') return `<c r="${place}" t="s"><v>${shared(cell.text)}</v></c>`
  if (cell.kind === 'truth') return `<c r="${place}" t="b"><v>${cell.value ? 1 : 0}</v></c>`
  return `<c r="${place}"${styleOf[cell.kind]}><v>${cell.value}</v></c>`
}

function* stringParts(strings: ReadonlyMap<string, number>): Generator<string> {
  const { size } = strings
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${size}" uniqueCount="${size}">`
  for (const text of strings.keys())
    yield `<si><t>${escapeXml(text)}</t><phoneticPr fontId="1" type="noConversion"/></si>`
  yield '</sst>'
}

const escapeXml = (text: string) =>
  text.replace(/[&<>]/g, sign => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))

/** Writes a table as the comma-separated GBK text that shop systems export. Gives its path. */
export function writeBenchText(table: BenchTable, folder: string, name: string): string {
  const file = path.join(folder, name)
  const target = fs.openSync(file, 'w')
  const encode = gbkEncoder()
  const lines = function* () {
    yield `${table.headers.join(',')}\r\n`
    for (const cells of table.rows()) yield `${cells.map(cell => quoted(cellText(cell))).join(',')}\r\n`
  }
  try {
    for (const chunk of joined(lines())) fs.writeSync(target, encode(chunk))
  } finally {
    fs.closeSync(target)
  }
  return file
}

/** Writes a table as the HTML page in GBK that shop systems export under the name .xls. Gives its path. */
export function writeBenchHtml(table: BenchTable, folder: string, name: string): string {
  const file = path.join(folder, name)
  const target = fs.openSync(file, 'w')
  const encode = gbkEncoder()
  // Only columns of long numbers say that they are text, as such pages do.
  const style = (column: number) => (column === 0 || column === 4 ? ` style="mso-number-format:'\\@'"` : '')
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell, column) => `<${tag}${style(column)}>${escapeXml(cell)}</${tag}>`).join('')}</tr>\r\n`
  const lines = function* () {
    yield '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table border="1">\r\n'
    yield row(table.headers, 'th')
    for (const cells of table.rows()) yield row(cells.map(cellText), 'td')
    yield '</table></body></html>'
  }
  try {
    for (const chunk of joined(lines())) fs.writeSync(target, encode(chunk))
  } finally {
    fs.closeSync(target)
  }
  return file
}

/** Writes a table as an old .xls (BIFF8). Gives its path. */
export function writeBenchXls({ headers, rows }: BenchTable, folder: string, name: string): string {
  const file = path.join(folder, name)
  const sheet = function* (): Generator<XlsCell[]> {
    yield [...headers]
    for (const cells of rows()) yield cells.map(xlsCell)
  }
  fs.writeFileSync(file, xlsBytes({ sheets: [{ name: 'Sheet1', rows: sheet() }], formats: [0, 14, 22] }))
  return file
}

function xlsCell(cell: BenchCell): XlsCell {
  if (cell === null) return null
  if (cell.kind === 'text') return cell.text
  if (cell.kind === 'truth') return { truth: cell.value }
  return { number: cell.value, style: { number: 0, day: 1, moment: 2 }[cell.kind] }
}

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function cellText(cell: BenchCell): string {
  if (cell === null) return ''
  if (cell.kind === 'text') return cell.text
  if (cell.kind === 'truth') return cell.value ? 'TRUE' : 'FALSE'
  if (cell.kind === 'number') return String(cell.value)
  const moment = new Date(Math.round((cell.value - 25_569) * 86_400) * 1000).toISOString()
  return cell.kind === 'day' ? moment.slice(0, 10) : moment.slice(0, 19).replace('T', ' ')
}

/** Makes the function from text to GBK by turning the decoder around; a character that GBK lacks becomes ?. */
function gbkEncoder(): (text: string) => Buffer {
  const codes = new Uint16Array(1 << 16)
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\ufffd')
        codes[character.charCodeAt(0)] ||= lead * 256 + trail
    }
  return text => {
    const bytes = Buffer.allocUnsafe(text.length * 2)
    let length = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      const code = unit < 0x80 ? unit : codes[unit] || 0x3f
      if (code > 0xff) bytes[length++] = code >> 8
      bytes[length++] = code & 0xff
    }
    return bytes.subarray(0, length)
  }
}

function* joined(parts: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const part of parts) {
    chunk += part
    if (chunk.length < chunkChars) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}
