import path from 'node:path'
import type { Act } from '#main/changes/change-log.service.ts'
import { listBackedUpFiles } from '#main/database/backup.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { toShownFileName } from '#shared/domain/attachment.ts'
import { attachFiles, type FilesToAttach, getAttachments, removeAttachments } from './attachment.service.ts'
import type { FileStore } from './file-store.service.ts'
import { isPicture, saveThumbnail, storeFile, sweepFiles } from './stored-file.service.ts'

/** Reads of the attachments room. */
export const attachmentQueries = (db: ReadableDb) =>
  ({
    'attachments.ofCustomer': ({ customerId }) => getAttachments(db, customerId),
  }) satisfies Partial<Handlers>

/** What writing attachments needs. */
export type AttachmentParts = {
  readonly db: WritableDb
  readonly archivePath: string
  readonly store: FileStore
  readonly act: () => Act
  /** Pictures that were chosen in this session and are perhaps in a form that is not saved yet. */
  readonly chosen: Set<string>
}

/** Writes of the attachments room. Halves that a crash left are removed at once: nobody is writing yet. */
export function attachmentCommands({ db, archivePath, store, act, chosen }: AttachmentParts) {
  /** Being attached. */
  const fresh = new Set<string>()
  for (const name of store.list().halves) store.remove(name)
  const sweep = () =>
    sweepFiles(db, store, {
      kept: new Set([...fresh, ...chosen]),
      listBackedUp: () => listBackedUpFiles(archivePath),
    })
  return {
    'attachments.remove': ({ attachmentIds }: { readonly attachmentIds: readonly number[] }) =>
      removeAttachments(db, attachmentIds, act()),
    'attachments.saveThumbnail': (request: { readonly contentName: string; readonly image: Uint8Array }) => {
      saveThumbnail(db, store, request.contentName, request.image)
      return null
    },
    'internal.storeFile': ({ filePath }: { readonly filePath: string }) => {
      const fileName = path.basename(filePath)
      const { content_name: contentName } = storeFile(db, store, filePath, { fileName, now: act().now })
      fresh.add(contentName)
      return { contentName, fileName }
    },
    'internal.storePicture': ({ filePath }: { readonly filePath: string }) => {
      const fileName = path.basename(filePath)
      const stored = storeFile(db, store, filePath, { fileName, now: act().now })
      if (!isPicture(stored)) {
        sweep()
        throw new AppError('picture-unknown')
      }
      chosen.add(stored.content_name)
      return { contentName: stored.content_name, fileName: toShownFileName(fileName) }
    },
    'internal.attachFiles': (request: { readonly customerId: number; readonly files: FilesToAttach }) => {
      const added = attachFiles(db, store, request, act())
      for (const { contentName } of request.files) fresh.delete(contentName)
      return added
    },
    'internal.dropFiles': ({ contentNames }: { readonly contentNames: readonly string[] }) => {
      for (const name of contentNames) fresh.delete(name)
      return sweep()
    },
    'internal.sweepFiles': sweep,
  }
}
