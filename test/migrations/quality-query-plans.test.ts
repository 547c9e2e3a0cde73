import { afterAll, beforeAll, expect, it } from 'vitest'
import { knownOnSql } from '#main/customers/completeness.service.ts'
import { confirmedSql } from '#main/customers/confirm.queries.ts'
import { fieldSourcesSql } from '#main/quality/field-source.queries.ts'
import { foundCompleteSql, staleSql, suspectSql, waitingCellsSql } from '#main/quality/finding.queries.ts'
import { planOf } from '#test/helpers/noted-statements.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
beforeAll(() => {
  archive = openTestDatabase()
})
afterAll(() => archive.close())

const reads = (sql: string) => planOf(archive.db, sql).filter(step => /^(?:SCAN|SEARCH) /.test(step))

it.each([
  ['phones', suspectSql.phone(true), 'SCAN contact_point USING INDEX contact_point_odd_phone'],
  ['addresses', suspectSql.region(true), 'SCAN contact_point USING INDEX contact_point_without_region'],
  ['ID numbers', suspectSql.idNumber(true), 'SCAN customer USING INDEX customer_with_id_number'],
  [
    'old births',
    suspectSql.oldBirth,
    'SEARCH customer USING INDEX customer_birth_on (birth_on>? AND birth_on<?)',
  ],
  ['births ahead', suspectSql.futureBirth, 'SEARCH customer USING INDEX customer_birth_on (birth_on>?)'],
  ['cells', waitingCellsSql(true), 'SEARCH cell_issue USING INDEX cell_issue_kind (kind=?)'],
])('%s that may be wrong are read from an index of nothing else, and each is looked up', (_, sql, first) => {
  const [step, ...others] = reads(sql)
  expect(step).toBe(first)
  expect(others.filter(other => !other.startsWith('SEARCH '))).toEqual([])
})

it('a page of findings looks up each by its key', () => {
  for (const sql of [
    suspectSql.phone(false),
    suspectSql.region(false),
    suspectSql.birth,
    waitingCellsSql(false),
  ]) {
    const [wanted, ...others] = reads(sql)
    expect(wanted).toContain('SCAN wanted VIRTUAL TABLE')
    expect(others.filter(step => !step.startsWith('SEARCH '))).toEqual([])
  }
})

it('stale files are counted and listed from the index of the days on which they were known, without sorting', () => {
  for (const sql of [staleSql.count(knownOnSql), staleSql.ids(knownOnSql)]) {
    expect(reads(sql)[0]).toMatch(
      /^SEARCH customer USING (?:COVERING )?INDEX customer_known_on \(<expr><\?\)/,
    )
    expect(planOf(archive.db, sql).filter(step => step.includes('TEMP B-TREE'))).toEqual([])
  }
})

it('files that were found to be complete are read from the index of decisions or passed over once', () => {
  expect(reads(foundCompleteSql)).toHaveLength(1)
})

it('confirming many files and what is stated of one are looked up by their keys', () => {
  expect(reads(confirmedSql)[1]).toBe('SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)')
  const steps = reads(fieldSourcesSql).join('\n')
  expect(steps).toContain('SEARCH customer USING COVERING INDEX customer_merged_into_id')
  expect(steps).toMatch(/SEARCH field_source USING INDEX \w+ \(customer_id=\?\)/)
})
