import { afterAll, beforeAll, expect, it } from 'vitest'
import { cardsSql, stopReasonsSql, suggestionCountSql, suggestionSql } from '#main/cards/card.queries.ts'
import { CardSuggestion } from '#shared/domain/card.ts'
import { planOf } from '#test/helpers/noted-statements.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
beforeAll(() => {
  archive = openTestDatabase()
})
afterAll(() => archive.close())

const reads = (sql: string) => planOf(archive.db, sql).filter(step => /^(?:SCAN|SEARCH) /.test(step))

it.each(CardSuggestion.options)(
  'who is proposed for %s is read from the customers of one card, each with its total, and opens no order',
  suggestion => {
    for (const sql of [suggestionSql(suggestion), suggestionCountSql(suggestion)]) {
      const steps = reads(sql)
      expect(steps[0]).toMatch(
        /^SEARCH customer USING (?:COVERING )?INDEX customer_card_type \(card_type=\?\)/,
      )
      expect(steps.filter(step => step.startsWith('SCAN '))).toEqual([])
      expect(steps.join('\n')).not.toContain('sales_order')
      expect(steps.join('\n')).toMatch(/SEARCH total USING (?:INTEGER PRIMARY KEY|.*\(customer_id=\?\))/)
    }
  },
)

it('why customers stopped is read from the former ones alone, each with the last of its steps', () => {
  const steps = reads(stopReasonsSql)
  expect(steps.filter(step => step.startsWith('SCAN '))).toEqual([])
  expect(steps[0]).toContain('INDEX customer_card_type (card_type=?)')
  expect(steps.join('\n')).toContain('SEARCH card_change USING INDEX card_change_customer_id (customer_id=?)')
})

it('the cards of many customers are read by their keys, in one go', () => {
  expect(reads(cardsSql).filter(step => step.includes('customer'))).toEqual([
    'SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)',
  ])
})
