import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { AttachmentTable } from './attachment.table.ts'

/** The attachments of one customer; public for the query-plan test. */
export const attachmentsOfCustomer = (customerId: number) =>
  sqlBuilder
    .selectFrom('attachment')
    .innerJoin('stored_file', 'stored_file.stored_file_id', 'attachment.stored_file_id')
    .select([
      'attachment_id',
      'attachment.stored_file_id',
      'content_name',
      'attachment.file_name',
      'media_type',
      'size_bytes',
      'added_at',
    ])
    .where('customer_id', '=', customerId)
    .orderBy('added_at', 'desc')
    .orderBy('attachment_id')

/** Lists the attachments of one customer, the newest first. */
export function listAttachments(db: ReadableDb, customerId: number) {
  return db.all(attachmentsOfCustomer(customerId))
}

/** Tells whether an attachment is there. */
export function hasAttachment(db: ReadableDb, attachmentId: number): boolean {
  const query = sqlBuilder
    .selectFrom('attachment')
    .select('attachment_id')
    .where('attachment_id', '=', attachmentId)
  return db.get(query) !== undefined
}

/** Stores an attachment; its key. */
export function insertAttachment(db: WritableDb, attachment: Omit<AttachmentTable, 'attachment_id'>): number {
  return db.run(sqlBuilder.insertInto('attachment').values(attachment)).lastInsertRowid
}

/** Removes an attachment; its content stays. */
export function deleteAttachment(db: WritableDb, attachmentId: number): void {
  db.run(sqlBuilder.deleteFrom('attachment').where('attachment_id', '=', attachmentId))
}
