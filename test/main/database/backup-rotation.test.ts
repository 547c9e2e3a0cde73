import { describe, expect, it } from 'vitest'
import { chooseExpiredBackups, type RotatedBackup, usualRotation } from '#main/database/backup-rotation.ts'
import type { BackupReason } from '#shared/domain/archive.ts'

const dayMs = 86_400_000
const rule = { ...usualRotation, mostBytes: Number.POSITIVE_INFINITY }
const start = Date.parse('2026-01-01T09:00:00Z')

const backup = (
  sequence: number,
  day: number,
  reason: BackupReason = 'quit',
  sizeBytes = 1,
): RotatedBackup => ({
  sequence,
  madeAt: new Date(start + day * dayMs).toISOString(),
  reason,
  sizeBytes,
})

const onDay = (day: number) => new Date(start + day * dayMs)
const expired = (backups: readonly RotatedBackup[], day: number, more = {}) =>
  chooseExpiredBackups(backups, onDay(day), { ...rule, ...more }).map(one => one.sequence)

/** Makes one backup after another and rotates after each, as the program does. */
function live(
  days: readonly number[],
  reasonOf: (index: number) => BackupReason = () => 'quit',
): RotatedBackup[] {
  let kept: RotatedBackup[] = []
  for (const [index, day] of days.entries()) {
    kept.push(backup(index + 1, day, reasonOf(index)))
    const gone = new Set(chooseExpiredBackups(kept, onDay(day), rule))
    kept = kept.filter(one => !gone.has(one))
  }
  return kept
}

describe('rotation', () => {
  it('keeps nothing of nothing', () => {
    expect(expired([], 0)).toEqual([])
  })

  it('lets the three oldest of eight backups of one day go', () => {
    expect(
      expired(
        [1, 2, 3, 4, 5, 6, 7, 8].map(sequence => backup(sequence, 0)),
        0,
      ),
    ).toEqual([1, 2, 3])
  })

  it('never goes below five, however large and old they are', () => {
    const five = [1, 2, 3, 4, 5].map(sequence => backup(sequence, 0, 'quit', 1000))
    expect(expired(five, 4000, { mostBytes: 1 })).toEqual([])
  })

  it('keeps one of each of 7 days, 4 weeks and 12 months of a daily life of two years', () => {
    const kept = live(Array.from({ length: 730 }, (_, day) => day))
    // 31 December 2027 is day 729, a Friday. Days: 25 to 31 December. Weeks: Fridays to Sundays before; months: last days.
    expect(kept.map(one => one.madeAt.slice(0, 10))).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
      '2027-06-30',
      '2027-07-31',
      '2027-08-31',
      '2027-09-30',
      '2027-10-31',
      '2027-11-30',
      '2027-12-12',
      '2027-12-19',
      '2027-12-25',
      '2027-12-26',
      '2027-12-27',
      '2027-12-28',
      '2027-12-29',
      '2027-12-30',
      '2027-12-31',
    ])
  })

  it('goes by sequence number: a clock set back makes the newest backups no older', () => {
    const days = [...Array.from({ length: 20 }, () => 400), ...Array.from({ length: 6 }, () => 1)]
    const kept = live(days)
    expect(kept.slice(-5).map(one => one.sequence)).toEqual([22, 23, 24, 25, 26])
  })

  it('loses only one of its seven days to a session whose clock is a year ahead', () => {
    const before = Array.from({ length: 6 }, (_, day) => day)
    const kept = live([...before, 365, 6, 7])
    expect(kept.map(one => one.madeAt.slice(0, 10))).toEqual([
      '2026-01-03',
      '2026-01-04',
      '2026-01-05',
      '2026-01-06',
      '2027-01-01',
      '2026-01-07',
      '2026-01-08',
    ])
  })

  it.each<BackupReason>(['import', 'migration', 'restore'])(
    'keeps what was made before: %s, for thirty days',
    reason => {
      const life = (length: number) =>
        live(
          Array.from({ length: length * 10 }, (_, n) => n / 10),
          index => (index === 0 ? reason : 'quit'),
        )
      const hasFirst = (kept: readonly RotatedBackup[]) => kept.some(one => one.sequence === 1)
      expect(hasFirst(life(30))).toBe(true)
      expect(hasFirst(life(32))).toBe(false)
    },
  )

  it('does not end those thirty days because of a clock that is ahead for a session', () => {
    const kept = live([0, 0.1, 0.2, 0.3, 0.4, 0.5, 400, 0.6], index => (index === 1 ? 'import' : 'quit'))
    expect(kept.map(one => one.sequence)).toContain(2)
  })

  it('obeys the size cap, oldest first, down to five', () => {
    const daily = Array.from({ length: 7 }, (_, day) => backup(day + 1, day, 'quit', 10))
    expect(expired(daily, 7, { mostBytes: 60 })).toEqual([1])
    expect(expired(daily, 7, { mostBytes: 59 })).toEqual([1, 2])
    expect(expired(daily, 7, { mostBytes: 5 })).toEqual([1, 2])
  })
})
