import { AppError } from '#shared/contract/app-error.ts'
import type { Handlers, Request } from '#shared/contract/contract.ts'
import type { ImportPlanOptions, RejectedRequest } from '#shared/domain/import-batch.ts'
import { commitAndDiscard, type ImportWriterContext } from './commit.service.ts'
import type { ImportJob } from './commit-progress.ts'
import { type ImportReaderContext, Previewer } from './preview.service.ts'
import { readHead } from './read-head.service.ts'
import { listRejected } from './rejected-rows.service.ts'
import type { StagedHead } from './staged-head.ts'
import { appendStaging, beginStaging, discardStaging, finishStaging } from './staging.service.ts'

/** Answers on the reader: previews and rejected rows. */
export const importReaderQueries = (context: ImportReaderContext) => {
  const { db } = context
  const previewer = new Previewer(context)
  return {
    'imports.preview': ({ stagingId, options }) => previewer.preview(stagingId, options),
    'internal.previewHead': ({ head, options }: { head: StagedHead; options: ImportPlanOptions }) =>
      previewer.previewHead(head, options),
    'imports.previewCells': ({ stagingId, kinds, start, count }) =>
      previewer.cells(stagingId, kinds, start, count),
    'imports.previewRows': ({ stagingId, verdict, start, count, changedColumn }) =>
      previewer.rows(stagingId, verdict, start, count, changedColumn),
    'imports.readHead': ({ stagingId, sheetName }) => readHead(context, stagingId, sheetName),
    'internal.rejectedRows': ({ importBatchId, stagingId }: RejectedRequest) => {
      if (importBatchId !== null) return listRejected(db, importBatchId)
      if (stagingId === null) throw new AppError('not-found')
      return previewer.rejected(stagingId)
    },
  } satisfies Pick<
    Handlers,
    'imports.preview' | 'imports.previewCells' | 'imports.previewRows' | 'imports.readHead'
  > &
    Record<string, unknown>
}

/** Runs on the writer: staging step by step and commit. A job's request comes with how to report and stop. */
export const importCommands = (context: ImportWriterContext) => {
  const { db, archivePath } = context
  return {
    'imports.discard': ({ stagingId }: Request<'imports.discard'>) => {
      discardStaging(db, archivePath, stagingId)
      return null
    },
    'imports.commit': (request: Request<'imports.commit'>, job: ImportJob) =>
      commitAndDiscard(context, request, job),
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
