import { describe, expect, it } from 'vitest'
import {
  ageBandsOn,
  firstBirthDay,
  namesOfAgeBands,
  noBirthDay,
} from '#main/analytics/composition/age-bands.ts'
import { composeRows, indexWords } from '#main/analytics/composition/composition-rows.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayOf } from '#test/main/analytics/sample-shop.ts'

const on = (text: string) => CalendarDate.parse(text)
const ages = [18, 25, 65]

describe('age bands', () => {
  it('D16: an age is reached on the birthday, on the asked day and not today', () => {
    const bandsOn = (day: string) =>
      [...ageBandsOn([dayOf('2008-11-22')], on(day), ages)].map(band => namesOfAgeBands(ages)[band])
    expect(bandsOn('2026-11-21')).toEqual(['0-17'])
    expect(bandsOn('2026-11-22')).toEqual(['18-24'])
    expect(bandsOn('2033-11-21')).toEqual(['18-24'])
    expect(bandsOn('2033-11-22')).toEqual(['25-64'])
    expect(bandsOn('2073-11-22')).toEqual(['65+'])
  })

  it('D16: who was born on 29 February is a year older on 1 March', () => {
    const bandOn = (day: string) => ageBandsOn([dayOf('2008-02-29')], on(day), [18])[0]
    expect([bandOn('2026-02-28'), bandOn('2026-03-01')]).toEqual([0, 1])
  })

  it('D16: without day or month the first one counts; without a year, before the birth or after 120 years it is not known', () => {
    expect([firstBirthDay('1988'), firstBirthDay('1988-03'), firstBirthDay('1988-03-09')]).toEqual([
      ...[dayOf('1988-01-01'), dayOf('1988-03-01'), dayOf('1988-03-09')],
    ])
    expect([firstBirthDay('--03-09'), firstBirthDay(null)]).toEqual([noBirthDay, noBirthDay])
    const bands = ageBandsOn(
      [noBirthDay, dayOf('2026-11-23'), dayOf('2026-11-22'), dayOf('1905-11-22'), dayOf('1905-11-23')],
      on('2026-11-22'),
      ages,
    )
    expect([...bands]).toEqual([-1, -1, 0, -1, 3])
  })

  it('D16: bands are settable down to one', () => {
    expect(namesOfAgeBands([])).toEqual(['0+'])
    expect(namesOfAgeBands([18, 65])).toEqual(['0-17', '18-64', '65+'])
  })
})

describe('rows of a composition', () => {
  it('D16: shares are of all, changes of the same unit, and the last row holds those not known', () => {
    const rows = composeRows(
      ['a', 'b'],
      { classOf: [0, 0, 1, -1], spendMinor: [100, 200, -50, 150] },
      { classOf: [0, 1, 1], spendMinor: [50, 0, 350] },
    )
    expect(rows).toEqual([
      {
        key: 'a',
        customers: { now: 2, share: 0.5, before: 1, change: 1 },
        netMinor: { now: 300, share: 0.75, before: 50, change: 250 },
      },
      {
        key: 'b',
        customers: { now: 1, share: 0.25, before: 2, change: -1 },
        netMinor: { now: -50, share: -0.125, before: 350, change: -400 },
      },
      {
        key: null,
        customers: { now: 1, share: 0.25, before: 0, change: 1 },
        netMinor: { now: 150, share: 0.375, before: 0, change: 150 },
      },
    ])
  })

  it('D16: without a period before there is no change, without customers no share', () => {
    const none = { now: 0, share: 0, before: null, change: null }
    expect(composeRows([], { classOf: [], spendMinor: [] }, null)).toEqual([
      { key: null, customers: none, netMinor: none },
    ])
  })

  it('D16: words come by how many have them, equal ones by their text', () => {
    const { keys, classOf } = indexWords(['样例省', null, '示例省', '示例省', '例样省'])
    expect(keys).toEqual(['示例省', '例样省', '样例省'])
    expect([...classOf]).toEqual([2, -1, 0, 0, 1])
  })
})
