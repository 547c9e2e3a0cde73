import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  allOpenOrdersSql,
  cardTermsSql,
  debtorNamesSql,
  newestTermsSql,
  openOrdersOfSql,
  recordsOfCustomer,
} from '#main/credit/credit.queries.ts'
import {
  allStepsSql,
  cardsOfStepsSql,
  outsideSql,
  purchaseDaysSql,
  stepsOfCustomer,
} from '#main/funnel/funnel-step.queries.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
beforeAll(() => {
  archive = openTestDatabase()
})
afterAll(() => archive.close())

const planOf = (sql: string): string =>
  archive.db
    .prepareRead<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...Array.from(sql.matchAll(/\?/g), () => '[]'))
    .map(row => row.detail)
    .join('\n')

test('the steps of a customer are read by the customer, in the order of the index', () => {
  const plan = planOf(stepsOfCustomer(1).compile().sql)
  expect(plan).toBe('SEARCH funnel_step USING INDEX funnel_step_customer_id (customer_id=?)')
})

test('all steps come in the order of their index, without sorting', () => {
  const plan = planOf(allStepsSql)
  expect(plan).toContain('SCAN funnel_step USING INDEX funnel_step_customer_id')
  expect(plan).toContain('SEARCH customer USING INTEGER PRIMARY KEY')
  expect(plan).not.toContain('TEMP B-TREE')
})

test('cards, purchases and who stands outside are looked up by keys, never by reading all', () => {
  for (const sql of [cardsOfStepsSql, outsideSql, purchaseDaysSql])
    expect(planOf(sql)).not.toMatch(/SCAN (customer|funnel_step|sales_order|field_value)\b/)
  expect(planOf(cardsOfStepsSql)).toMatch(/SEARCH field_value USING .*INDEX/)
  expect(planOf(outsideSql)).toContain('SEARCH funnel_step USING INDEX funnel_step_customer_id')
})

test('credit: records, terms and unpaid orders of a customer are looked up in indexes; all unpaid ones in that of the days', () => {
  expect(planOf(recordsOfCustomer(1).compile().sql)).toContain(
    'SEARCH credit_record USING INDEX credit_record_customer_id (customer_id=?)',
  )
  for (const sql of [newestTermsSql, cardTermsSql, openOrdersOfSql, debtorNamesSql])
    expect(planOf(sql)).not.toMatch(/SCAN (credit_record|field_value|sales_order|customer)\b/)
  expect(planOf(allOpenOrdersSql)).toBe(
    'SEARCH sales_order USING INDEX sales_order_ordered_on (ordered_on<?)',
  )
})
