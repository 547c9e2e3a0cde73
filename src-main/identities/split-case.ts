import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import {
  findFile,
  findMerge,
  findMergeOf,
  listMergesInto,
  type PartTable,
  partTables,
  type StoredFile,
} from './merge.queries.ts'
import {
  listMovedParts,
  listOrdersAssignedAfter,
  listPartIds,
  type PartMove,
  preparePartHistory,
  type StoredMerge,
} from './split.queries.ts'

/** Keys of parts by table. */
export type PartIds = Readonly<Record<PartTable, readonly number[]>>

/** A merge that is to be split, and who has its parts now. */
export type SplitCase = {
  readonly merge: StoredMerge
  /** The file that comes back, the one it was put into, and the one that holds everything now (often the same). */
  readonly other: StoredFile
  readonly survivor: StoredFile
  readonly root: StoredFile
  /** What the merge moved away from the other file. */
  readonly own: PartIds
  /** What came to the merged file afterwards and is nobody else's by a merge of its own. */
  readonly later: PartIds
}

const tables = Object.keys(partTables) as PartTable[]

/**
 * Gathers what splitting a merge is about, also when the survivor itself was merged into a third file meanwhile.
 *
 * Errors: not-found when the merge was split or taken back.
 */
export function openSplitCase(db: ReadableDb, mergeId: number): SplitCase {
  const merge = findMerge(db, mergeId)
  if (!merge) throw new AppError('not-found')
  const path = pathToRoot(db, merge)
  const rootId = path.at(-1)?.survivor_id ?? merge.survivor_id
  return {
    merge,
    other: getFile(db, merge.customer_id),
    survivor: getFile(db, merge.survivor_id),
    root: getFile(db, rootId),
    own: byTable(ownParts(db, path)),
    later: laterParts(db, path, rootId),
  }
}

/** Gathers keys by table. */
export function byTable(parts: Iterable<{ readonly table: PartTable; readonly id: number }>): PartIds {
  const ids = Object.fromEntries(tables.map(table => [table, [] as number[]])) as Record<PartTable, number[]>
  for (const { table, id } of parts) ids[table].push(id)
  return ids
}

function getFile(db: ReadableDb, customerId: number): StoredFile {
  const file = findFile(db, customerId)
  if (!file) throw new Error('a merged customer is never deleted')
  return file
}

/** The merges from the split file up to the one that holds everything. */
function pathToRoot(db: ReadableDb, merge: StoredMerge): StoredMerge[] {
  const path = [merge]
  for (let next = findMergeOf(db, merge.survivor_id); next; next = findMergeOf(db, next.survivor_id))
    path.push(next)
  return path
}

/** What the split merge moved and what is still here because of it. */
function ownParts(db: ReadableDb, path: readonly StoredMerge[]) {
  const [merge] = path
  if (!merge) return []
  const historyOf = preparePartHistory(db)
  const isOf = (one: StoredMerge, { changeId }: PartMove) =>
    one.first_change_id <= changeId && changeId <= one.last_change_id
  return listMovedParts(db, merge).filter(({ table, id, fromId }) => {
    const moves = standingMoves(historyOf(table, id))
    return fromId === merge.customer_id && moves.some(move => isOf(merge, move))
  })
}

/** The merges that brought a part to where it is: one that was split took back its own move and all after it. */
function standingMoves(history: readonly PartMove[]): readonly PartMove[] {
  let moves: PartMove[] = []
  for (const move of history) {
    if (move.kind === 'customers-merged') moves.push(move)
    else
      moves = moves.slice(
        0,
        Math.max(
          0,
          moves.findIndex(one => one.fromId === move.toId),
        ),
      )
  }
  return moves
}

const keyOf = (table: PartTable, id: number) => `${table} ${id}`

/**
 * A part is later when its key is higher than the last one at the merge, or when an order was given to the customer
 * since. Further up, only what the next merge brought along can be of this one.
 */
function laterParts(db: ReadableDb, path: readonly StoredMerge[], rootId: number): PartIds {
  const others = partsOfOtherMerges(db, path)
  const later = new Map<string, { table: PartTable; id: number }>()
  const add = (table: PartTable, id: number) => {
    const key = keyOf(table, id)
    if (!others.has(key)) later.set(key, { table, id })
  }
  path.forEach((merge, index) => {
    const lastIds = JSON.parse(merge.last_ids) as Record<PartTable, number>
    const next = path[index + 1]
    const candidates = next ? stillAt(db, listMovedParts(db, next), rootId) : ownedBy(db, rootId)
    for (const { table, id } of candidates) if (id > (lastIds[table] ?? 0)) add(table, id)
    if (!next)
      for (const id of listOrdersAssignedAfter(db, rootId, merge.last_change_id)) add('sales_order', id)
  })
  return byTable(later.values())
}

/** What other merges that still hold brought to the files of the path is theirs, and what this one brought is its own. */
function partsOfOtherMerges(db: ReadableDb, path: readonly StoredMerge[]): ReadonlySet<string> {
  const [split, ...upwards] = path
  const isUpwards = new Set(upwards.map(merge => merge.customer_merge_id))
  const parts = new Set<string>()
  for (const { survivor_id } of path)
    for (const merge of listMergesInto(db, survivor_id)) {
      if (merge.split_change_set_id !== null || isUpwards.has(merge.customer_merge_id)) continue
      for (const { table, id } of listMovedParts(db, merge)) parts.add(keyOf(table, id))
    }
  if (split) for (const { table, id } of listMovedParts(db, split)) parts.add(keyOf(table, id))
  return parts
}

function ownedBy(db: ReadableDb, customerId: number) {
  return tables.flatMap(table => listPartIds(db, table, customerId).map(id => ({ table, id })))
}

function stillAt(
  db: ReadableDb,
  parts: readonly { readonly table: PartTable; readonly id: number }[],
  customerId: number,
) {
  const owned = new Set(ownedBy(db, customerId).map(({ table, id }) => keyOf(table, id)))
  return parts.filter(({ table, id }) => owned.has(keyOf(table, id)))
}
