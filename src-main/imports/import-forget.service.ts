import { z } from 'zod'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { getSetting, saveSetting } from '#main/settings/setting.service.ts'
import type { Tick } from '#main/threads/tick.ts'
import { updateImportBatch } from './commit.queries.ts'
import {
  clearCustomersOfRows,
  deleteDetailsOfBatch,
  findCellsAround,
  listLongUndone,
  listRowsOfCustomers,
  updateCells,
} from './import-forget.queries.ts'
import { deflateCells, inflateCells } from './row-writer.ts'

const settingKey = 'imports.undoneDays'
const usualDays = 90
const msPerDay = 86_400_000

/** Tells for how many days an import that was taken back keeps its original cells and old values. */
export function getUndoneDays(db: ReadableDb): number {
  return getSetting(db, settingKey, z.int().min(0)) ?? usualDays
}

/** Chooses for how many days. Units: days; 0 drops them at the next tidying. */
export function saveUndoneDays(db: WritableDb, days: number): number {
  saveSetting(db, settingKey, days)
  return days
}

/**
 * Drops the original cells and old values of imports that were taken back long ago; the history keeps the imports
 * themselves with their counts.
 *
 * Shape: the number of imports. Empty: 0 when none is due. Cost: one transaction per import.
 */
export function forgetLongUndone(db: WritableDb, now: string): number {
  const due = listLongUndone(db, new Date(Date.parse(now) - getUndoneDays(db) * msPerDay).toISOString())
  for (const importBatchId of due)
    db.transaction(() => {
      deleteDetailsOfBatch(db, importBatchId)
      updateImportBatch(db, importBatchId, { forgotten_at: now })
    })
  return due.length
}

/**
 * Empties the original cells of rows that went to customers who are deleted for good; the rows stay counted.
 *
 * Cost: one pass over the rows of all imports, and each chunk of cells that holds such a row written anew.
 */
export function forgetRowsOf(db: WritableDb, customerIds: readonly number[], tick: Tick): void {
  const chunks = new Map<string, { batch: number; first: number; cells: Uint8Array; rows: Set<number> }>()
  for (const { importBatchId, rowNumber } of listRowsOfCustomers(db, customerIds)) {
    const around = findCellsAround(db, importBatchId, rowNumber)
    if (!around) continue
    const key = `${importBatchId} ${around.first}`
    const chunk = chunks.get(key) ?? { batch: importBatchId, ...around, rows: new Set() }
    chunks.set(key, chunk)
    chunk.rows.add(rowNumber)
  }
  let done = 0
  for (const { batch, first, cells, rows } of chunks.values()) {
    tick(done++, chunks.size)
    const kept = inflateCells(cells).map(row => (rows.has(row.rowNumber) ? { ...row, cells: [] } : row))
    updateCells(db, batch, first, deflateCells(kept))
  }
  clearCustomersOfRows(db, customerIds)
}
