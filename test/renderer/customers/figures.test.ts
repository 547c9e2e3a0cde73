import { describe, expect, test } from 'vitest'
import { ageOn } from '#renderer/customers/age.ts'
import { findPhoneProblem } from '#renderer/customers/phone-problem.ts'
import { sumRefunds, usualGap } from '#renderer/customers/purchase-facts.ts'
import { timelineOf } from '#renderer/customers/timeline.ts'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import { day, exampleFile, exampleOrder } from './example-customers.ts'

describe('the age on a day', () => {
  test.each([
    ['1988-03-09', '2026-11-21', 38, true],
    ['1988-11-21', '2026-11-21', 38, true],
    ['1988-11-22', '2026-11-21', 37, true],
    ['2024-02-29', '2025-02-28', 0, true],
    ['1988-03', '2026-11-21', 38, true],
    ['1988-12', '2026-11-21', 37, true],
    ['1988-11', '2026-11-21', 38, false],
    ['1988', '2026-11-21', 38, false],
  ] as const)('of %s on %s is %d', (birthOn, on, years, isExact) => {
    expect(ageOn(birthOn, on)).toEqual({ years, isExact })
  })

  test('is not known without the year, without a birth date, and before birth', () => {
    expect(ageOn('--03-09', '2026-11-21')).toBeNull()
    expect(ageOn(null, '2026-11-21')).toBeNull()
    expect(ageOn('2027-01-01', '2026-11-21')).toBeNull()
  })
})

describe('the usual gap', () => {
  const on = (orderedOn: string, isCounted = true) => ({ orderedOn: day(orderedOn), isCounted })

  test('is the median of the days between purchase days', () => {
    // 10, 30 and 20 days lie between: the middle one is 20.
    const orders = [on('2026-03-02'), on('2026-01-01'), on('2026-01-11'), on('2026-02-10')]
    expect(usualGap(orders)).toEqual({ purchaseDays: 4, days: 20 })
  })

  test('is the mean of the two in the middle where there are two', () => {
    expect(usualGap([on('2026-01-01'), on('2026-01-11'), on('2026-02-11')])).toEqual({
      purchaseDays: 3,
      days: 20.5,
    })
  })

  test('takes several orders of a day as one, and leaves out what does not count', () => {
    const orders = [on('2026-01-01'), on('2026-01-01'), on('2026-01-11'), on('2026-01-21', false)]
    expect(usualGap(orders)).toEqual({ purchaseDays: 2, days: null })
  })
})

test('refunds are added up', () => {
  expect(sumRefunds([{ refundedMinor: 0 }, { refundedMinor: 18_800 }, { refundedMinor: 200 }])).toBe(19_000)
})

test('a mobile number is written in the groups in which it is read', () => {
  expect(formatPhone('13800008826')).toBe('138 0000 8826')
  expect(formatPhone('0571-88886666')).toBe('0571-88886666')
})

describe('a phone is looked at', () => {
  test.each([
    ['1380000882', 'short'],
    ['123', 'short'],
    ['138****8826', 'masked'],
    ['18400001107-8023', 'virtual'],
    ['没有', 'odd'],
    ['1.38E+10', 'odd'],
  ] as const)('%s is %s', (typed, kind) => {
    expect(findPhoneProblem(typed)?.kind).toBe(kind)
  })

  test.each(['', '  ', '138 0000 8826', '+86 13800008826', '0571-88886666', '400-123-4567'])(
    '%s is fine',
    typed => {
      expect(findPhoneProblem(typed)).toBeNull()
    },
  )

  test('and the digits of a short one are counted', () => {
    expect(findPhoneProblem('138 0000 882')?.digitCount).toBe(10)
  })
})

test('the timeline holds everything of the file, the newest first', () => {
  const file = exampleFile({
    contactRefusedOn: day('2026-10-12'),
    orders: [
      exampleOrder(3, '2026-11-01', 100, { status: 'unpaid', isCounted: false }),
      exampleOrder(2, '2026-08-16', -500, { isCancellation: true, isCounted: false }),
      exampleOrder(1, '2026-08-16', 500),
    ],
    openingBalances: [
      {
        openingBalanceId: 1,
        platform: '',
        shop: '',
        orderCount: 4,
        spendMinor: 90_000,
        returnCount: 0,
        firstOn: null,
        lastOn: null,
        coversUntilOn: day('2023-12-31'),
      },
    ],
  })
  const records = [
    { entryId: 1, entry: { kind: 'service' as const, happenedOn: day('2026-10-30'), note: '来电' } },
    {
      entryId: 2,
      entry: {
        ...{ kind: 'person' as const, name: '林样一', jobTitle: null, phone: null, birthOn: null },
        ...{ education: null, interests: null, character: null },
      },
    },
  ]
  expect(timelineOf(file, records).map(event => [event.kind, event.day])).toEqual([
    ['uncounted', '2026-11-01'],
    ['entry', '2026-10-30'],
    ['refused', '2026-10-12'],
    ['cancellation', '2026-08-16'],
    ['order', '2026-08-16'],
    ['created', '2024-01-05'],
    ['balance', '2023-12-31'],
  ])
})
