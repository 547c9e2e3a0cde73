import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { WriterHandlers } from '#main/threads/thread-messages.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { findChangeSet, findRedoStep, findUndoStep } from './change.queries.ts'
import { undoChangeSet } from './undo.service.ts'

/** Reads of the changes room. */
export const changeQueries = (db: ReadableDb) =>
  ({
    'changes.nextSteps': () => ({ undo: toStep(findUndoStep(db)), redo: toStep(findRedoStep(db)) }),
  }) satisfies Partial<Handlers>

/** Writes of the changes room. An import is taken back by its own dialog, never by a key stroke alone. */
export const changeCommands = (db: WritableDb, act: () => { readonly actor: string; readonly now: string }) =>
  ({
    'changes.undo': ({ changeSetId }, job) => {
      const set = findChangeSet(db, changeSetId)
      if (set?.import_batch_id) throw new AppError('import-conflicts', { importBatchId: set.import_batch_id })
      const { actor, now } = act()
      const result = undoChangeSet(
        db,
        { changeSetId, edited: 'revert', actor, madeAt: now },
        {
          isCancelled: job.isCancelled,
          progress: progress => job.progress('take-back', Math.min(0.99, progress)),
        },
      )
      return { changeSetId: result.changeSetId }
    },
  }) satisfies Partial<WriterHandlers>

type StoredStep = { change_set_id: number; kind: string; made_at: string; import_batch_id: number | null }

function toStep(step: StoredStep | undefined) {
  if (!step) return null
  return {
    changeSetId: step.change_set_id,
    kind: step.kind,
    madeAt: step.made_at,
    importBatchId: step.import_batch_id,
  }
}
