const prefix = 'kehu'
const markChars = 4
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A cell of an exported row. `mark` is the letter of its column, or the key of its field and a point. */
export type OwnCell = { readonly mark: string; readonly text: string }

/** What the key of an exported row says. `isAsExported` tells whether a cell still holds what was exported. */
export type OwnRowKey = {
  readonly archiveMark: string
  /** The key of an order without a number, else ''. */
  readonly orderKey: string
  isAsExported(cell: OwnCell): boolean
}

/** The part of an archive's id that its exports carry: enough to tell it from every other. */
export function archiveMarkOf(archiveId: string): string {
  return archiveId.replaceAll('-', '').slice(0, 16)
}

/**
 * Writes the key that an exported row carries: which archive it is of, and a mark of every filled cell, so that an
 * import sees which cells were edited since, however old the file is.
 *
 * Shape: 5 characters for each cell that is not empty.
 * Example: writeOwnRowKey('0123456789abcdef', [{ mark: 'b', text: '样例甲' }], '') -> 'kehu:0123456789abcdef:b' + 4 characters
 */
export function writeOwnRowKey(archiveMark: string, cells: readonly OwnCell[], orderKey: string): string {
  let marks = ''
  for (const { mark, text } of cells) if (text !== '') marks += mark + hashOf(mark, text)
  return `${prefix}:${archiveMark}:${marks}${orderKey === '' ? '' : `:${orderKey}`}`
}

/**
 * Reads the key of an exported row.
 *
 * Empty: undefined for any other text.
 */
export function parseOwnRowKey(text: string): OwnRowKey | undefined {
  const found = /^kehu:([0-9a-f]{16}):((?:(?:[A-Za-z]|[1-9]\d*\.)[\w-]{4})*)(?::(.*))?$/.exec(text.trim())
  if (!found) return undefined
  const [, archiveMark = '', marks = '', orderKey = ''] = found
  return { archiveMark, orderKey, isAsExported: cell => hasMark(marks, cell) }
}

function hasMark(marks: string, { mark, text }: OwnCell): boolean {
  let at = 0
  while (at < marks.length) {
    const end = isLetter(marks, at) ? at + 1 : marks.indexOf('.', at) + 1
    if (marks.slice(at, end) === mark) return marks.slice(end, end + markChars) === hashOf(mark, text)
    at = end + markChars
  }
  return false
}

function isLetter(marks: string, at: number): boolean {
  return marks.charCodeAt(at) > 57
}

/** 24 bits of FNV-1a over the mark of the column and the text. */
function hashOf(mark: string, text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < mark.length; at++) hash = Math.imul(hash ^ mark.charCodeAt(at), 0x01000193)
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  let written = ''
  for (let place = 0; place < markChars; place++) written += alphabet[(hash >>> (6 * place)) & 63]
  return written
}
