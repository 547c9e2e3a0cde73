import { SSF } from '@e965/xlsx'
import { classifyBuiltInFormat, classifyFormatCode, type FormatKind } from './number-format.ts'

const BUILT_IN_FORMATS = 164
const BUILT_IN_MARK = 'built-in '
const kinds = new Map<string, FormatKind>()
const BRT_XF = 47
const FORMAT_AT = 2
/** Numbers that the library knows in every language: a day, a time of day. */
const DAY_FORMAT = 14
const TIME_FORMAT = 20

/**
 * Forgets the number formats of the workbook before and names those that Excel never writes down (such as 31 and 57), so
 * that a cell tells its format whatever the number.
 */
export function resetFormats(): void {
  const table = SSF.get_table()
  for (const id of Object.keys(table)) delete table[Number(id)]
  for (let id = 0; id < BUILT_IN_FORMATS; id++) SSF.load(`${BUILT_IN_MARK}${id}`, id)
}

/** Classes the format that the library gives with a cell: a code, a number, or the name of a built-in one. */
export function kindOfFormat(format: string | number | undefined): FormatKind {
  if (format === undefined) return 'number'
  if (typeof format === 'number') return classifyBuiltInFormat(format)
  const known = kinds.get(format)
  if (known !== undefined) return known
  const kind = format.startsWith(BUILT_IN_MARK)
    ? classifyBuiltInFormat(Number(format.slice(BUILT_IN_MARK.length)))
    : classifyFormatCode(format)
  kinds.set(format, kind)
  return kind
}

/**
 * Replaces the dates and times of Chinese Excel in the styles of an xlsb by those of every Excel, since the library
 * forgets what it was told of them.
 *
 * Source: MS-XLSB 2.4.820 (BrtXF), 2.1.4 (records).
 */
export function translateBinaryStyles(styles: Buffer): void {
  let at = 0
  while (at < styles.length) {
    const type = readVarint(styles, at, 2)
    const size = readVarint(styles, type.end, 4)
    const formatAt = size.end + FORMAT_AT
    if (type.value === BRT_XF && formatAt + 2 <= styles.length) {
      const kind = classifyBuiltInFormat(styles.readUInt16LE(formatAt))
      if (kind === 'date' || kind === 'moment') styles.writeUInt16LE(DAY_FORMAT, formatAt)
      else if (kind === 'time') styles.writeUInt16LE(TIME_FORMAT, formatAt)
    }
    at = size.end + size.value
  }
}

function readVarint(bytes: Buffer, from: number, longest: number): { value: number; end: number } {
  let value = 0
  for (let index = 0; index < longest; index++) {
    const byte = bytes[from + index] ?? 0
    value += (byte & 0x7f) * 2 ** (7 * index)
    if (byte < 0x80) return { value, end: from + index + 1 }
  }
  return { value, end: from + longest }
}
