import path from 'node:path'
import { FileStore } from '#main/attachments/file-store.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { writeEverything } from '#main/exports/everything.service.ts'
import { restoreFolder } from '#main/exports/restore-folder.service.ts'
import { act } from './builders.ts'
import { makeTestFolder } from './test-database.ts'

const job = { isCancelled: () => false, progress: () => undefined }

/** Takes everything of an archive along in a folder, and brings the folder into an empty one. */
export async function takeEverythingAlong(from: ReadableDb, to: WritableDb): Promise<void> {
  const folder = path.join(makeTestFolder(), 'everything')
  const store = new FileStore(makeTestFolder(), Buffer.alloc(32, 1))
  const request = { folder, language: 'zh-CN', archiveName: '样例', archiveId: 'test', now: act.now } as const
  await writeEverything(from, 'test', store, request, job)
  restoreFolder(to, store, { folder, actor: act.actor, now: act.now }, job)
}
