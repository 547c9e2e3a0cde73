import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { AppError } from '#shared/contract/app-error.ts'
import { chooseLegacyEncoding } from './encoding-scores.ts'
import type { FileBytes } from './file-bytes.ts'
import { unsupportedFormat } from './unsupported-format.ts'
import { Utf32Decoder } from './utf32-decoder.ts'

/** Decodes a text chunk by chunk, as TextDecoder does; a byte order mark at the start is left out. */
export type ChunkDecoder = { decode(chunk?: Uint8Array, options?: { readonly stream?: boolean }): string }

const EMPTY = Buffer.alloc(0)
const HEAD_BYTES = 65_536
const CHUNK_BYTES = 1 << 18
const SAMPLE_BYTES = 1 << 14
/** Below this byte no multi-byte character of any encoding in question continues: commas, quotes, spaces, line ends. */
const FIRST_TRAIL_BYTE = 0x30
const UTF8_MIN_CHARACTERS = 50
const UTF8_BAD_SHARE = 0.005
const CONTROL_SHARE = 0.02
const CONTROL_MIN = 4

const marks: readonly (readonly [bytes: readonly number[], label: string])[] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
]

/**
 * Tells the encoding of a text file: byte order mark, pattern of zero bytes, strict UTF-8 over the whole file, and only
 * then the legacy encoding that reads best.
 *
 * Errors: file-type-unsupported (format 'binary'), cancelled.
 * Cost: reads the whole file once when it has neither mark nor zero bytes.
 */
export async function detectEncoding(file: FileBytes, isCancelled: () => boolean): Promise<string> {
  const head = await file.read(0, HEAD_BYTES)
  const mark = marks.find(([bytes]) => bytes.every((byte, index) => head[index] === byte))
  if (mark) return mark[1]
  const wide = detectWide(head, file.sizeBytes)
  if (wide) return wide
  if (isBinary(head)) throw unsupportedFormat('binary')
  const sample = await findLegacySample(file, isCancelled)
  return sample === null ? 'utf-8' : chooseLegacyEncoding(sample)
}

/** Makes the decoder for a label of TextDecoder, utf-32le or utf-32be. Errors: encoding-unknown. */
export function makeDecoder(label: string): ChunkDecoder {
  const name = label.trim().toLowerCase()
  if (name === 'utf-32le' || name === 'utf-32be') return new Utf32Decoder(name)
  try {
    return new TextDecoder(/^(?:gbk|gb2312|cp936|gb_?18030)$/.test(name) ? 'gb18030' : name)
  } catch {
    throw new AppError('encoding-unknown', { encoding: label })
  }
}

/** UTF-16 and UTF-32 without a mark, by where the zero bytes lie. */
function detectWide(head: Buffer, sizeBytes: number): string | null {
  if (!head.includes(0)) return null
  if (sizeBytes % 4 === 0 && isUtf32(head, true)) return 'utf-32le'
  if (sizeBytes % 4 === 0 && isUtf32(head, false)) return 'utf-32be'
  if (isUtf16(head, 1)) return 'utf-16le'
  if (isUtf16(head, 0)) return 'utf-16be'
  return null
}

function isUtf32(head: Buffer, isLittleEndian: boolean): boolean {
  const whole = head.length - (head.length % 4)
  for (let at = 0; at < whole; at += 4) {
    const codePoint = isLittleEndian ? head.readUInt32LE(at) : head.readUInt32BE(at)
    if (codePoint === 0 || codePoint > 0x10ffff) return false
  }
  return whole > 0
}

/** Zero bytes lie (nearly) all on the high side, and line ends have one beside them. */
function isUtf16(head: Buffer, highSide: 0 | 1): boolean {
  let zeroHigh = 0
  let zeroLow = 0
  let wideLineEnds = 0
  let lineEnds = 0
  for (let at = 0; at + 1 < head.length; at += 2) {
    const high = head[at + highSide]
    const low = head[at + 1 - highSide]
    if (high === 0) zeroHigh++
    if (low === 0) zeroLow++
    if (low === 0x0a || low === 0x0d) lineEnds++
    if (high === 0 && (low === 0x0a || low === 0x0d)) wideLineEnds++
  }
  if (zeroHigh === 0 || zeroLow > zeroHigh * 0.05) return false
  return lineEnds > 0 ? wideLineEnds >= lineEnds * 0.5 : zeroHigh * 10 >= head.length / 2
}

function isBinary(head: Buffer): boolean {
  let controls = 0
  for (const byte of head)
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) controls++
  return controls >= CONTROL_MIN && controls > head.length * CONTROL_SHARE
}

/** Null when the whole file is UTF-8; else the pieces of it that are not ASCII, each with whole characters. */
async function findLegacySample(file: FileBytes, isCancelled: () => boolean): Promise<Uint8Array | null> {
  const pieces: Buffer[] = []
  let sampleBytes = 0
  let isUtf8SoFar = true
  let held: Buffer = EMPTY
  for (let at = 0; at < file.sizeBytes; at += CHUNK_BYTES) {
    if (isCancelled()) throw new AppError('cancelled')
    const chunk = Buffer.concat([held, await file.read(at, CHUNK_BYTES)])
    const isLast = at + CHUNK_BYTES >= file.sizeBytes
    const unfinished = isUtf8SoFar ? unfinishedBytes(chunk) : 0
    const finished = chunk.subarray(0, chunk.length - unfinished)
    isUtf8SoFar &&= isNearlyUtf8(finished)
    const scanned = isUtf8SoFar ? finished : chunk
    held = isUtf8SoFar ? Buffer.from(chunk.subarray(finished.length)) : EMPTY
    if (sampleBytes < SAMPLE_BYTES) sampleBytes += collectPieces(scanned, pieces, SAMPLE_BYTES - sampleBytes)
    // A cut character at the end is a cut UTF-8 text only if there are whole ones before it.
    if (isLast && unfinished > 0 && isUtf8SoFar && sampleBytes === 0) return held
    if (!isUtf8SoFar && sampleBytes >= SAMPLE_BYTES) break
  }
  return isUtf8SoFar ? null : Buffer.concat(pieces)
}

/** The bytes at the end that begin a UTF-8 character whose rest lies in the next chunk. */
function unfinishedBytes(chunk: Buffer): number {
  for (let back = 1; back <= 3 && back <= chunk.length; back++) {
    const byte = chunk[chunk.length - back] as number
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/** A long UTF-8 text with a few broken bytes is still UTF-8. */
function isNearlyUtf8(chunk: Buffer): boolean {
  if (isUtf8(chunk)) return true
  let bad = 0
  let beyondAscii = 0
  for (const character of new TextDecoder('utf-8').decode(chunk)) {
    if (character < '\x80') continue
    beyondAscii++
    if (character === '\ufffd') bad++
  }
  return beyondAscii >= UTF8_MIN_CHARACTERS && bad <= beyondAscii * UTF8_BAD_SHARE
}

function collectPieces(chunk: Buffer, pieces: Buffer[], limitBytes: number): number {
  let collected = 0
  let from = 0
  let isAscii = true
  for (let at = 0; at <= chunk.length && collected < limitBytes; at++) {
    const byte = chunk[at] ?? 0
    if (byte >= 0x80) isAscii = false
    if (byte >= FIRST_TRAIL_BYTE) continue
    if (!isAscii) {
      pieces.push(chunk.subarray(from, at + 1))
      collected += at + 1 - from
    }
    from = at + 1
    isAscii = true
  }
  return collected
}
