import { AppError } from '#shared/contract/app-error.ts'
import { BlockCutter } from './block-cutter.ts'
import { readLimits } from './read-limits.ts'
import type { SharedStrings } from './shared-strings.ts'
import {
  asksToKeepSpace,
  findByte,
  GREATER_THAN,
  isNameEnd,
  LESS_THAN,
  readRichText,
  SLASH,
  seekByte,
} from './xml-bytes.ts'
import { checkRoot } from './xml-root.ts'

const ITEM_END_BYTES = '</si>'.length
const LETTER_S = 0x73
const LETTER_I = 0x69
const LETTER_T = 0x74
const LETTER_R = 0x72
const AMPERSAND = 0x26
const UNDERSCORE = 0x5f
const LETTER_X = 0x78

/**
 * Fills shared strings from the bytes of their part, chunk by chunk.
 *
 * Cost: a plain entry is copied without being decoded; only entries with runs, entities, escapes or outer white space are.
 */
export class SharedStringsScanner {
  private readonly strings: SharedStrings
  private readonly cutter = new BlockCutter('<si', '</sst>', readLimits.rowBytes)
  private isRootChecked = false
  private isComplete = false
  private keepsSpace = false

  constructor(strings: SharedStrings) {
    this.strings = strings
  }

  /** Scans the next chunk. Errors: file-damaged, file-too-large, xlsx-variant-unsupported. */
  push(chunk: Buffer): void {
    if (this.isComplete) return
    const block = this.cutter.push(chunk)
    if (block) this.scan(block)
  }

  /** Scans what is left. Errors: file-damaged when the list does not end. */
  finish(): void {
    if (!this.isComplete) this.scan(this.cutter.finish())
    if (!this.isComplete) throw new AppError('file-damaged')
  }

  private scan(block: Buffer): void {
    let at = 0
    if (!this.isRootChecked) {
      const root = checkRoot(block, 'sst')
      at = root.end
      this.keepsSpace = root.keepsSpace
      this.isComplete = root.isEmpty
      this.isRootChecked = true
    }
    while (!this.isComplete) {
      at = seekByte(block, LESS_THAN, at)
      if (at < 0) return
      if (block[at + 1] === LETTER_S && block[at + 2] === LETTER_I && isNameEnd(block[at + 3])) {
        at = this.scanItem(block, at)
      } else {
        this.isComplete = block[at + 1] === SLASH && block.toString('latin1', at + 2, at + 6) === 'sst>'
        at++
      }
    }
  }

  private scanItem(block: Buffer, itemStart: number): number {
    const tagEnd = findByte(block, GREATER_THAN, itemStart, block.length)
    if (block[tagEnd - 1] === SLASH) {
      this.strings.addBytes(block, 0, 0)
      return tagEnd + 1
    }
    const plainEnd = this.copyPlainItem(block, tagEnd + 1)
    const itemEnd = findItemEnd(block, plainEnd < 0 ? tagEnd : plainEnd)
    if (plainEnd < 0) this.strings.addText(readRichText(block, tagEnd + 1, itemEnd, this.keepsSpace))
    return itemEnd + ITEM_END_BYTES
  }

  /** Copies <t>text</t> when it needs no decoding and returns where it ends, else -1. What may follow is phonetic. */
  private copyPlainItem(block: Buffer, at: number): number {
    const end = block.length
    if (block[at] !== LESS_THAN || block[at + 1] !== LETTER_T || !isNameEnd(block[at + 2])) return -1
    const tagEnd = findByte(block, GREATER_THAN, at + 2, end)
    if (block[tagEnd - 1] === SLASH) return -1
    const from = tagEnd + 1
    let to = from
    for (; to < end; to++) {
      const byte = block[to] as number
      if (byte === LESS_THAN) break
      if (byte === AMPERSAND || byte === 0x0d || (byte === UNDERSCORE && block[to + 1] === LETTER_X))
        return -1
    }
    if (block[to + 1] !== SLASH || block[to + 2] !== LETTER_T || hasRun(block, to + 4)) return -1
    const hasOuterSpace = to > from && ((block[from] as number) <= 0x20 || (block[to - 1] as number) <= 0x20)
    if (hasOuterSpace && !this.keepsSpace && !asksToKeepSpace(block, at + 1, tagEnd)) return -1
    this.strings.addBytes(block, from, to)
    return to
  }
}

/** Runs (<r>) may follow a plain <t>; then both count. */
function hasRun(block: Buffer, at: number): boolean {
  return block[at] === LESS_THAN && block[at + 1] === LETTER_R && isNameEnd(block[at + 2])
}

/** The place of the next </si>; only a few tags lie before it. */
function findItemEnd(block: Buffer, from: number): number {
  let at = from
  for (;;) {
    at = findByte(block, LESS_THAN, at, block.length)
    if (
      block[at + 1] === SLASH &&
      block[at + 2] === LETTER_S &&
      block[at + 3] === LETTER_I &&
      block[at + 4] === GREATER_THAN
    )
      return at
    at++
  }
}
