import { expect, test } from 'vitest'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayIn, startOfDay } from '#shared/domain/day-in.ts'

test('the day is that of the zone, on both sides of its midnight', () => {
  expect(dayIn('Asia/Shanghai', new Date('2026-08-15T15:59:59Z'))).toBe('2026-08-15')
  expect(dayIn('Asia/Shanghai', new Date('2026-08-15T16:00:00Z'))).toBe('2026-08-16')
  expect(dayIn('America/Los_Angeles', new Date('2026-01-01T07:59:59Z'))).toBe('2025-12-31')
})

test('without a zone the day is that of this PC', () => {
  const now = new Date(2026, 1, 9, 12)
  expect(dayIn(undefined, now)).toBe('2026-02-09')
})

test('a day begins at midnight of its zone, also behind a quarter of an hour and where clocks were changed', () => {
  const start = (zone: string, day: string) => startOfDay(zone, CalendarDate.parse(day))
  expect(start('Asia/Shanghai', '2026-08-16')).toBe('2026-08-15T16:00:00.000Z')
  expect(start('Asia/Kathmandu', '2026-08-16')).toBe('2026-08-15T18:15:00.000Z')
  // New York goes from UTC-5 to UTC-4 on 8 March 2026.
  expect(start('America/New_York', '2026-03-08')).toBe('2026-03-08T05:00:00.000Z')
  expect(start('America/New_York', '2026-03-09')).toBe('2026-03-09T04:00:00.000Z')
  expect(start('Pacific/Kiritimati', '2026-08-16')).toBe('2026-08-15T10:00:00.000Z')
})
