import path from 'node:path'
import type { ThreadClient } from '#main/threads/thread-client.ts'
import type { AppErrorCode } from '#shared/contract/app-error.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Request } from '#shared/contract/contract.ts'
import { type AttachmentsAdded, type RefusedFile, toShownFileName } from '#shared/domain/attachment.ts'
import type { FileTokens } from './file-tokens.ts'
import { type RunningJob, throwIfCancelled } from './jobs.ts'

/** What is wrong with one file stops no other. */
const reasons: Partial<Record<AppErrorCode, RefusedFile['reason']>> = {
  'file-missing': 'missing',
  'file-unreadable': 'unreadable',
  'attachment-too-large': 'too-large',
}

type StoredName = { readonly contentName: string; readonly fileName: string }

/**
 * Encrypts files one after another, then attaches all that could be read in one act: until then nothing refers to them.
 *
 * Errors: cancelled, not-found, disk-full and the other failures of a disk; nothing is attached then, and nothing left behind.
 */
export async function addAttachments(
  writer: ThreadClient,
  files: FileTokens,
  { customerId, fileTokens }: Request<'attachments.add'>,
  job: RunningJob,
): Promise<AttachmentsAdded> {
  const stored: StoredName[] = []
  const refused: RefusedFile[] = []
  try {
    for (const [done, token] of fileTokens.entries()) {
      throwIfCancelled(job)
      job.onProgress('attach', done / fileTokens.length, done, fileTokens.length)
      const one = await storeOne(writer, files.pathOf(token))
      if ('reason' in one) refused.push(one)
      else stored.push(one)
    }
    throwIfCancelled(job)
    const request = { customerId, files: stored }
    const added = (await writer.call('internal.attachFiles', request)) as AttachmentsAdded
    return { ...added, refused: [...refused, ...added.refused] }
  } catch (error) {
    const contentNames = stored.map(({ contentName }) => contentName)
    await writer.call('internal.dropFiles', { contentNames }).catch(() => undefined)
    throw error
  }
}

async function storeOne(writer: ThreadClient, filePath: string): Promise<StoredName | RefusedFile> {
  try {
    return (await writer.call('internal.storeFile', { filePath })) as StoredName
  } catch (error) {
    const reason = error instanceof AppError ? reasons[error.code] : undefined
    if (!reason) throw error
    return { name: toShownFileName(path.basename(filePath)), reason }
  }
}
