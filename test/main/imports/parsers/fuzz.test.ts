import { expect, it } from 'vitest'
import { runFuzz } from '#test/fuzz/run-fuzz.ts'

it('300 damaged files of every kind end with rows or a named error, within time and memory', async () => {
  const { outcomes, failures, peakMebibytes } = await runFuzz(300, 7)
  expect(failures).toEqual([])
  expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(300)
  // Some of them are hurt so little that they are read, some so much that they are refused.
  expect(outcomes.get('rows')).toBeGreaterThan(30)
  expect(outcomes.size).toBeGreaterThan(3)
  expect(peakMebibytes).toBeLessThan(1024)
}, 300_000)
