import { expect, test } from 'vitest'
import { forgetSearches, listRecentSearches, rememberSearch } from '#main/search/recent-searches.service.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

test('five texts are kept, each once, the newest first, until they are forgotten', () => {
  const database = openTestDatabase()
  const { db } = database
  expect(listRecentSearches(db)).toEqual([])
  for (const text of ['a', 'b', 'a']) rememberSearch(db, text)
  expect(listRecentSearches(db)).toEqual(['a', 'b'])
  for (const text of ['c', 'd', 'e', 'f']) rememberSearch(db, text)
  expect(listRecentSearches(db)).toEqual(['f', 'e', 'd', 'c', 'a'])
  forgetSearches(db)
  expect(listRecentSearches(db)).toEqual([])
  database.close()
})
