import { type Act, changeCustomers } from '#main/changes/change-log.service.ts'
import { getCustomerRows } from '#main/customers/customer.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { type Attachment, type AttachmentsAdded, toShownFileName } from '#shared/domain/attachment.ts'
import { deleteAttachment, hasAttachment, insertAttachment, listAttachments } from './attachment.queries.ts'
import type { FileStore } from './file-store.service.ts'
import { getStoredFile, isPicture } from './stored-file.service.ts'

/** Lists the attachments of a customer, the newest first. */
export function getAttachments(db: ReadableDb, customerId: number): Attachment[] {
  return listAttachments(db, customerId).map(row => ({
    attachmentId: row.attachment_id,
    contentName: row.content_name,
    fileName: row.file_name,
    kind: isPicture(row) ? 'picture' : 'other',
    sizeBytes: row.size_bytes,
    addedAt: row.added_at,
  }))
}

/** Contents that are stored already, with the names that their files had. */
export type FilesToAttach = readonly { readonly contentName: string; readonly fileName: string }[]

/**
 * Attaches stored contents to a customer as one act; a file that is attached already, with that name, is refused.
 *
 * Errors: not-found for a customer who does not exist or is in the bin; attachment-missing where the file is gone meanwhile.
 */
export function attachFiles(
  db: WritableDb,
  store: FileStore,
  { customerId, files }: { readonly customerId: number; readonly files: FilesToAttach },
  act: Act,
): AttachmentsAdded {
  const refused: AttachmentsAdded['refused'] = []
  const changeSetId = changeCustomers(db, 'attachments-added', act, recorder => {
    if (getCustomerRows(db, [customerId]).length === 0) throw new AppError('not-found')
    const keyOf = (contentName: string, fileName: string) => `${contentName} ${fileName}`
    const there = new Set(listAttachments(db, customerId).map(row => keyOf(row.content_name, row.file_name)))
    for (const { contentName, fileName } of files) {
      const stored = getStoredFile(db, contentName)
      if (!store.has(contentName, stored.size_bytes)) throw new AppError('attachment-missing')
      const name = toShownFileName(fileName)
      const key = keyOf(contentName, name)
      if (there.has(key)) {
        refused.push({ name, reason: 'already-there' })
        continue
      }
      there.add(key)
      const row = { customer_id: customerId, stored_file_id: stored.stored_file_id }
      recorder.inserted('attachment', insertAttachment(db, { ...row, file_name: name, added_at: act.now }))
    }
  })
  return { changeSetId, added: files.length - refused.length, refused }
}

/** Takes attachments off as one act; their contents stay as long as an undo can bring them back. Errors: not-found. */
export function removeAttachments(db: WritableDb, attachmentIds: readonly number[], act: Act) {
  const changeSetId = changeCustomers(db, 'attachments-removed', act, recorder => {
    for (const attachmentId of new Set(attachmentIds)) {
      if (!hasAttachment(db, attachmentId)) throw new AppError('not-found')
      recorder.deleting('attachment', attachmentId)
      deleteAttachment(db, attachmentId)
    }
  })
  return { changeSetId: changeSetId ?? 0 }
}
