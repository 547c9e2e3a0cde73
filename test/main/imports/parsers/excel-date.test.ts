import { describe, expect, it } from 'vitest'
import { toIsoMomentCell, toMomentCell } from '#main/imports/parsers/excel-date.ts'

const MS_PER_DAY = 86_400_000

describe('serial numbers', () => {
  it.each([
    [0, 'date', { date: '1900-01-00' }],
    [1, 'date', { date: '1900-01-01' }],
    [59, 'date', { date: '1900-02-28' }],
    [60, 'date', { date: '1900-02-29' }],
    [61, 'date', { date: '1900-03-01' }],
    [45_366.5625, 'datetime', { datetime: '2024-03-15T13:30:00' }],
    [45_366, 'datetime', { datetime: '2024-03-15T00:00:00' }],
    [0.5, 'time', { time: '12:00:00' }],
    [0.5, 'moment', { time: '12:00:00' }],
    [45_366, 'moment', { date: '2024-03-15' }],
    [45_366.5, 'date', { datetime: '2024-03-15T12:00:00' }],
    [45_365.999_999_9, 'date', { date: '2024-03-15' }],
    [2_958_465, 'date', { date: '9999-12-31' }],
  ] as const)('%d as %s is what Excel shows', (serial, kind, expected) => {
    expect(toMomentCell(serial, kind, false)).toEqual(expected)
  })

  it('count from 1904-01-01 in the other system', () => {
    expect(toMomentCell(0, 'date', true)).toEqual({ date: '1904-01-01' })
    expect(toMomentCell(43_904, 'date', true)).toEqual({ date: '2024-03-15' })
    expect(toMomentCell(0.25, 'time', true)).toEqual({ time: '06:00:00' })
  })

  it('that Excel cannot show as a date stay numbers', () => {
    expect(toMomentCell(-1, 'date', false)).toBe(-1)
    expect(toMomentCell(2_958_466, 'date', false)).toBe(2_958_466)
    expect(toMomentCell(20_240_315, 'date', false)).toBe(20_240_315)
  })

  it('give the same dates as the calendar of the runtime, from 1900-03-01 to 2300', () => {
    for (let serial = 61; serial < 146_200; serial += 7) {
      const date = new Date((serial - 25_569) * MS_PER_DAY).toISOString().slice(0, 10)
      expect(toMomentCell(serial, 'date', false)).toEqual({ date })
    }
  })
})

describe('ISO date cells', () => {
  it.each([
    ['2024-03-15', 'date', { date: '2024-03-15' }],
    ['2024-03-15T00:00:00', 'date', { date: '2024-03-15' }],
    ['2024-03-15T00:00:00', 'number', { datetime: '2024-03-15T00:00:00' }],
    ['2024-03-15T12:30:00.000Z', 'number', { datetime: '2024-03-15T12:30:00' }],
    ['12:30:00.000Z', 'number', { time: '12:30:00' }],
    ['12:30', 'number', { time: '12:30:00' }],
    ['PT1H', 'number', 'PT1H'],
  ] as const)('%s under %s', (text, kind, expected) => {
    expect(toIsoMomentCell(text, kind)).toEqual(expected)
  })
})
