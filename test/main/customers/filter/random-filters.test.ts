import { afterAll, beforeAll, expect, test } from 'vitest'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { scoresOf, segmentMembersOf } from '#main/analytics/segment-members.service.ts'
import { CustomerFilters } from '#main/customers/filter/customer-filters.ts'
import { CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import {
  type CustomerFilter,
  type FilterCondition,
  type FilterField,
  type FilterKind,
  FilterRequest,
  filterFields,
  testsOfKind,
} from '#shared/domain/customer-filter.ts'
import { toSearchText } from '#shared/domain/text.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'
import { fillPeople, type Person, peopleOf, sampleTexts } from './sample-people.ts'

/*
 * Random filters over random customers: what the statements find must be what a plain loop over all customers finds, which
 * knows nothing of SQL.
 */
const asOf = CalendarDate.parse('2026-02-20')
const ownKinds: Readonly<Record<string, FilterKind>> = {
  'field:1': 'text',
  'field:4': 'one',
  'field:20': 'many',
  'field:21': 'day',
  'field:901': 'number',
  'field:902': 'money',
}
const kinds: Readonly<Record<string, FilterKind>> = { ...filterFields, ...ownKinds }
const people = peopleOf(400, 7)

let database: TestDatabase
let filters: CustomerFilters
let segmentOf: ReadonlyMap<number, string>
beforeAll(() => {
  database = openTestDatabase()
  fillPeople(database.db, people)
  const analyst = new RfmAnalyst(database.readable)
  filters = new CustomerFilters(database.readable, segmentMembersOf(analyst))
  const result = analyst.analyse({ asOf, period: { kind: 'all' }, ruleSetCode: 'classic-eight' })
  segmentOf = new Map(
    [...result.columns.customerIds].map((id, index) => [id, scoresOf(result, index).segmentCode]),
  )
})
afterAll(() => database.close())

type Value = string | number
const day = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

/** All that a customer has of a field, in the words of the filter. */
function valuesOf(person: Person, field: string): readonly Value[] {
  const one = (value: Value | null | undefined) => (value === null || value === undefined ? [] : [value])
  if (field.startsWith('field:')) return person.own[field.slice(6)] ?? []
  switch (field) {
    case 'phone':
    case 'address':
    case 'email':
    case 'wechat':
      return person.points.filter(point => point.kind === field).map(point => point.value)
    case 'region':
      return person.points.flatMap(({ region }) => (region ? [region.join('/')] : []))
    case 'tag':
      return person.tagIds
    case 'segment':
      return [`classic-eight/${segmentOf.get(person.customerId) ?? 'no-purchase'}`]
    case 'createdOn':
      return [day(person.createdAt)]
    case 'updatedOn':
      return [day(person.updatedAt)]
    case 'birthday':
      return person.birthOn && person.birthOn.length >= 7 && !/^\d{4}-\d\d$/.test(person.birthOn)
        ? [person.birthOn.slice(-5)]
        : []
    default:
      return one(person.columns[field])
  }
}

/** Which numbers are dialled: spaces and dashes of a phone do not count. */
function textHolds(value: Value, field: string, test: FilterCondition['test'], text: string): boolean {
  const holds = (whole: string, part: string) => {
    if (test === 'contains') return whole.includes(part)
    return test === 'begins' ? whole.startsWith(part) : whole === part
  }
  const [whole, part] = [toSearchText(String(value)), toSearchText(text)]
  const isNumber = field === 'phone' && /^[\d\s-]*\d[\d\s-]*$/.test(part)
  return holds(whole, part) || (isNumber && holds(whole.replace(/[\s-]/g, ''), part.replace(/[\s-]/g, '')))
}

function isWithinDays(value: string, from: string | null, to: string | null): boolean {
  return (from === null || value >= from) && (to === null || value <= to)
}

/** The day on which a birthday is kept next, from the reference day on. */
function daysToBirthday(monthAndDay: string): number {
  for (const year of [2026, 2027]) {
    const isLeapDay = monthAndDay === '02-29'
    const kept = CalendarDate.parse(isLeapDay ? `${year}-02-28` : `${year}-${monthAndDay}`)
    if (kept >= asOf) return daysBetween(asOf, kept)
  }
  return Number.POSITIVE_INFINITY
}

function holds(person: Person, condition: FilterCondition): boolean {
  const { field, test: how } = condition
  const values = valuesOf(person, field)
  switch (condition.test) {
    case 'contains':
    case 'begins':
    case 'is':
      return values.some(value => textHolds(value, field, condition.test, condition.text))
    case 'lacks':
      return !values.some(value => textHolds(value, field, 'contains', condition.text))
    case 'is-not':
      return !values.some(value => textHolds(value, field, 'is', condition.text))
    case 'any-of':
    case 'none-of': {
      const isListed = (value: Value) => {
        if (field === 'birthday')
          return condition.values.map(Number).includes(Number(String(value).slice(0, 2)))
        if (field !== 'region') return condition.values.includes(value)
        return condition.values.some(path => `${value}/`.startsWith(`${path}/`))
      }
      const isAny =
        field === 'birthday' && /^\d{4}-\d\d$/.test(String(person.birthOn))
          ? condition.values.map(Number).includes(Number(String(person.birthOn).slice(5)))
          : values.some(isListed)
      return isAny === (how === 'any-of')
    }
    case 'all-of':
      return condition.values.every(value => values.includes(value))
    case 'number-between':
      return values.some(
        value =>
          (condition.from === null || Number(value) >= condition.from) &&
          (condition.to === null || Number(value) <= condition.to),
      )
    case 'day-between':
      return daysIn(person, field).some(value => isWithinDays(value, condition.from, condition.to))
    case 'last-days':
    case 'not-last-days':
    case 'next-days': {
      if (field === 'birthday') return values.some(value => daysToBirthday(String(value)) <= condition.days)
      const distances = daysIn(person, field).map(value => daysBetween(asOf, CalendarDate.parse(value)))
      if (condition.test === 'next-days') return distances.some(at => at >= 0 && at <= condition.days)
      return distances.some(at => at <= 0 && -at <= condition.days) === (how === 'last-days')
    }
    case 'filled':
      return values.length > 0
    case 'empty':
      return values.length === 0
  }
}

/** A birth date of which only the year or the month is known counts from its first day. */
function daysIn(person: Person, field: string): string[] {
  const values = valuesOf(person, field).map(String)
  if (field !== 'birthOn') return values
  return values.filter(value => !value.startsWith('--')).map(value => `${value}-01-01`.slice(0, 10))
}

const found = (filter: CustomerFilter) => {
  const marks = filters.find({ filter, asOf })
  return people.flatMap(({ customerId }) => (marks[customerId] === 1 ? [customerId] : []))
}

const expected = ({ match, groups }: CustomerFilter) =>
  people.flatMap(person => {
    const of = groups.map(group =>
      match === 'all' ? group.some(one => holds(person, one)) : group.every(one => holds(person, one)),
    )
    const isFound = match === 'all' ? of.every(Boolean) : of.some(Boolean)
    return isFound && !person.isDeleted ? [person.customerId] : []
  })

const randomValue = (random: SeededRandom, field: string): Value =>
  random.pick(people.flatMap(person => valuesOf(person, field)))

function randomCondition(random: SeededRandom): FilterCondition {
  const field = random.pick(Object.keys(kinds)) as FilterField
  const test = random.pick(testsOfKind[kinds[field] ?? 'text'])
  switch (test) {
    case 'contains':
    case 'lacks':
    case 'begins':
    case 'is':
    case 'is-not': {
      const whole = [...String(randomValue(random, field))]
      const start = test === 'contains' ? random.below(whole.length) : 0
      const part = whole
        .slice(start, test.startsWith('is') ? undefined : start + 1 + random.below(3))
        .join('')
      return { field, test, text: random.chance(20) ? random.pick(sampleTexts) : part.trim() || '样' }
    }
    case 'any-of':
    case 'all-of':
    case 'none-of': {
      const value = () => {
        if (field === 'birthday') return 1 + random.below(12)
        const one = randomValue(random, field)
        if (field !== 'region') return one
        return String(one)
          .split('/')
          .slice(0, 1 + random.below(3))
          .join('/')
      }
      return { field, test, values: Array.from({ length: 1 + random.below(3) }, value) }
    }
    case 'number-between': {
      const [from = 0, to = 0] = [
        Number(randomValue(random, field)),
        Number(randomValue(random, field)),
      ].sort((a, b) => a - b)
      return { field, test, from: random.chance(20) ? null : from, to: random.chance(20) ? null : to }
    }
    case 'day-between': {
      const dayOf = () => `${randomValue(random, field)}-01-01`.slice(0, 10)
      const [from = '', to = ''] = [dayOf(), dayOf()]
        .map(text => (text.startsWith('-') ? '1990-01-01' : text))
        .sort()
      return {
        ...{ field, test },
        from: random.chance(20) ? null : CalendarDate.parse(from),
        to: random.chance(20) ? null : CalendarDate.parse(to),
      }
    }
    case 'last-days':
    case 'not-last-days':
    case 'next-days':
      return { field, test, days: random.pick([0, 1, 7, 8, 30, 90, 400, 9000]) }
    default:
      return { field, test }
  }
}

const randomFilter = (random: SeededRandom): CustomerFilter => ({
  match: random.pick(['all', 'any'] as const),
  groups: Array.from({ length: 1 + random.below(3) }, () =>
    Array.from({ length: 1 + random.below(3) }, () => randomCondition(random)),
  ),
})

test('every condition alone finds whom a plain loop over all customers finds', () => {
  let foundSome = 0
  for (let seed = 1; seed <= 900; seed++) {
    const filter: CustomerFilter = { match: 'all', groups: [[randomCondition(new SeededRandom(seed))]] }
    const wanted = expected(filter)
    expect(found(filter), JSON.stringify(filter)).toEqual(wanted)
    if (wanted.length > 0 && wanted.length < 300) foundSome++
  }
  // The loop would prove nothing if the conditions found all or nobody.
  expect(foundSome).toBeGreaterThan(300)
})

test('conditions in groups combine as a plain loop combines them, all and any, and count the same without each group', () => {
  for (let seed = 5001; seed <= 5250; seed++) {
    const filter = randomFilter(new SeededRandom(seed))
    expect(FilterRequest.safeParse({ filter, asOf }).success, JSON.stringify(filter)).toBe(true)
    const wanted = expected(filter)
    expect(found(filter), JSON.stringify(filter)).toEqual(wanted)
    const { count, withoutGroup } = filters.count({ filter, asOf })
    expect(count).toBe(wanted.length)
    const without = filter.groups.map((_, at) => {
      const groups = filter.groups.filter((__, index) => index !== at)
      return groups.length > 0
        ? expected({ ...filter, groups }).length
        : people.filter(({ isDeleted }) => !isDeleted).length
    })
    expect(withoutGroup, JSON.stringify(filter)).toEqual(without)
  }
})
