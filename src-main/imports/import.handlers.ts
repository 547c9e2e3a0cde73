import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Handlers, Request } from '#shared/contract/contract.ts'
import type { ImportPlanOptions } from '#shared/domain/import-batch.ts'
import { commitAndDiscard, type ImportWriterContext } from './commit.service.ts'
import type { ImportJob } from './commit-progress.ts'
import { listImports, listRejected, previewUndo, undoImport } from './import-history.service.ts'
import { type ImportReaderContext, Previewer } from './preview.service.ts'
import type { StagedHead } from './staged-head.ts'
import { appendStaging, beginStaging, discardStaging, finishStaging } from './staging.service.ts'

/** Answers on main: the history. */
export const importMainQueries = (db: ReadableDb) =>
  ({
    'imports.list': ({ limit }) => listImports(db, limit),
  }) satisfies Pick<Handlers, 'imports.list'>

/** Answers on the reader: previews, and what is known of rejected rows and of an undo. */
export const importReaderQueries = (context: ImportReaderContext) => {
  const { db } = context
  const previewer = new Previewer(context)
  return {
    'imports.preview': ({ stagingId, options }) => previewer.preview(stagingId, options),
    'internal.previewHead': ({ head, options }: { head: StagedHead; options: ImportPlanOptions }) =>
      previewer.previewHead(head, options),
    'imports.previewRows': ({ stagingId, verdict, start, count }) =>
      previewer.rows(stagingId, verdict, start, count),
    'imports.previewUndo': ({ importBatchId }) => previewUndo(db, importBatchId),
    'imports.rejectedRows': ({ importBatchId, stagingId }) => {
      if (importBatchId !== null) return listRejected(db, importBatchId)
      if (stagingId === null) throw new AppError('not-found')
      return previewer.rejected(stagingId)
    },
  } satisfies Pick<
    Handlers,
    'imports.preview' | 'imports.previewRows' | 'imports.previewUndo' | 'imports.rejectedRows'
  > &
    Record<string, unknown>
}

/** Runs on the writer: staging step by step, commit and undo. A job's request comes with how to report and stop. */
export const importCommands = (context: ImportWriterContext) => {
  const { db, archivePath, act } = context
  return {
    'imports.discard': ({ stagingId }: Request<'imports.discard'>) => {
      discardStaging(db, archivePath, stagingId)
      return null
    },
    'imports.commit': (request: Request<'imports.commit'>, job: ImportJob) =>
      commitAndDiscard(context, request, job),
    'imports.undo': (request: Request<'imports.undo'>, job: ImportJob) => undoImport(db, request, act(), job),
    'staging.begin': (file: Parameters<typeof beginStaging>[2]) => beginStaging(db, archivePath, file),
    'staging.append': (batch: Parameters<typeof appendStaging>[1]) => {
      appendStaging(db, batch)
      return null
    },
    'staging.finish': (request: Parameters<typeof finishStaging>[1]) => {
      finishStaging(db, request)
      return null
    },
  }
}
