import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '#shared/contract/app-error.ts'

/** An open file that is read at any place; opened once, so that it cannot be exchanged between sniffing and reading. */
export type FileBytes = {
  /** Null for bytes that are in memory only. */
  readonly fd: number | null
  readonly sizeBytes: number
  /** Returns up to `length` bytes from `position`; fewer only at the end of the file. */
  read(position: number, length: number): Promise<Buffer>
  /** The same into a buffer that is used again and again; the answer is the part of it that was filled. */
  readInto(target: Buffer, position: number): Promise<Buffer>
  close(): Promise<void>
}

/** Opens a file for reading. Errors: file-missing, file-unreadable, file-empty. */
export async function openFileBytes(filePath: string): Promise<FileBytes> {
  const handle = await open(filePath, 'r').catch(error => {
    throw toFileError(error)
  })
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw new AppError('file-unreadable')
    if (stat.size === 0) throw new AppError('file-empty')
    return {
      fd: handle.fd,
      sizeBytes: stat.size,
      read: (position, length) => readFully(handle, Buffer.allocUnsafeSlow(length), position),
      readInto: (target, position) => readFully(handle, target, position),
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw toFileError(error)
  }
}

/** Makes bytes in memory readable as a file; they are never written to a disk. */
export function fileFromBytes(bytes: Buffer): FileBytes {
  const read = async (position: number, length: number) => bytes.subarray(position, position + length)
  return {
    fd: null,
    sizeBytes: bytes.length,
    read,
    readInto: (target, position) => read(position, target.length),
    close: async () => undefined,
  }
}

async function readFully(handle: FileHandle, target: Buffer, position: number): Promise<Buffer> {
  let filled = 0
  while (filled < target.length) {
    const { bytesRead } = await handle
      .read(target, filled, target.length - filled, position + filled)
      .catch(error => {
        throw toFileError(error)
      })
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return target.subarray(0, filled)
}

/** Classes what the file system or zlib threw; anything unknown comes back as it was. */
export function toFileError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  if (code === 'ENOENT') return new AppError('file-missing')
  if (code.startsWith('Z_')) return new AppError('file-damaged')
  return 'errno' in error ? new AppError('file-unreadable') : error
}
