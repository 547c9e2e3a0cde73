import { z } from 'zod'
import { toStoredText } from './text.ts'

/** The largest file that can be attached: 50 MB. */
export const mostAttachmentBytes = 50 * 1024 * 1024

/** The largest thumbnail that a window may draw. */
export const mostThumbnailBytes = 256 * 1024

/** The most files that are added at once. */
export const mostAddedFiles = 200

/** Names a content among the encrypted files of an archive; it tells nothing about it, and holds for that archive only. */
export const ContentName = z.string().regex(/^[0-9a-f]{64}$/)

/** What a window may show is drawn; everything else can only be saved as a copy. */
export const AttachmentKind = z.enum(['picture', 'other'])
export type AttachmentKind = z.infer<typeof AttachmentKind>

/** A file in the file of a customer. Units: `addedAt` is an instant in UTC. */
export const Attachment = z.object({
  attachmentId: z.int().positive(),
  contentName: ContentName,
  fileName: z.string(),
  kind: AttachmentKind,
  sizeBytes: z.int().nonnegative(),
  addedAt: z.string(),
})
export type Attachment = z.infer<typeof Attachment>

/** A picture that lies in the archive. */
export const StoredPicture = z.object({ contentName: ContentName, fileName: z.string() })
export type StoredPicture = z.infer<typeof StoredPicture>

/**
 * What a check of the stored files found. Units: bytes of their contents.
 *
 * Shape: `lost` are not there or cut off, `opened` were read to their end, `damaged` of them do not open; `names` of both, some.
 */
export const FileCheck = z.object({
  files: z.int(),
  sizeBytes: z.int(),
  lost: z.int(),
  opened: z.int(),
  damaged: z.int(),
  names: z.array(z.string()),
})
export type FileCheck = z.infer<typeof FileCheck>

/** Why a file was not attached; the others were. */
export const RefusedFile = z.object({
  name: z.string(),
  reason: z.enum(['missing', 'unreadable', 'too-large', 'already-there']),
})
export type RefusedFile = z.infer<typeof RefusedFile>

/** What became of the files that were to be attached. Empty: changeSetId null when none was. */
export const AttachmentsAdded = z.object({
  changeSetId: z.int().nullable(),
  added: z.int().nonnegative(),
  refused: z.array(RefusedFile),
})
export type AttachmentsAdded = z.infer<typeof AttachmentsAdded>

const steering = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/**
 * Makes the name of a file fit to be stored and shown: the last part of a path, without characters that steer a terminal or turn
 * the direction of reading, which could hide its ending.
 *
 * Empty: '_' where nothing is left.
 * Example: toShownFileName('..\\a/b\u202egpj.exe') -> 'bgpj.exe'
 */
export function toShownFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = toStoredText(last.replace(steering, ''))
  return plain === '' || /^\.+$/.test(plain) ? '_' : plain.slice(-200)
}

const pictureValue = /^([0-9a-f]{64})\/([^/\\]{1,200})$/

/**
 * Writes the value of a field that holds a picture: its content and the name of its file.
 *
 * Example: toPictureValue({ contentName: 'ab…', fileName: '门面.jpg' }) -> 'ab…/门面.jpg'
 */
export function toPictureValue({ contentName, fileName }: StoredPicture): string {
  return `${contentName}/${toShownFileName(fileName)}`
}

/** Reads the value of a field that holds a picture. Empty: undefined for anything else. */
export function readPictureValue(value: unknown): StoredPicture | undefined {
  const [, contentName, fileName] = (typeof value === 'string' && pictureValue.exec(value)) || []
  return contentName === undefined || fileName === undefined ? undefined : { contentName, fileName }
}
