import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { ensureSpace, syncFolder } from '#main/database/safe-files.ts'
import { toArchiveError, withArchiveErrors } from '#main/database/to-archive-error.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { mostAttachmentBytes } from '#shared/domain/attachment.ts'
import { openSealed, type SealedFacts, sealBytes, sealedLength, sealFile } from './sealed-file.ts'

const spare = { factor: 1, extraBytes: 20 * 1024 * 1024 }

/**
 * Keeps the encrypted files of one archive: its folder attachments/ and their key. Knows nothing of the database.
 *
 * A file gets its name only when it is whole and lies safely on the disk; a name is 64 hex digits and nothing else.
 */
export class FileStore {
  private readonly folder: string
  private readonly key: Uint8Array

  constructor(folder: string, key: Uint8Array) {
    this.folder = folder
    this.key = key
  }

  /**
   * Encrypts a file into the folder; a content that is there already is not stored again.
   *
   * Errors: file-missing, file-unreadable, attachment-too-large, disk-full and the other failures of a disk.
   */
  add(source: string): SealedFacts {
    const facts = fs.statSync(source, { throwIfNoEntry: false })
    if (!facts) throw new AppError('file-missing')
    if (!facts.isFile()) throw new AppError('file-unreadable')
    if (facts.size > mostAttachmentBytes) throw new AppError('attachment-too-large')
    return this.place(facts.size, target => sealFile(source, target, this.key, mostAttachmentBytes))
  }

  /** Encrypts bytes into the folder. Errors: those of the disk. */
  addBytes(bytes: Uint8Array): SealedFacts {
    return this.place(bytes.length, target => sealBytes(bytes, target, this.key))
  }

  /** Tells whether a file is there with its whole length. */
  has(name: string, sizeBytes: number): boolean {
    return fs.statSync(this.placeOf(name), { throwIfNoEntry: false })?.size === sealedLength(sizeBytes)
  }

  /** Decrypts a file piece by piece. Errors: attachment-missing, attachment-damaged. */
  open(name: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    return openSealed(this.placeOf(name), name, this.key)
  }

  /** Decrypts a file into a new one, which gets its name only when it is whole. Errors: as `open`, and those of the disk. */
  async copyTo(name: string, target: string): Promise<void> {
    const half = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`)
    try {
      await writeAll(this.open(name), half)
      fs.renameSync(half, target)
      syncFolder(path.dirname(target))
    } catch (error) {
      fs.rmSync(half, { force: true })
      throw toArchiveError(error)
    }
  }

  /** Lists the names of all files, and of halves that a crash left. */
  list(): { readonly whole: readonly string[]; readonly halves: readonly string[] } {
    const names = fs.readdirSync(this.folder)
    return { whole: names.filter(isName), halves: names.filter(name => name.endsWith('.tmp')) }
  }

  /** Removes a file. Empty: nothing happens when it is gone, or is held open: the next opening of the archive tries again. */
  remove(name: string): void {
    try {
      fs.rmSync(path.join(this.folder, path.basename(name)), { force: true })
    } catch {
      return
    }
  }

  private place(sizeBytes: number, seal: (target: string) => SealedFacts): SealedFacts {
    return withArchiveErrors(() => {
      ensureSpace(this.folder, sizeBytes, spare)
      const half = path.join(this.folder, `${randomUUID()}.tmp`)
      try {
        const sealed = seal(half)
        if (!this.has(sealed.name, sealed.sizeBytes)) {
          fs.renameSync(half, this.placeOf(sealed.name))
          syncFolder(this.folder)
        }
        return sealed
      } finally {
        fs.rmSync(half, { force: true })
      }
    })
  }

  private placeOf(name: string): string {
    if (!isName(name)) throw new AppError('attachment-missing')
    return path.join(this.folder, name)
  }
}

async function writeAll(chunks: AsyncIterable<Uint8Array>, target: string): Promise<void> {
  const output = await open(target, 'wx', 0o600)
  try {
    for await (const chunk of chunks) await output.writeFile(chunk)
    await output.sync()
  } finally {
    await output.close()
  }
}

/** Names in attachments/ are hex digits: nothing that comes from outside can point elsewhere. */
function isName(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name)
}
