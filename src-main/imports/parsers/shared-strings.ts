import { AppError } from '#shared/contract/app-error.ts'
import { readLimits } from './read-limits.ts'
import { utf8Text } from './xml-bytes.ts'

const SEGMENT_BITS = 22
const SEGMENT_BYTES = 1 << SEGMENT_BITS
const SEGMENT_MASK = SEGMENT_BYTES - 1
const OFFSETS_BITS = 16
const OFFSETS_PER_BLOCK = 1 << OFFSETS_BITS
const OFFSETS_MASK = OFFSETS_PER_BLOCK - 1
const CACHE_SLOTS = 1 << 15
const CACHED_BYTES = 256
const LOOPED_BYTES = 64

/**
 * The shared strings of a workbook as UTF-8 bytes in segments, decoded when a cell asks.
 *
 * Cost: the bytes themselves, four bytes per string, and a cache of 32,768 short strings; never a JavaScript string
 * per entry, which would take ten times as much.
 */
export class SharedStrings {
  private readonly segments: Buffer[] = []
  private readonly offsets: Uint32Array[] = [new Uint32Array(OFFSETS_PER_BLOCK)]
  private usedBytes = 0
  private readonly cachedIndex = new Int32Array(CACHE_SLOTS).fill(-1)
  private readonly cachedText: string[] = new Array(CACHE_SLOTS).fill('')
  count = 0

  /** What is held in memory. */
  get keptBytes(): number {
    return this.usedBytes + this.count * Uint32Array.BYTES_PER_ELEMENT
  }

  /** Adds the bytes [from, to) as the next string. Errors: file-too-large. */
  addBytes(source: Buffer, from: number, to: number): void {
    if (this.usedBytes + to - from > readLimits.sharedStringsBytes)
      throw new AppError('file-too-large', { limit: 'strings' })
    let at = from
    while (at < to) {
      const inSegment = this.usedBytes & SEGMENT_MASK
      if (inSegment === 0) this.segments.push(Buffer.allocUnsafeSlow(SEGMENT_BYTES))
      const length = Math.min(to - at, SEGMENT_BYTES - inSegment)
      copyBytes(source, at, this.segments[this.usedBytes >>> SEGMENT_BITS] as Buffer, inSegment, length)
      this.usedBytes += length
      at += length
    }
    this.closeString()
  }

  /** Adds a decoded string as the next one. */
  addText(text: string): void {
    const bytes = Buffer.from(text)
    this.addBytes(bytes, 0, bytes.length)
  }

  /** Returns the string with this index. Errors: file-damaged when there is none. */
  get(index: number): string {
    const slot = index & (CACHE_SLOTS - 1)
    if (this.cachedIndex[slot] === index) return this.cachedText[slot] as string
    if (!(index >= 0 && index < this.count)) throw new AppError('file-damaged')
    const from = this.offset(index)
    const to = this.offset(index + 1)
    const text = this.decode(from, to)
    if (to - from <= CACHED_BYTES) {
      this.cachedIndex[slot] = index
      this.cachedText[slot] = text
    }
    return text
  }

  private closeString(): void {
    this.count++
    const block = this.count >>> OFFSETS_BITS
    if (block === this.offsets.length) this.offsets.push(new Uint32Array(OFFSETS_PER_BLOCK))
    ;(this.offsets[block] as Uint32Array)[this.count & OFFSETS_MASK] = this.usedBytes
  }

  private offset(index: number): number {
    return (this.offsets[index >>> OFFSETS_BITS] as Uint32Array)[index & OFFSETS_MASK] as number
  }

  private decode(from: number, to: number): string {
    const first = from >>> SEGMENT_BITS
    if (from === to) return ''
    if (first === (to - 1) >>> SEGMENT_BITS)
      return utf8Text(this.segments[first] as Buffer, from & SEGMENT_MASK, ((to - 1) & SEGMENT_MASK) + 1)
    const pieces: Buffer[] = []
    for (let at = from; at < to; ) {
      const start = at & SEGMENT_MASK
      const length = Math.min(to - at, SEGMENT_BYTES - start)
      pieces.push((this.segments[at >>> SEGMENT_BITS] as Buffer).subarray(start, start + length))
      at += length
    }
    return Buffer.concat(pieces).toString('utf8')
  }
}

/** A loop is faster than a call into the runtime for the few bytes that most strings have. */
function copyBytes(source: Buffer, from: number, target: Buffer, to: number, length: number): void {
  if (length > LOOPED_BYTES) source.copy(target, to, from, from + length)
  else for (let index = 0; index < length; index++) target[to + index] = source[from + index] as number
}
