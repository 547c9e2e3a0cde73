import type { Insertable, Selectable } from 'kysely'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CardSuggestion, StopReason } from '#shared/domain/card.ts'
import type { CardType } from '#shared/domain/customer.ts'
import type { CardChangeTable, WinBackTable } from './card.table.ts'

/** A file and the files that were merged into it, by way of others too. */
const filesOfOne = `WITH RECURSIVE file (customer_id) AS (
    SELECT ? UNION SELECT customer.customer_id FROM file CROSS JOIN customer ON merged_into_id = file.customer_id)`

/** The steps of a file and of those merged into it, the newest first; public for the query-plan test. */
export const cardChangesSql = `${filesOfOne}
  SELECT card_change.*, customer.archive_number, customer.merged_into_id
  FROM file CROSS JOIN card_change USING (customer_id) CROSS JOIN customer USING (customer_id)
  ORDER BY card_change_id DESC`

/** The attempts to win a customer back, those of files merged into this one too, the newest first; public for the query-plan test. */
export const winBacksSql = `${filesOfOne}
  SELECT win_back.* FROM file CROSS JOIN win_back USING (customer_id) ORDER BY tried_on DESC, win_back_id DESC`

type CardChangeRow = Selectable<CardChangeTable> & {
  readonly archive_number: string
  readonly merged_into_id: number | null
}

/** Lists the steps of a file and of those merged into it, newest first. */
export function listCardChanges(db: ReadableDb, customerId: number) {
  return db.prepareRead<CardChangeRow>(cardChangesSql).all(customerId)
}

/** Lists the attempts to win a customer back, those of files merged into this one too, newest first. */
export function listWinBacks(db: ReadableDb, customerId: number) {
  return db.prepareRead<Selectable<WinBackTable>>(winBacksSql).all(customerId)
}

/** The cards of customers outside the bin; public for the query-plan test. */
export const cardsSql = `SELECT customer_id, card_type, updated_at
  FROM json_each(?) AS wanted CROSS JOIN customer ON customer_id = wanted.value
  WHERE deleted_at IS NULL GROUP BY customer_id`

/** Lists the cards of customers outside the bin, each once. */
export function listCards(db: ReadableDb, customerIds: readonly number[]) {
  return db
    .prepareRead<{ customer_id: number; card_type: CardType; updated_at: string }>(cardsSql)
    .all(JSON.stringify(customerIds))
}

/** Stores one card for many customers. */
export function updateCards(
  db: WritableDb,
  customerIds: readonly number[],
  cardType: CardType,
  now: string,
): void {
  db.prepare(
    'UPDATE customer SET card_type = ?, updated_at = ? WHERE customer_id IN (SELECT value FROM json_each(?))',
  ).run(cardType, now, JSON.stringify(customerIds))
}

/** Stores a step; its key. */
export function insertCardChange(db: WritableDb, change: Insertable<CardChangeTable>): number {
  const { customer_id, before, after, changed_on, stop_reason, note } = change
  return db
    .prepare(
      'INSERT INTO card_change (customer_id, before, after, changed_on, stop_reason, note) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(customer_id, before, after, changed_on, stop_reason ?? null, note ?? null).lastInsertRowid
}

/** Stores an attempt; its key. */
export function insertWinBack(db: WritableDb, winBack: Insertable<WinBackTable>): number {
  return db.run(sqlBuilder.insertInto('win_back').values(winBack)).lastInsertRowid
}

/** Finds an attempt. */
export function findWinBack(db: ReadableDb, winBackId: number) {
  return db.get(sqlBuilder.selectFrom('win_back').selectAll().where('win_back_id', '=', winBackId))
}

/** Removes an attempt. */
export function deleteWinBack(db: WritableDb, winBackId: number): void {
  db.run(sqlBuilder.deleteFrom('win_back').where('win_back_id', '=', winBackId))
}

/** Finds a suggestion that was waved off. */
export function findDismissal(db: ReadableDb, customerId: number, cardType: CardType) {
  return db.get(
    sqlBuilder
      .selectFrom('card_dismissal')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('card_type', '=', cardType),
  )
}

/** Stores that a suggestion was waved off; its key. */
export function insertDismissal(
  db: WritableDb,
  dismissal: {
    readonly customer_id: number
    readonly card_type: CardType
    readonly last_on: CalendarDate | null
  },
): number {
  return db.run(sqlBuilder.insertInto('card_dismissal').values(dismissal)).lastInsertRowid
}

/** Stores for which last purchase a suggestion was waved off. */
export function updateDismissal(db: WritableDb, dismissalId: number, lastOn: CalendarDate | null): void {
  db.run(
    sqlBuilder
      .updateTable('card_dismissal')
      .set({ last_on: lastOn })
      .where('card_dismissal_id', '=', dismissalId),
  )
}

const suggested = {
  'first-order': "customer.card_type = 'lead' AND order_count > 0",
  idle: "customer.card_type = 'active' AND total.last_on < ?",
  'back-again': `customer.card_type = 'former' AND total.last_on > (
    SELECT changed_on FROM card_change WHERE card_change.customer_id = customer.customer_id
    ORDER BY card_change_id DESC LIMIT 1)`,
} as const satisfies Record<CardSuggestion, string>

const fromSuggested = (suggestion: CardSuggestion) =>
  `FROM customer CROSS JOIN customer_total AS total USING (customer_id)
   LEFT JOIN card_dismissal AS waved ON waved.customer_id = customer.customer_id AND waved.card_type = ?
   WHERE customer.deleted_at IS NULL AND (waved.card_dismissal_id IS NULL OR waved.last_on < total.last_on)
     AND ${suggested[suggestion]}`

/** The customers of a suggestion with their last purchase, the longest ago first; public for the query-plan test. */
export const suggestionSql = (suggestion: CardSuggestion) =>
  `SELECT customer.customer_id AS customerId, total.last_on AS lastOn
   ${fromSuggested(suggestion)}
   ORDER BY total.last_on, customer.customer_id`

/** How many they are; public for the query-plan test. */
export const suggestionCountSql = (suggestion: CardSuggestion) =>
  `SELECT count(*) AS count ${fromSuggested(suggestion)}`

/** Lists the customers of a suggestion. `idleBefore`: who last bought before that day counts as idle. */
export function listSuggested(
  db: ReadableDb,
  suggestion: CardSuggestion,
  proposed: CardType,
  idleBefore: CalendarDate,
): { readonly customerId: number; readonly lastOn: CalendarDate }[] {
  const statement = db.prepareRead<{ customerId: number; lastOn: CalendarDate }>(suggestionSql(suggestion))
  return suggestion === 'idle' ? statement.all(proposed, idleBefore) : statement.all(proposed)
}

/** Counts the customers of a suggestion. `idleBefore` as in listSuggested. */
export function countSuggested(
  db: ReadableDb,
  suggestion: CardSuggestion,
  proposed: CardType,
  idleBefore: CalendarDate,
): number {
  const statement = db.prepareRead<{ count: number }>(suggestionCountSql(suggestion))
  const row = suggestion === 'idle' ? statement.get(proposed, idleBefore) : statement.get(proposed)
  return row?.count ?? 0
}

/** Counts former customers by the reason of their last step; public for the query-plan test. */
export const stopReasonsSql = `SELECT (
    SELECT stop_reason FROM card_change WHERE card_change.customer_id = customer.customer_id
    ORDER BY card_change_id DESC LIMIT 1) AS stopReason, count(*) AS count
  FROM customer WHERE card_type = 'former' AND deleted_at IS NULL GROUP BY stopReason ORDER BY count DESC, stopReason`

/** Counts former customers by the reason of their last step, the most frequent first. */
export function countStopReasons(db: ReadableDb) {
  return db.prepareRead<{ stopReason: StopReason | null; count: number }>(stopReasonsSql).all()
}
