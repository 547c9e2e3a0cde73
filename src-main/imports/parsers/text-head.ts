import { AppError } from '#shared/contract/app-error.ts'
import type { ReadingOrigin } from '#shared/domain/import-batch.ts'
import type { ReadOptions } from '../raw-row.ts'
import type { FileBytes } from './file-bytes.ts'
import { readLimits } from './read-limits.ts'
import { recallEncoding } from './remembered-reading.ts'
import { sniffText, type TextKind } from './sniff.ts'
import { detectEncoding, makeDecoder } from './text-encoding.ts'

const HEAD_BYTES = 65_536
const TAIL_BYTES = 64
const META_CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i

/** What the beginning of a text file says. */
export type TextHead = {
  readonly kind: TextKind
  /** The label of the encoding in use. */
  readonly encoding: string
  readonly encodingOrigin: ReadingOrigin
  /** The decoded beginning of the file. */
  readonly text: string
}

/**
 * Tells the encoding of a text file and what it holds.
 *
 * Errors: encoding-unknown, file-empty, file-too-large, file-type-unsupported, cancelled.
 */
export async function readTextHead(
  file: FileBytes,
  options: ReadOptions,
  isCancelled: () => boolean,
): Promise<TextHead> {
  if (file.sizeBytes > readLimits.textFileBytes) throw new AppError('file-too-large', { limit: 'size' })
  const bytes = await file.read(0, HEAD_BYTES)
  const { encoding, encodingOrigin } = await settleEncoding(file, bytes, options, isCancelled)
  const text = makeDecoder(encoding).decode(bytes, { stream: true })
  if (file.sizeBytes <= HEAD_BYTES && text.trim() === '') throw new AppError('file-empty')
  const tail = await file.read(Math.max(0, file.sizeBytes - TAIL_BYTES), TAIL_BYTES)
  return { kind: sniffText(text, makeDecoder(encoding).decode(tail)), encoding, encodingOrigin, text }
}

/** What was chosen goes first, then what was chosen for such a file before, then what the bytes say. */
async function settleEncoding(
  file: FileBytes,
  head: Buffer,
  { encoding: chosen, remembered = [] }: ReadOptions,
  isCancelled: () => boolean,
): Promise<Pick<TextHead, 'encoding' | 'encodingOrigin'>> {
  if (chosen !== undefined) return { encoding: chosen, encodingOrigin: 'chosen' }
  const guess = declaredEncoding(head, await detectEncoding(file, isCancelled))
  const recalled = recallEncoding(head, guess, remembered)
  if (recalled === null) return { encoding: guess, encodingOrigin: 'found' }
  return { encoding: recalled, encodingOrigin: 'remembered' }
}

/** What markup declares decides between the encodings of one byte or two, which can only be guessed. */
function declaredEncoding(head: Buffer, detected: string): string {
  if (detected.startsWith('utf-')) return detected
  const label = META_CHARSET.exec(head.toString('latin1'))?.[1]
  if (label === undefined || /^utf/i.test(label)) return detected
  try {
    makeDecoder(label)
    return /^(?:gbk|gb2312|gb_?18030|cp936)$/i.test(label) ? 'gb18030' : label.toLowerCase()
  } catch {
    return detected
  }
}
