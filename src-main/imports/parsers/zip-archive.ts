import { pipeline, type Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, fromFdPromise, type ZipFile } from 'yauzl'
import { AppError } from '#shared/contract/app-error.ts'
import { crc32 } from './crc32.ts'
import { type FileBytes, toFileError } from './file-bytes.ts'
import { type InflateBudget, readLimits } from './read-limits.ts'

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1')
const END_OF_DIRECTORY_SPAN = 65_557
const INFLATE_CHUNK_BYTES = 1 << 18
const STORED = 0
const DEFLATED = 8
const zipOptions = {
  lazyEntries: true,
  autoClose: false,
  decodeStrings: false,
  validateEntrySizes: false,
} as const

/** The parts of a zip file by name: lower case, with forward slashes, without a leading one. */
export type ZipArchive = { readonly zip: ZipFile; readonly entries: ReadonlyMap<string, Entry> }

/** Reads the directory of a zip file; nothing is unpacked. Errors: file-truncated, file-damaged, file-bomb. */
export async function openZip(file: FileBytes): Promise<ZipArchive> {
  const span = Math.min(END_OF_DIRECTORY_SPAN, file.sizeBytes)
  const tail = await file.read(file.sizeBytes - span, span)
  if (tail.lastIndexOf(END_OF_DIRECTORY) < 0) throw new AppError('file-truncated')
  const zip = await (file.fd === null
    ? fromBufferPromise(await file.read(0, file.sizeBytes), zipOptions)
    : fromFdPromise(file.fd, zipOptions)
  ).catch(asDamaged)
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(partName(entry), entry)
      if (zip.entriesRead > readLimits.zipEntries) throw new AppError('file-bomb', { limit: 'entries' })
    }
  } catch (error) {
    asDamaged(error)
  }
  return { zip, entries }
}

function partName(entry: Entry): string {
  return entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

/** The zip library throws plain errors for anything that is wrong with the file. */
function asDamaged(error: unknown): never {
  const known = toFileError(error)
  throw known instanceof AppError ? known : new AppError('file-damaged')
}

/**
 * Inflates one part chunk by chunk, counting every byte against the budget and checking the CRC at the end.
 *
 * Shape: chunks of at most 256 KiB; rows made from them are not safe before the last chunk was given without an error.
 * Errors: file-encrypted, xlsx-variant-unsupported (compression method), file-damaged, file-bomb, file-too-large.
 */
export async function* inflateEntry(
  zip: ZipFile,
  entry: Entry,
  budget: InflateBudget,
): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new AppError('file-encrypted', { format: 'zip' })
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    throw new AppError('xlsx-variant-unsupported', { variant: 'compression' })
  const source = await zip.openReadStreamPromise(entry, { decodeFileData: false }).catch(asDamaged)
  const inflated =
    entry.compressionMethod === DEFLATED ? inflate(source) : { chunks: source, readBytes: null }
  let crc = 0
  let countedBytes = 0
  try {
    for await (const chunk of inflated.chunks as AsyncIterable<Buffer>) {
      const readBytes = inflated.readBytes?.() ?? countedBytes + chunk.length
      budget.add(readBytes - countedBytes, chunk.length)
      countedBytes = readBytes
      crc = crc32(chunk, crc)
      yield chunk
    }
  } catch (error) {
    asDamaged(error)
  } finally {
    source.destroy()
    inflated.chunks.destroy()
  }
  if (crc !== entry.crc32) throw new AppError('file-damaged')
}

function inflate(source: Readable): { chunks: Readable; readBytes: () => number } {
  const inflater = createInflateRaw({ chunkSize: INFLATE_CHUNK_BYTES })
  // Both ends report their error through the inflater, which the caller iterates.
  pipeline(source, inflater, () => undefined)
  return { chunks: inflater, readBytes: () => inflater.bytesWritten }
}

/** Inflates a whole small part. Errors: as inflateEntry; file-too-large over 64 MiB. */
export async function inflateWhole(zip: ZipFile, entry: Entry, budget: InflateBudget): Promise<Buffer> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of inflateEntry(zip, entry, budget)) {
    sizeBytes += chunk.length
    if (sizeBytes > readLimits.smallPartBytes) throw new AppError('file-too-large', { limit: 'part' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
