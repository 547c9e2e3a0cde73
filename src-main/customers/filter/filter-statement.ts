import type { SqlValue } from '#main/database/sql-value.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  type CardFilterField,
  type FilterCondition,
  type FilterField,
  type FilterKind,
  filterFields,
  ownFieldId,
  testsOfKind,
} from '#shared/domain/customer-filter.ts'
import { startOfDay } from '#shared/domain/day-in.ts'
import { toPhoneKey, toSearchText } from '#shared/domain/text.ts'
import { birthdaysWithin } from './birthdays-within.ts'
import {
  type CustomerColumn,
  type FilterStatement,
  filterSql,
  type PointKind,
  type TextTest,
  type TotalColumn,
} from './filter.queries.ts'

/** From which day days are counted, where the shop is, and what the fields beyond the default card hold. */
export type FilterFacts = {
  readonly asOf: CalendarDate
  readonly timeZone: string
  readonly kindOfOwn: (fieldId: number) => FilterKind | undefined
}

/** A condition as a statement; `isNot`: it holds for those whom the statement does not find. */
export type StatementOf = FilterStatement & { readonly isNot: boolean }

const customerColumns: Partial<Record<CardFilterField, CustomerColumn>> = {
  name: 'name',
  archiveNumber: 'archive_number',
  kind: 'kind',
  cardType: 'card_type',
  gender: 'gender',
  occupation: 'occupation',
  source: 'source',
  note: 'note',
  legacyNumber: 'legacy_number',
  contactRefusedOn: 'contact_refused_on',
}
const pointKinds: Partial<Record<CardFilterField, PointKind>> = {
  phone: 'phone',
  address: 'address',
  email: 'email',
  wechat: 'wechat',
}
const totalColumns: Partial<Record<CardFilterField, TotalColumn>> = {
  orderCount: 'order_count',
  spendMinor: 'spend_minor',
  returnCount: 'return_count',
  firstOn: 'first_on',
  lastOn: 'last_on',
}
const instants = { createdOn: 'created_at', updatedOn: 'updated_at' } as const

const firstDay = '0001-01-01'
const lastDay = '9999-12-31'
const negative = new Set(['lacks', 'is-not', 'none-of', 'not-last-days', 'empty'])
const textTests: Partial<Record<FilterCondition['test'], TextTest>> = {
  contains: 'contains',
  lacks: 'contains',
  begins: 'begins',
  is: 'is',
  'is-not': 'is',
}

/**
 * Makes the statement of a condition; segments are not for statements and are left to the caller.
 *
 * Errors: filter-invalid (with the `field`) for a field that is not on the form, or a test that does not fit what it holds.
 */
export function statementOf(condition: FilterCondition, facts: FilterFacts): StatementOf {
  const { field, test } = condition
  const kind = kindOf(field, facts)
  if (!kind || !(testsOfKind[kind] as readonly string[]).includes(test))
    throw new AppError('filter-invalid', { field })
  const fieldId = ownFieldId(field)
  const made =
    fieldId === null
      ? statementOfCard(field as CardFilterField, kind, condition, facts)
      : statementOfOwn(fieldId, condition, facts)
  return { ...made, isNot: negative.has(test) }
}

function kindOf(field: FilterField, { kindOfOwn }: FilterFacts): FilterKind | undefined {
  const fieldId = ownFieldId(field)
  return fieldId === null ? filterFields[field as CardFilterField] : kindOfOwn(fieldId)
}

const make = (sql: string, ...values: SqlValue[]): FilterStatement => ({ sql, values })
const json = (values: readonly (string | number)[]) => JSON.stringify(values)

function statementOfCard(
  field: CardFilterField,
  kind: FilterKind,
  condition: FilterCondition,
  facts: FilterFacts,
): FilterStatement {
  const point = pointKinds[field]
  if (point) return statementOfPoint(point, condition)
  const total = totalColumns[field]
  if (total) return statementOfTotal(total, condition, facts)
  switch (field) {
    case 'region':
      return 'values' in condition
        ? make(filterSql.region, ...Array(3).fill(json(condition.values)))
        : make(filterSql.regionKnown)
    case 'tag':
      return statementOfTag(condition)
    case 'birthOn':
      return 'from' in condition || 'days' in condition
        ? make(filterSql.birthDay, ...daysOf(condition, facts))
        : make(filterSql.birthKnown)
    case 'birthday':
      return statementOfBirthday(condition, facts)
    case 'createdOn':
    case 'updatedOn':
      return statementOfInstant(instants[field], condition, facts)
  }
  const column = customerColumns[field]
  if (!column) throw new AppError('filter-invalid', { field })
  if ('text' in condition)
    return make(filterSql.text(column, textTestOf(condition)), toSearchText(condition.text))
  if ('values' in condition) return make(filterSql.code(column), json(condition.values))
  if (kind === 'day' && column === 'contact_refused_on' && ('from' in condition || 'days' in condition))
    return make(filterSql.day(column), ...daysOf(condition, facts))
  return make(filterSql.filled(column))
}

const textTestOf = ({ test }: FilterCondition): TextTest => textTests[test] ?? 'contains'

function statementOfPoint(kind: PointKind, condition: FilterCondition): FilterStatement {
  if (!('text' in condition)) return make(filterSql.pointKnown, kind)
  const test = textTestOf(condition)
  const text = toSearchText(condition.text)
  const digits = test === 'is' ? toPhoneKey(text) : text.replace(/\D/g, '')
  const isNumber = kind === 'phone' && digits !== '' && /^[\d\s()+-]+$/.test(text)
  return isNumber ? make(filterSql.phone(test), digits, text) : make(filterSql.point(test), kind, text)
}

function statementOfTotal(
  column: TotalColumn,
  condition: FilterCondition,
  facts: FilterFacts,
): FilterStatement {
  if (condition.test === 'number-between') return make(filterSql.total(column), ...numbersOf(condition))
  if ('from' in condition || 'days' in condition)
    return make(filterSql.total(column), ...daysOf(condition, facts))
  return make(filterSql.totalKnown(column))
}

function statementOfTag(condition: FilterCondition): FilterStatement {
  if (!('values' in condition)) return make(filterSql.tagged)
  const tags = [...new Set(condition.values)]
  return condition.test === 'all-of'
    ? make(filterSql.allTags, json(tags), tags.length)
    : make(filterSql.anyTag, json(tags))
}

function statementOfBirthday(condition: FilterCondition, { asOf }: FilterFacts): FilterStatement {
  if ('days' in condition) return make(filterSql.birthday, json(birthdaysWithin(asOf, condition.days)))
  if (!('values' in condition)) return make(filterSql.birthdayKnown)
  return make(filterSql.birthMonth, json(condition.values.map(month => String(month).padStart(2, '0'))))
}

function statementOfInstant(
  column: 'created_at' | 'updated_at',
  condition: FilterCondition,
  facts: FilterFacts,
): FilterStatement {
  const [first, last] = 'from' in condition || 'days' in condition ? daysOf(condition, facts) : allDays
  const end = last === lastDay ? '9999' : startOfDay(facts.timeZone, addDays(last, 1))
  return make(filterSql.instant(column), first === firstDay ? '' : startOfDay(facts.timeZone, first), end)
}

function statementOfOwn(fieldId: number, condition: FilterCondition, facts: FilterFacts): FilterStatement {
  if ('text' in condition)
    return make(filterSql.ownText(textTestOf(condition)), fieldId, toSearchText(condition.text))
  if (condition.test === 'all-of') {
    const values = [...new Set(condition.values)]
    return make(filterSql.ownAll, fieldId, json(values), values.length)
  }
  if ('values' in condition) return make(filterSql.ownAny, fieldId, json(condition.values))
  if (condition.test === 'number-between') return make(filterSql.ownBetween, fieldId, ...numbersOf(condition))
  if ('from' in condition || 'days' in condition)
    return make(filterSql.ownBetween, fieldId, ...daysOf(condition, facts))
  return make(filterSql.ownKnown, fieldId)
}

type DayCondition = Extract<FilterCondition, { days: number } | { from: unknown }>
const allDays = [firstDay as CalendarDate, lastDay as CalendarDate] as const

/** First and last day of a condition; both belong to it. */
function daysOf(condition: DayCondition, { asOf }: FilterFacts): readonly [CalendarDate, CalendarDate] {
  if (condition.test === 'day-between') return [condition.from ?? allDays[0], condition.to ?? allDays[1]]
  if (!('days' in condition)) return allDays
  if (condition.test === 'next-days') return [asOf, shifted(asOf, condition.days)]
  return [shifted(asOf, -condition.days), asOf]
}

function shifted(day: CalendarDate, days: number): CalendarDate {
  try {
    return addDays(day, days)
  } catch {
    return days < 0 ? allDays[0] : allDays[1]
  }
}

function numbersOf({ from, to }: { readonly from: unknown; readonly to: unknown }): [number, number] {
  const number = (value: unknown, open: number) => (typeof value === 'number' ? value : open)
  return [number(from, -Number.MAX_SAFE_INTEGER), number(to, Number.MAX_SAFE_INTEGER)]
}
