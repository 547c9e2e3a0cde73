import { AppError } from '#shared/contract/app-error.ts'

/**
 * Cuts a stream of chunks into blocks that hold whole records: each block ends just before an opening tag such as
 * '<row', or after the tag that closes the list.
 *
 * Errors: file-too-large when one record is longer than the limit.
 * Cost: linear; a record that spans many chunks is put together once.
 */
export class BlockCutter {
  private pending: Buffer[] = []
  private pendingBytes = 0
  private readonly opening: Buffer
  private readonly closing: Buffer
  private readonly limitBytes: number

  constructor(opening: string, closing: string, limitBytes: number) {
    this.opening = Buffer.from(opening)
    this.closing = Buffer.from(closing)
    this.limitBytes = limitBytes
  }

  /** Returns the next block, or null while no record is complete. */
  push(chunk: Buffer): Buffer | null {
    const cut = this.findCut(chunk)
    if (cut === null) {
      this.hold(chunk)
      return null
    }
    if (cut < 0) return this.cutInside(chunk, cut)
    const block = this.take(chunk.subarray(0, cut))
    this.hold(chunk.subarray(cut))
    return block
  }

  /** Returns what is left at the end of the stream. */
  finish(): Buffer {
    return this.take(Buffer.alloc(0))
  }

  /** The place of the cut in the chunk; below zero when it lies in the held bytes before it. */
  private findCut(chunk: Buffer): number | null {
    const lastOpening = chunk.lastIndexOf(this.opening)
    const closing = chunk.indexOf(this.closing, Math.max(0, lastOpening))
    if (closing >= 0) return closing + this.closing.length
    if (lastOpening > 0 || (lastOpening === 0 && this.pendingBytes > 0)) return lastOpening
    return this.findSplitCut(chunk)
  }

  private findSplitCut(chunk: Buffer): number | null {
    const before = this.lastHeld(this.closing.length - 1)
    const joint = Buffer.concat([before, chunk.subarray(0, this.closing.length - 1)])
    const closing = joint.indexOf(this.closing)
    if (closing >= 0) return closing + this.closing.length - before.length
    const opening = joint.lastIndexOf(this.opening)
    const isStartOfHeld = opening === 0 && before.length === this.pendingBytes
    return opening >= 0 && opening < before.length && !isStartOfHeld ? opening - before.length : null
  }

  private lastHeld(length: number): Buffer {
    const last = this.pending.at(-1)
    if (last !== undefined && last.length >= length) return last.subarray(last.length - length)
    const all = Buffer.concat(this.pending)
    return all.subarray(Math.max(0, all.length - length))
  }

  private cutInside(chunk: Buffer, cut: number): Buffer {
    const all = this.take(chunk)
    const at = all.length - chunk.length + cut
    this.hold(all.subarray(at))
    return all.subarray(0, at)
  }

  private hold(bytes: Buffer): void {
    if (bytes.length === 0) return
    this.pending.push(bytes)
    this.pendingBytes += bytes.length
    if (this.pendingBytes > this.limitBytes) throw new AppError('file-too-large', { limit: 'row' })
  }

  private take(last: Buffer): Buffer {
    const block = this.pending.length === 0 ? last : Buffer.concat([...this.pending, last])
    this.pending = []
    this.pendingBytes = 0
    return block
  }
}
