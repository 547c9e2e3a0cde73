import type { WritableDb } from '#main/database/db.ts'
import {
  deleteChangeSet,
  insertChangeSet,
  insertCreatedRange,
  type LoggedTable,
  prepareInsertChange,
} from './change.queries.ts'
import { findLoggedRow } from './logged-row.queries.ts'
import { raiseRevision } from './revision.service.ts'

export { findNewestChangeSetId, type LoggedTable, loggedTables } from './change.queries.ts'

/** Who acts and when; `now` is an instant in UTC. */
export type Act = { readonly actor: string; readonly now: string }

/** Who makes a change set, and why. `madeAt` is an instant in UTC. */
export type ChangeSetFacts = {
  readonly kind: string
  readonly actor: string
  readonly madeAt: string
  readonly importBatchId?: number
  readonly undoesChangeSetId?: number
}

/** Writes down what an act changes, so that it can be taken back. Belongs to one transaction. */
export type ChangeRecorder = {
  readonly changeSetId: number
  /** One changed column of one row. Call it with values as they are stored; equal values are skipped. */
  updated(
    table: LoggedTable,
    rowId: number,
    column: string,
    before: string | number | null,
    after: string | number | null,
  ): void
  /** A row that now exists; its content is read from the table. For single rows; many go by `created`. */
  inserted(table: LoggedTable, rowId: number): void
  /** A row that is about to go; call it before deleting. */
  deleting(table: LoggedTable, rowId: number): void
  /** All rows of a table within an id range were created by this act. */
  created(table: LoggedTable, firstId: number, lastId: number): void
  /** How many lines were written so far. */
  readonly count: number
}

/**
 * Opens a change set; every write of the act is then told to the recorder within the same transaction.
 *
 * Example: recorder.updated('customer', 7, 'name', '样例甲', '样例乙') -> one line that an undo turns back
 */
export function beginChangeSet(db: WritableDb, facts: ChangeSetFacts): ChangeRecorder {
  const changeSetId = insertChangeSet(db, {
    kind: facts.kind,
    actor: facts.actor,
    made_at: facts.madeAt,
    import_batch_id: facts.importBatchId ?? null,
    undoes_change_set_id: facts.undoesChangeSetId ?? null,
  })
  const insert = prepareInsertChange(db)
  let count = 0
  const add = (
    table: LoggedTable,
    rowId: number,
    column: string,
    before: string | number | null,
    after: string | number | null,
  ) => {
    insert.run(changeSetId, table, rowId, column, before, after)
    count++
  }
  const wholeRow = (table: LoggedTable, rowId: number) => JSON.stringify(findLoggedRow(db, table, rowId))
  return {
    changeSetId,
    get count() {
      return count
    },
    updated: (table, rowId, column, before, after) => {
      if (before !== after) add(table, rowId, column, before, after)
    },
    inserted: (table, rowId) => add(table, rowId, '*', null, wholeRow(table, rowId)),
    deleting: (table, rowId) => add(table, rowId, '*', wholeRow(table, rowId), null),
    created: (table, firstId, lastId) => {
      if (lastId >= firstId) insertCreatedRange(db, changeSetId, table, firstId, lastId)
    },
  }
}

/**
 * Runs an act as one transaction and one change set.
 *
 * Errors: whatever `work` throws, after everything it wrote has been rolled back.
 * Empty: null, and no change set, when nothing changed.
 * Example: changeTogether(db, facts, recorder => recorder.updated('tag', 3, 'name', 'A', 'A')) -> null
 */
export function changeTogether(
  db: WritableDb,
  facts: ChangeSetFacts,
  work: (recorder: ChangeRecorder) => void,
): number | null {
  return db.transaction(() => {
    const recorder = beginChangeSet(db, facts)
    work(recorder)
    if (recorder.count > 0) return recorder.changeSetId
    deleteChangeSet(db, recorder.changeSetId)
    return null
  })
}

/**
 * Runs an act on what belongs to customers as `changeTogether` does: where anything changed, their revision rises.
 *
 * Errors, Empty: as `changeTogether`.
 */
export function changeCustomers(
  db: WritableDb,
  kind: string,
  { actor, now }: Act,
  work: (recorder: ChangeRecorder) => void,
): number | null {
  return changeTogether(db, { kind, actor, madeAt: now }, recorder => {
    work(recorder)
    if (recorder.count > 0) raiseRevision(db, 'customers')
  })
}
