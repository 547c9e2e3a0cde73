import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers, Request } from '#shared/contract/contract.ts'
import type { ImportJob } from './commit-progress.ts'
import { listImports } from './import-history.service.ts'
import { UndoPlanner, undoImport } from './import-undo.service.ts'

/** Answers on main: the history. */
export const importHistoryMainQueries = (db: ReadableDb) =>
  ({
    'imports.list': ({ limit }) => listImports(db, limit),
  }) satisfies Partial<Handlers>

/** Answers on the reader: what taking an import back would do. */
export const importHistoryQueries = (db: ReadableDb) => {
  const undoPlanner = new UndoPlanner(db)
  return {
    'imports.previewUndo': ({ importBatchId }) => undoPlanner.preview(importBatchId),
    'imports.undoItems': request => undoPlanner.items(request),
  } satisfies Partial<Handlers>
}

/** Runs on the writer: taking an import back. */
export const importHistoryCommands = (
  db: WritableDb,
  act: () => { readonly actor: string; readonly now: string },
) => ({
  'imports.undo': (request: Request<'imports.undo'>, job: ImportJob) => undoImport(db, request, act(), job),
})
