import { expect, test } from 'vitest'
import { listFiles, readSource, wordsOf } from './source-files.ts'

const sources = listFiles(['shared', 'src-main', 'src-renderer'])

/** Files that use one of the names, each with the names. */
function usersOf(isBanned: (name: string) => boolean): string[] {
  return sources.flatMap(file => {
    const found = [...wordsOf(file).names].filter(isBanned)
    return found.length > 0 ? [`${file}: ${found.join(', ')}`] : []
  })
}

test('words with two meanings are never the bare name of a value', () => {
  const ambiguous = new Set(['recency', 'frequency', 'monetary', 'retention', 'clv'])
  expect(usersOf(name => ambiguous.has(name))).toEqual([])
})

test('money says whether it is minor units, so nothing is called an amount', () => {
  expect(usersOf(name => /amount/i.test(name))).toEqual([])
})

test('types carry no role in their name', () => {
  expect(usersOf(name => /^[A-Z].*(Dto|ViewModel|Interface|Enum)$|^I[A-Z][a-z]+[A-Z]/.test(name))).toEqual([])
})

test('no clock ticks inside the analyses: the day they look from is given to them', () => {
  const clocks = /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bTemporal\.Now\b/
  const pure = sources.filter(file => /^src-main\/analytics\/[^/]+\//.test(file))
  expect(pure.length).toBeGreaterThan(0)
  expect(pure.filter(file => clocks.test(readSource(file)))).toEqual([])
})
