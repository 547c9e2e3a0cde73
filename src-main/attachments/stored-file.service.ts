import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { mostThumbnailBytes, toShownFileName } from '#shared/domain/attachment.ts'
import type { FileStore } from './file-store.service.ts'
import { readPicture } from './picture-facts.ts'
import type { SealedFacts } from './sealed-file.ts'
import {
  deleteStoredFiles,
  findStoredFile,
  insertStoredFile,
  listNeededNames,
  listUnusedFiles,
  type StoredFile,
  updateThumbnail,
} from './stored-file.queries.ts'

const thumbnailType = 'image/webp'
/** The kind of a file that no window draws. */
const unknownType = 'application/octet-stream'

/**
 * Encrypts a file into the archive and writes down what it is; a content that is there already keeps its row.
 *
 * Errors: those of `FileStore.add`. Cost: half a second for 50 MB.
 */
export function storeFile(
  db: WritableDb,
  store: FileStore,
  source: string,
  { fileName, now }: { readonly fileName: string; readonly now: string },
): StoredFile {
  return rowOf(db, store.add(source), toShownFileName(fileName), now)
}

function rowOf(db: WritableDb, sealed: SealedFacts, fileName: string, now: string): StoredFile {
  const known = findStoredFile(db, sealed.name)
  if (known) return known
  insertStoredFile(db, {
    content_name: sealed.name,
    file_name: fileName,
    media_type: readPicture(sealed.head)?.mediaType ?? unknownType,
    size_bytes: sealed.sizeBytes,
    sha256: sealed.sha256,
    stored_at: now,
  })
  return getStoredFile(db, sealed.name)
}

/** Finds a content. Errors: attachment-missing. */
export function getStoredFile(db: ReadableDb, contentName: string): StoredFile {
  const stored = findStoredFile(db, contentName)
  if (!stored) throw new AppError('attachment-missing')
  return stored
}

/** Tells whether a window may draw a content. */
export function isPicture({ media_type }: Pick<StoredFile, 'media_type'>): boolean {
  return media_type !== unknownType
}

/** Tells whether a content is there and a window may draw it. */
export function isStoredPicture(db: ReadableDb, contentName: string): boolean {
  const stored = findStoredFile(db, contentName)
  return stored !== undefined && isPicture(stored)
}

/**
 * Keeps the thumbnail that a window has drawn of a picture. One that is there already stays.
 *
 * Errors: attachment-missing; invalid-request for anything but a small WebP.
 */
export function saveThumbnail(
  db: WritableDb,
  store: FileStore,
  contentName: string,
  image: Uint8Array,
): void {
  const stored = getStoredFile(db, contentName)
  if (stored.thumbnail_name !== null) return
  const facts = readPicture(image)
  const isThumbnail = facts?.mediaType === thumbnailType && image.length <= mostThumbnailBytes
  if (!isPicture(stored) || !isThumbnail) throw new AppError('invalid-request')
  updateThumbnail(db, stored.stored_file_id, store.addBytes(image).name)
}

/**
 * Removes what nobody needs: contents that nothing refers to and that no undo can bring back, and files that the archive does not
 * name, unless a backup does. `kept` names contents that a form has stored and not saved yet.
 *
 * Shape: how many files went.
 * Cost: a look at the folder and at the log's lines about attachments; backups are opened only where a file may go.
 */
export function sweepFiles(
  db: WritableDb,
  store: FileStore,
  { kept, listBackedUp }: { kept: ReadonlySet<string>; listBackedUp: () => ReadonlySet<string> },
): number {
  const unused = listUnusedFiles(db).filter(file => !kept.has(file.content_name))
  if (unused.length > 0)
    db.transaction(() =>
      deleteStoredFiles(
        db,
        unused.map(file => file.stored_file_id),
      ),
    )
  const needed = new Set(listNeededNames(db))
  const unnamed = store.list().whole.filter(name => !needed.has(name) && !kept.has(name))
  if (unnamed.length === 0) return 0
  const backedUp = listBackedUp()
  const going = unnamed.filter(name => !backedUp.has(name))
  for (const name of going) store.remove(name)
  return going.length
}

/** A picture that is being decrypted. */
export type OpenPicture = {
  readonly mediaType: string
  readonly sizeBytes: number | null
  readonly chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>
}

/** Opens a picture or its thumbnail. Empty: undefined for what is no picture, and where there is no thumbnail yet. */
export function findPicture(
  db: ReadableDb,
  store: FileStore,
  contentName: string,
  isThumbnail: boolean,
): OpenPicture | undefined {
  const stored = findStoredFile(db, contentName)
  if (!stored || !isPicture(stored)) return undefined
  if (!isThumbnail)
    return { mediaType: stored.media_type, sizeBytes: stored.size_bytes, chunks: store.open(contentName) }
  if (stored.thumbnail_name === null) return undefined
  return { mediaType: thumbnailType, sizeBytes: null, chunks: store.open(stored.thumbnail_name) }
}
