import { expect, it } from 'vitest'
import { giveBackMemory } from '#main/threads/give-back-memory.ts'

it('what a long call has left behind goes back to the system, what is still in use stays', () => {
  const kept = Array.from({ length: 1000 }, (_, at) => ({ at }))
  const heapBytes = () => process.memoryUsage().heapTotal
  giveBackMemory()
  const before = heapBytes()
  let garbage: unknown[] | null = Array.from({ length: 1_500_000 }, (_, at) => ({ at, text: `样例${at}` }))
  const grown = heapBytes() - before
  expect(garbage).toHaveLength(1_500_000)
  garbage = null
  giveBackMemory()
  expect(heapBytes() - before).toBeLessThan(grown / 4)
  expect(kept.at(-1)).toEqual({ at: 999 })
})
