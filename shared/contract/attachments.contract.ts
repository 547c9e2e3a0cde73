import { z } from 'zod'
import {
  Attachment,
  ContentName,
  FileCheck,
  mostAddedFiles,
  StoredPicture,
} from '#shared/domain/attachment.ts'
import { CustomerId } from '#shared/domain/customer.ts'
import type { Contract } from './method.ts'

const Token = z.string().min(1).max(100)

export const attachmentsContract = {
  /** The files in the file of a customer, the newest first. */
  'attachments.ofCustomer': {
    kind: 'query',
    on: 'main',
    request: z.object({ customerId: CustomerId }),
    response: z.array(Attachment),
  },
  /** Checks that every stored file is there, and opens as many as are read in about a second. */
  'attachments.check': { kind: 'query', on: 'reader', request: z.object({}), response: FileCheck },
  /** Asks for files of any kind. Empty: none when the dialog was closed. */
  'attachments.choose': {
    kind: 'command',
    on: 'desktop',
    request: z.object({}),
    response: z.array(z.object({ fileToken: z.string(), name: z.string(), sizeBytes: z.number() })),
  },
  /** Encrypts files into the archive and attaches them as one act. Ends with AttachmentsAdded. */
  'attachments.add': {
    kind: 'job',
    on: 'writer',
    request: z.object({ customerId: CustomerId, fileTokens: z.array(Token).min(1).max(mostAddedFiles) }),
    response: z.object({ jobId: z.int() }),
  },
  /** Asks for one picture. Null when the dialog was closed. */
  'attachments.choosePicture': {
    kind: 'command',
    on: 'desktop',
    request: z.object({}),
    response: z.object({ fileToken: z.string(), name: z.string(), sizeBytes: z.number() }).nullable(),
  },
  /** Encrypts a picture into the archive, for a field; until a customer has it, it is gone with the session. */
  'attachments.storePicture': {
    kind: 'command',
    on: 'writer',
    request: z.object({ fileToken: Token }),
    response: StoredPicture,
  },
  /** Takes files off a customer as one act. */
  'attachments.remove': {
    kind: 'command',
    on: 'writer',
    request: z.object({ attachmentIds: z.array(z.int().positive()).min(1).max(mostAddedFiles) }),
    response: z.object({ changeSetId: z.int() }),
  },
  /** Keeps the small picture that the window has drawn of a stored one. */
  'attachments.saveThumbnail': {
    kind: 'command',
    on: 'writer',
    request: z.object({ contentName: ContentName, image: z.instanceof(Uint8Array) }),
    response: z.null(),
  },
  /** Asks where a copy of a stored file goes and writes it there, in clear. Null when the dialog was closed. */
  'attachments.saveCopy': {
    kind: 'command',
    on: 'desktop',
    request: z.object({ contentName: ContentName, fileName: z.string().max(300) }),
    response: z.object({ name: z.string() }).nullable(),
  },
} as const satisfies Contract
