import { AppError } from '#shared/contract/app-error.ts'

/** A field of a dBASE table, as its header describes it. */
export type DbfField = {
  readonly nameBytes: Buffer
  /** One letter: C text, N and F number, D day, L yes or no, and those of FoxPro. */
  readonly type: string
  readonly start: number
  readonly length: number
}

/** What the first bytes of a dBASE table say. */
export type DbfHeader = {
  readonly recordCount: number
  readonly headerLength: number
  readonly recordLength: number
  /** The number that dBASE or FoxPro gives to an encoding, 0 for none. */
  readonly languageDriver: number
  /** Visual FoxPro, whose numbers may be binary. */
  readonly isVisual: boolean
  readonly fields: readonly DbfField[]
}

const FIXED_BYTES = 32
const DESCRIPTION_BYTES = 32
const NAME_BYTES = 11
const END_OF_FIELDS = 0x0d

/**
 * Reads the header of a dBASE III to Visual FoxPro table.
 *
 * Errors: file-damaged when the fields do not fill a record.
 * Source: dBASE III+ file structure; "Table File Structure" of Visual FoxPro.
 */
export function readDbfHeader(bytes: Buffer): DbfHeader {
  if (bytes.length < FIXED_BYTES) throw new AppError('file-damaged')
  const headerLength = bytes.readUInt16LE(8)
  const recordLength = bytes.readUInt16LE(10)
  const descriptions: Buffer[] = []
  for (let at = FIXED_BYTES; at + DESCRIPTION_BYTES <= bytes.length; at += DESCRIPTION_BYTES) {
    if (bytes[at] === END_OF_FIELDS) break
    descriptions.push(bytes.subarray(at, at + DESCRIPTION_BYTES))
  }
  const fields =
    placeFields(descriptions, recordLength, true) ?? placeFields(descriptions, recordLength, false)
  if (!fields || headerLength > bytes.length) throw new AppError('file-damaged')
  return {
    recordCount: bytes.readUInt32LE(4),
    headerLength,
    recordLength,
    languageDriver: bytes[29] ?? 0,
    isVisual: bytes[0] === 0x30 || bytes[0] === 0x31,
    fields,
  }
}

/**
 * Places the fields one after the other. `hasLongTexts`: a text has the rest of its length where a number has its decimals,
 * as some programs write it.
 *
 * Empty: undefined when they do not fit into a record.
 */
function placeFields(
  descriptions: readonly Buffer[],
  recordLength: number,
  hasLongTexts: boolean,
): DbfField[] | undefined {
  // The first byte of a record says whether it was deleted.
  let start = 1
  const fields = descriptions.map(bytes => {
    const name = bytes.subarray(0, NAME_BYTES)
    const end = name.indexOf(0)
    const type = String.fromCharCode(bytes[NAME_BYTES] ?? 0)
    const more = hasLongTexts && type === 'C' ? 256 * (bytes[17] ?? 0) : 0
    const field = {
      ...{ nameBytes: end < 0 ? name : name.subarray(0, end), type },
      ...{ start, length: (bytes[16] ?? 0) + more },
    }
    start += field.length
    return field
  })
  return fields.length > 0 && start <= recordLength ? fields : undefined
}
