import type { Generated } from 'kysely'

/** A content that lies encrypted in the archive's folder, once, whatever it is attached to. */
export interface StoredFileTable {
  stored_file_id: Generated<number>
  /** HMAC of the content: its name in attachments/. */
  content_name: string
  /** Null until a window has drawn it. */
  thumbnail_name: string | null
  /** The name under which it came first. */
  file_name: string
  /** image/… for what a window may show, otherwise application/octet-stream. */
  media_type: string
  size_bytes: number
  /** Of the content. */
  sha256: string
  stored_at: string
}

/** A file in the file of a customer. */
export interface AttachmentTable {
  attachment_id: Generated<number>
  customer_id: number
  stored_file_id: number
  file_name: string
  added_at: string
}
