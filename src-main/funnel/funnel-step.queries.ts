import type { Insertable, Selectable } from 'kysely'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { FunnelStepTable } from './funnel-step.table.ts'

/** A step as it is stored. */
export type StoredStep = Selectable<FunnelStepTable>

/** The steps of one customer, the newest first; public for the query-plan test. */
export const stepsOfCustomer = (customerId: number) =>
  sqlBuilder
    .selectFrom('funnel_step')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('moved_on', 'desc')
    .orderBy('funnel_step_id', 'desc')

/** Lists the steps of a customer, the newest first. */
export function listSteps(db: ReadableDb, customerId: number): StoredStep[] {
  return db.all(stepsOfCustomer(customerId))
}

/** Finds a step. Empty: undefined. */
export function findStep(db: ReadableDb, funnelStepId: number): StoredStep | undefined {
  return db.get(sqlBuilder.selectFrom('funnel_step').selectAll().where('funnel_step_id', '=', funnelStepId))
}

/** Stores a step; its key. */
export function insertStep(db: WritableDb, step: Insertable<FunnelStepTable>): number {
  return db.run(sqlBuilder.insertInto('funnel_step').values(step)).lastInsertRowid
}

/** Removes a step. */
export function deleteStep(db: WritableDb, funnelStepId: number): void {
  db.run(sqlBuilder.deleteFrom('funnel_step').where('funnel_step_id', '=', funnelStepId))
}

/** Those of some customers outside the bin who stand in no stage: never put in, or gone. Public for the query-plan test. */
export const outsideSql = `SELECT customer_id FROM json_each(?) AS wanted CROSS JOIN customer ON customer_id = wanted.value
  WHERE deleted_at IS NULL AND coalesce((SELECT stage FROM funnel_step WHERE funnel_step.customer_id = customer.customer_id
    ORDER BY moved_on DESC, funnel_step_id DESC LIMIT 1), 'left') = 'left' GROUP BY customer_id`

/** Lists those of some customers who stand in no stage, each once. */
export function listOutside(db: ReadableDb, customerIds: readonly number[]): number[] {
  const rows = db.prepareRead<{ customer_id: number }>(outsideSql).all(JSON.stringify(customerIds))
  return rows.map(row => row.customer_id)
}

/** A step as far as the counts need it: [customer, day, stage, intention, ability, demand, refused contact, key]. */
export type StepRow = readonly [
  customerId: number,
  movedOn: CalendarDate,
  stage: FunnelStepTable['stage'],
  intention: FunnelStepTable['intention'],
  ability: FunnelStepTable['ability'],
  demand: FunnelStepTable['demand'],
  isRefused: number,
  funnelStepId: number,
]

/** All steps of customers outside the bin, in order; public for the query-plan test. */
export const allStepsSql = `SELECT customer_id, moved_on, stage, intention, ability, demand,
    contact_refused_on IS NOT NULL, funnel_step_id
  FROM funnel_step INDEXED BY funnel_step_customer_id CROSS JOIN customer USING (customer_id)
  WHERE deleted_at IS NULL ORDER BY customer_id, moved_on, funnel_step_id`

/** Walks through the steps of all customers outside the bin, by customer, day and key. */
export function iterateSteps(db: ReadableDb): Iterable<StepRow> {
  return db.prepareReadArrays<StepRow>(allStepsSql).iterate()
}

/** Holds for orders that counted as a purchase on a day, the one value. */
const countedOn = `status IN ('paid', 'shipped', 'completed') AND is_cancellation = 0 AND deleted_at IS NULL
  AND (is_counted = 1 OR EXISTS (SELECT 1 FROM refund WHERE refund.sales_order_id = sales_order.sales_order_id AND refunded_on > ?))`

/** Days on which some customers bought; public for the query-plan test. */
export const purchaseDaysSql = `SELECT customer_id, ordered_on FROM json_each(?) AS wanted
  CROSS JOIN sales_order ON customer_id = wanted.value WHERE ${countedOn}`

/** Lists on which days some customers bought, as it counted on a day. */
export function listPurchaseDays(db: ReadableDb, customerIds: readonly number[], asOf: CalendarDate) {
  return db
    .prepareReadArrays<readonly [customerId: number, orderedOn: CalendarDate]>(purchaseDaysSql)
    .all(JSON.stringify(customerIds), asOf)
}

/** Counts those of some customers who have sums of an old archive and no day of them. */
export function countBalances(db: ReadableDb, customerIds: readonly number[]): number {
  return (
    db
      .prepareRead<{ count: number }>(
        `SELECT count(DISTINCT customer_id) AS count FROM json_each(?) AS wanted
         CROSS JOIN opening_balance ON customer_id = wanted.value WHERE order_count > 0`,
      )
      .get(JSON.stringify(customerIds))?.count ?? 0
  )
}

/** What a card of the board says. */
export type CardRow = StoredStep & {
  readonly archive_number: string
  readonly name: string
  readonly decision_code: string | null
  readonly decision_name: string | null
}

/** Cards by the keys of the steps that say where their customers stand; public for the query-plan test. */
export const cardsOfStepsSql = `SELECT funnel_step.*, archive_number, customer.name, field_option.code AS decision_code,
    field_option.name AS decision_name
  FROM json_each(?) AS wanted CROSS JOIN funnel_step ON funnel_step_id = wanted.value
  CROSS JOIN customer USING (customer_id)
  LEFT JOIN field_value ON field_value.customer_id = customer.customer_id
    AND field_value.field_id = (SELECT field_id FROM field_definition WHERE code = 'decision-stage')
  LEFT JOIN field_option ON field_option.field_option_id = field_value.value
  ORDER BY wanted.key`

/** Lists cards in the order of the steps that are named. */
export function listCardsOfSteps(db: ReadableDb, funnelStepIds: readonly number[]): CardRow[] {
  return db.prepareRead<CardRow>(cardsOfStepsSql).all(JSON.stringify(funnelStepIds))
}
