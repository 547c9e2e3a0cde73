import { expect, test } from 'vitest'
import { dayIn } from '#shared/domain/day-in.ts'

test('the day is that of the zone, on both sides of its midnight', () => {
  expect(dayIn('Asia/Shanghai', new Date('2026-08-15T15:59:59Z'))).toBe('2026-08-15')
  expect(dayIn('Asia/Shanghai', new Date('2026-08-15T16:00:00Z'))).toBe('2026-08-16')
  expect(dayIn('America/Los_Angeles', new Date('2026-01-01T07:59:59Z'))).toBe('2025-12-31')
})

test('without a zone the day is that of this PC', () => {
  const now = new Date(2026, 1, 9, 12)
  expect(dayIn(undefined, now)).toBe('2026-02-09')
})
