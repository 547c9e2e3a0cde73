import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { open } from 'node:fs/promises'
import { AppError } from '#shared/contract/app-error.ts'

/** What is known of a file once it is sealed. */
export type SealedFacts = {
  /** HMAC of the content: equal contents have equal names, and nobody without the key can tell of what. */
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
  /** The first bytes, from which its kind is told. */
  readonly head: Uint8Array
}

const magic = Buffer.from('KEHUATT1', 'latin1')
const saltLength = 32
const headerLength = magic.length + saltLength
const chunkLength = 64 * 1024
const tagLength = 16
/** Dimensions of a picture stand within it, behind a camera's remarks too. */
const headLength = 512 * 1024

/**
 * Encrypts a file chunk by chunk into a new one and makes it survive a power cut; its content is never whole in memory and never
 * on disk in clear.
 *
 * Layout: 'KEHUATT1', 32 bytes of salt, then chunks of 64 KiB, each with its tag of 16 bytes. AES-256-GCM; the key of the file is
 * derived from the archive's and the salt, the nonce is the chunk's number and whether it is the last, so that none can be left
 * out, exchanged or cut off.
 * Source: STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015).
 * Errors: file-missing, file-unreadable; attachment-too-large above `mostBytes`. The target is then not usable.
 */
export function sealFile(source: string, target: string, key: Uint8Array, mostBytes: number): SealedFacts {
  const input = openSource(source)
  try {
    return sealChunks(chunksOf(input, mostBytes), target, key)
  } finally {
    fs.closeSync(input)
  }
}

/** Encrypts bytes, as `sealFile` does a file. */
export function sealBytes(bytes: Uint8Array, target: string, key: Uint8Array): SealedFacts {
  return sealChunks([bytes], target, key)
}

/** Tells how long a sealed file is, from the length of its content. */
export function sealedLength(sizeBytes: number): number {
  return headerLength + sizeBytes + Math.max(1, Math.ceil(sizeBytes / chunkLength)) * tagLength
}

/**
 * Decrypts a sealed file chunk by chunk; a chunk is given only after its tag was right.
 *
 * Errors: attachment-missing; attachment-damaged for anything but what was sealed with this key, whole and in order, and, at the
 * end, for another content than `name` says.
 */
export async function* openSealed(
  file: string,
  name: string,
  key: Uint8Array,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const handle = await open(file, 'r').catch(() => {
    throw new AppError('attachment-missing')
  })
  try {
    const header = Buffer.alloc(headerLength)
    const { size } = await handle.stat()
    await handle.read(header, 0, headerLength, 0)
    if (size < sealedLength(0) || !header.subarray(0, magic.length).equals(magic))
      throw new AppError('attachment-damaged')
    const fileKey = keyOfFile(key, header.subarray(magic.length))
    const hmac = nameHmac(key)
    let position = headerLength
    for (let index = 0, isLast = false; !isLast; index++) {
      const sealed = Buffer.alloc(Math.min(chunkLength + tagLength, size - position))
      if (sealed.length < tagLength) throw new AppError('attachment-damaged')
      const { bytesRead } = await handle.read(sealed, 0, sealed.length, position)
      position += bytesRead
      isLast = position >= size
      const chunk = openChunk(sealed.subarray(0, bytesRead), fileKey, index, isLast)
      hmac.update(chunk)
      yield chunk
    }
    if (hmac.digest('hex') !== name) throw new AppError('attachment-damaged')
  } finally {
    await handle.close()
  }
}

function sealChunks(chunks: Iterable<Uint8Array>, target: string, key: Uint8Array): SealedFacts {
  const salt = randomBytes(saltLength)
  const fileKey = keyOfFile(key, salt)
  const hmac = nameHmac(key)
  const hash = createHash('sha256')
  const heads: Uint8Array[] = []
  let sizeBytes = 0
  const output = fs.openSync(target, 'wx', 0o600)
  try {
    fs.writeSync(output, magic)
    fs.writeSync(output, salt)
    for (const { chunk, index, isLast } of numbered(chunks)) {
      hmac.update(chunk)
      hash.update(chunk)
      if (sizeBytes < headLength) heads.push(Uint8Array.from(chunk))
      sizeBytes += chunk.length
      fs.writeFileSync(output, sealChunk(chunk, fileKey, index, isLast))
    }
    fs.fsyncSync(output)
  } finally {
    fs.closeSync(output)
  }
  return { name: hmac.digest('hex'), sha256: hash.digest('hex'), sizeBytes, head: Buffer.concat(heads) }
}

/** Cuts into chunks of one length and says which is the last; an empty content is one empty chunk. */
function* numbered(parts: Iterable<Uint8Array>) {
  let index = 0
  let kept = Buffer.alloc(0)
  for (const part of parts) {
    kept = Buffer.concat([kept, part])
    while (kept.length > chunkLength) {
      yield { chunk: kept.subarray(0, chunkLength), index: index++, isLast: false }
      kept = kept.subarray(chunkLength)
    }
  }
  yield { chunk: kept, index, isLast: true }
}

function openSource(source: string): number {
  try {
    return fs.openSync(source, 'r')
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new AppError(isGone ? 'file-missing' : 'file-unreadable')
  }
}

/** The length is watched while reading: a file may grow meanwhile. */
function* chunksOf(input: number, mostBytes: number): Generator<Uint8Array> {
  const buffer = Buffer.alloc(chunkLength)
  for (let total = 0; ; ) {
    const length = readSource(input, buffer)
    total += length
    if (total > mostBytes) throw new AppError('attachment-too-large')
    if (length === 0) return
    yield buffer.subarray(0, length)
  }
}

function readSource(input: number, buffer: Buffer): number {
  try {
    return fs.readSync(input, buffer, 0, buffer.length, null)
  } catch {
    throw new AppError('file-unreadable')
  }
}

function sealChunk(chunk: Uint8Array, fileKey: Buffer, index: number, isLast: boolean): Buffer {
  const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(index, isLast))
  return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
}

function openChunk(sealed: Buffer, fileKey: Buffer, index: number, isLast: boolean): Buffer<ArrayBuffer> {
  if (sealed.length < tagLength) throw new AppError('attachment-damaged')
  const end = sealed.length - tagLength
  const decipher = createDecipheriv('aes-256-gcm', fileKey, nonceOf(index, isLast))
  decipher.setAuthTag(sealed.subarray(end))
  const clear = decipher.update(sealed.subarray(0, end))
  try {
    return Buffer.concat([clear, decipher.final()])
  } catch {
    throw new AppError('attachment-damaged')
  }
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

function keyOfFile(key: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'content', 32))
}

function nameHmac(key: Uint8Array) {
  return createHmac('sha256', Buffer.from(hkdfSync('sha256', key, '', 'name', 32)))
}
