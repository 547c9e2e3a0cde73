import fs from 'node:fs'
import path from 'node:path'
import type { OpenArchive } from '#main/archives/archive-folder.ts'
import { syncFolder } from '#main/database/safe-files.ts'
import type { EverythingRequest, WrittenFolder } from '#main/exports/everything.service.ts'
import type { ExportRequest, WrittenExport } from '#main/exports/export.service.ts'
import { finishFile, unfinishedPath } from '#main/exports/xlsx-writer.ts'
import type { IdLists } from '#main/threads/id-lists.ts'
import type { ThreadClient } from '#main/threads/thread-client.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Request } from '#shared/contract/contract.ts'
import type { ExportOutcome, ExportScope } from '#shared/domain/export.ts'
import type { EverythingOutcome } from '#shared/domain/export-folder.ts'
import type { FileTokens } from './file-tokens.ts'
import type { RunningJob } from './jobs.ts'

/** Whom an export needs. */
export type ExportThreads = {
  readonly reader: ThreadClient
  readonly writer: ThreadClient
  readonly lists: IdLists
  readonly files: FileTokens
}

/**
 * Writes an export beside its target, has it written down in the audit, and only then gives it its name.
 *
 * Errors: file-exists, not-found (a list that was dropped), cancelled, disk-full; nothing is left behind then.
 */
export async function exportFile(
  { reader, writer, lists, files }: ExportThreads,
  { targetToken, choices, scope, language }: Request<'exports.write'>,
  job: RunningJob,
): Promise<ExportOutcome> {
  const start = performance.now()
  const target = files.targetOf(targetToken)
  const unfinished = unfinishedPath(target)
  const request: ExportRequest = {
    ...{ choices, language, unfinished, customerIds: idsOf(scope, lists) },
    hasOrdersOfNobody: scope.of === 'list' && scope.isWhole === true,
  }
  return withUnfinished(writer, unfinished, async isRemembered => {
    const written = (await reader.call('internal.export', request, job)) as WrittenExport
    await isRemembered
    await writer.call('internal.recordExport', { choices, written })
    finishFile(unfinished, target)
    const elapsedMs = Math.round(performance.now() - start)
    return { fileName: path.basename(target), ...written, elapsedMs }
  })
}

/** The writer may be busy with an import: reading and writing begin meanwhile, and wait for it before they end. */
async function withUnfinished<T>(
  writer: ThreadClient,
  unfinished: string,
  work: (isRemembered: Promise<unknown>) => Promise<T>,
): Promise<T> {
  fs.rmSync(unfinished, { recursive: true, force: true })
  const isRemembered = writer.call('internal.beginExport', { unfinished })
  isRemembered.catch(() => undefined)
  try {
    return await work(isRemembered)
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true })
    throw error
  } finally {
    // Nobody waits for it: when the writer is gone, the next opening finds what is remembered.
    writer.call('internal.endExport', { unfinished }).catch(() => undefined)
  }
}

/**
 * Writes everything into a new folder beside its name, has it written down in the audit, and only then gives it its name.
 *
 * Errors: file-exists, cancelled, disk-full; nothing is left behind then.
 */
export async function exportEverything(
  { reader, writer, files }: ExportThreads,
  { targetToken, language, archive }: Request<'exports.writeEverything'> & { readonly archive: OpenArchive },
  job: RunningJob,
): Promise<EverythingOutcome> {
  const start = performance.now()
  const target = files.targetOf(targetToken)
  const unfinished = unfinishedPath(target)
  const request: EverythingRequest = {
    folder: unfinished,
    language,
    archiveName: path.basename(archive.paths.folder, '.kehu'),
    archiveId: archive.vault.archiveId,
    now: new Date().toISOString(),
  }
  return withUnfinished(writer, unfinished, async isRemembered => {
    const written = (await reader.call('internal.everything', request, job)) as WrittenFolder
    await isRemembered
    await writer.call('internal.recordEverything', written)
    fs.renameSync(unfinished, target)
    syncFolder(path.dirname(target))
    const countOf = (table: string) => written.tables.find(({ name }) => name === table)?.rowCount ?? 0
    return {
      folderName: path.basename(target),
      customerCount: countOf('customer'),
      orderCount: countOf('sales_order'),
      sizeBytes: written.sizeBytes,
      sha256: written.sha256,
      lostFiles: written.lostFiles,
      elapsedMs: Math.round(performance.now() - start),
    }
  })
}

function idsOf(scope: ExportScope, lists: IdLists): ExportRequest['customerIds'] {
  if (scope.of === 'all') return null
  if (scope.of === 'customers') return scope.customerIds
  const ids = lists.find(scope.listId)
  if (!ids) throw new AppError('not-found')
  return ids
}
