import { afterAll, beforeAll, expect, test } from 'vitest'
import { frozenMembersSql, segmentsSql } from '#main/segments/saved-segment.queries.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
beforeAll(() => {
  archive = openTestDatabase()
})
afterAll(() => archive.close())

const planOf = (sql: string): string =>
  archive.db
    .prepareRead<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...Array.from(sql.matchAll(/\?/g), () => 1))
    .map(row => row.detail)
    .join('\n')

test('a segment is found by its key, its newest version by the index of versions', () => {
  const plan = planOf(segmentsSql('saved_segment_id = ?'))
  expect(plan).toMatch(/SEARCH saved_segment USING INTEGER PRIMARY KEY/)
  expect(plan).toMatch(/SEARCH segment_version USING INDEX sqlite_autoindex_segment_version_1/)
  expect(planOf(segmentsSql('true'))).not.toContain('SCAN other')
})

test('the customers of a kept list are looked up by their keys, also those whom they became one with', () => {
  const plan = planOf(frozenMembersSql)
  expect(plan).not.toMatch(/SCAN (customer|file|into_file)\b/)
  expect(plan).toMatch(/SEARCH file USING INTEGER PRIMARY KEY/)
  expect(plan).toMatch(/SEARCH into_file USING INTEGER PRIMARY KEY/)
})
