import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import type { FieldValueKind } from './field.ts'

/** What a field that is filtered by holds, which says how it can be tested. */
export type FilterKind =
  | 'text'
  | 'one'
  | 'many'
  | 'segment'
  | 'day'
  | 'birthday'
  | 'number'
  | 'money'
  | 'picture'

/**
 * The fields of every customer that can be filtered by. `region` values are province, city and district joined by `/`,
 * `segment` values a rule set and one of its segments joined likewise, `tag` values keys of tags, `birthday` values months.
 */
export const filterFields = {
  name: 'text',
  archiveNumber: 'text',
  phone: 'text',
  address: 'text',
  region: 'one',
  tag: 'many',
  cardType: 'one',
  segment: 'segment',
  lastOn: 'day',
  firstOn: 'day',
  orderCount: 'number',
  spendMinor: 'money',
  returnCount: 'number',
  kind: 'one',
  gender: 'one',
  birthday: 'birthday',
  birthOn: 'day',
  occupation: 'text',
  source: 'text',
  contactRefusedOn: 'day',
  email: 'text',
  wechat: 'text',
  note: 'text',
  legacyNumber: 'text',
  createdOn: 'day',
  updatedOn: 'day',
} as const satisfies Record<string, FilterKind>
/** A field of every customer that can be filtered by. */
export type CardFilterField = keyof typeof filterFields

/** A field that is filtered by: of every customer, or `field:<id>` beyond the default card. */
export const FilterField = z.union([
  z.enum(Object.keys(filterFields) as [CardFilterField, ...CardFilterField[]]),
  z.templateLiteral(['field:', z.int().positive()]),
])
/** A field that is filtered by: of every customer, or `field:<id>` beyond the default card. */
export type FilterField = z.infer<typeof FilterField>

/** How fields beyond the default card are filtered. */
export const filterKindOf = {
  text: 'text',
  number: 'number',
  money: 'money',
  day: 'day',
  choice: 'one',
  choices: 'many',
  'yes-no': 'one',
  image: 'picture',
} as const satisfies Record<FieldValueKind, FilterKind>

const days = z.int().min(0).max(36_500)

/**
 * One condition. Days count from the reference day, that day included on both sides; `between` includes both ends, null is open.
 * `lacks`, `is-not`, `none-of` and `not-last-days` hold wherever their opposite does not, so also without any value.
 * Units: minor units for money.
 */
export const FilterCondition = z.discriminatedUnion('test', [
  z.object({
    field: FilterField,
    test: z.enum(['contains', 'lacks', 'begins', 'is', 'is-not']),
    text: z.string().trim().min(1).max(200),
  }),
  z.object({
    field: FilterField,
    test: z.enum(['any-of', 'all-of', 'none-of']),
    values: z
      .array(z.union([z.string().max(200), z.int()]))
      .min(1)
      .max(200),
  }),
  z.object({
    field: FilterField,
    test: z.literal('number-between'),
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  z.object({
    field: FilterField,
    test: z.literal('day-between'),
    from: CalendarDate.nullable(),
    to: CalendarDate.nullable(),
  }),
  z.object({ field: FilterField, test: z.enum(['last-days', 'not-last-days', 'next-days']), days }),
  z.object({ field: FilterField, test: z.enum(['empty', 'filled']) }),
])
/** One condition of a filter. */
export type FilterCondition = z.infer<typeof FilterCondition>
/** How a field is tested. */
export type FilterTest = FilterCondition['test']

/** The tests of each kind of field, the most usual first. */
export const testsOfKind = {
  text: ['contains', 'lacks', 'is', 'is-not', 'begins', 'filled', 'empty'],
  one: ['any-of', 'none-of', 'filled', 'empty'],
  many: ['any-of', 'all-of', 'none-of', 'filled', 'empty'],
  segment: ['any-of', 'none-of'],
  day: ['last-days', 'not-last-days', 'next-days', 'day-between', 'filled', 'empty'],
  birthday: ['next-days', 'any-of', 'filled', 'empty'],
  number: ['number-between', 'filled', 'empty'],
  money: ['number-between', 'filled', 'empty'],
  picture: ['filled', 'empty'],
} as const satisfies Record<FilterKind, readonly FilterTest[]>

const mostParts = 20

/**
 * Conditions in groups. `all`: every group must hold, a group holds when any of its conditions does. `any`: the other way
 * round.
 */
export const CustomerFilter = z.object({
  match: z.enum(['all', 'any']),
  groups: z.array(z.array(FilterCondition).min(1).max(mostParts)).min(1).max(mostParts),
})
/** Conditions in groups. */
export type CustomerFilter = z.infer<typeof CustomerFilter>

/** Lists the keys of the tags that a filter asks for. */
export function tagsAskedFor({ groups }: CustomerFilter): ReadonlySet<number> {
  const ofTags = groups.flat().filter(({ field }) => field === 'tag')
  return new Set(ofTags.flatMap(condition => ('values' in condition ? condition.values.map(Number) : [])))
}

/**
 * Puts one tag in the place of others in the conditions of a filter; the same filter where none of them is asked for.
 *
 * Example: followTags({ match: 'all', groups: [[{ field: 'tag', test: 'any-of', values: [3, 4] }]] }, 4, new Set([3])) asks for 4
 */
export function followTags(
  filter: CustomerFilter,
  intoId: number,
  gone: ReadonlySet<number>,
): CustomerFilter {
  const follow = (condition: FilterCondition) => followTag(condition, intoId, gone)
  return { ...filter, groups: filter.groups.map(group => group.map(follow)) }
}

/** Puts one tag in the place of others in a condition; the same condition where none of them is asked for. */
export function followTag(
  condition: FilterCondition,
  intoId: number,
  gone: ReadonlySet<number>,
): FilterCondition {
  const isGone = (value: unknown) => typeof value === 'number' && gone.has(value)
  if (condition.field !== 'tag' || !('values' in condition) || !condition.values.some(isGone))
    return condition
  const values = condition.values.map(value => (isGone(value) ? intoId : value))
  return { ...condition, values: [...new Set(values)] }
}

/**
 * Adds conditions that must hold besides. Empty: null where a filter takes no more.
 *
 * Example: narrowFilter({ match: 'any', groups: [[a], [b]] }, [c]) -> { match: 'any', groups: [[a, c], [b, c]] }
 */
export function narrowFilter(
  filter: CustomerFilter | null,
  more: readonly FilterCondition[],
): CustomerFilter | null {
  const groups =
    filter?.match === 'any'
      ? filter.groups.map(group => [...group, ...more])
      : [...(filter?.groups ?? []), ...more.map(condition => [condition])]
  const isTooLong = groups.length > mostParts || groups.some(group => group.length > mostParts)
  return isTooLong ? null : { match: filter?.match ?? 'all', groups }
}

/** A filter with the day from which its days are counted. */
export const FilterRequest = z.object({ filter: CustomerFilter, asOf: CalendarDate })
/** A filter with the day from which its days are counted. */
export type FilterRequest = z.infer<typeof FilterRequest>

/**
 * How many customers a filter finds, and how many it would find without each of its groups.
 *
 * Shape: `withoutGroup` in the order of the groups.
 */
export const FilterCount = z.object({ count: z.int(), withoutGroup: z.array(z.int()) })
/** How many customers a filter finds, and how many it would find without each of its groups. */
export type FilterCount = z.infer<typeof FilterCount>

/** Tells whether a filter asks for segments, for which all customers have to be scored. */
export function usesSegments({ groups }: CustomerFilter): boolean {
  return groups.some(group => group.some(({ field }) => field === 'segment'))
}

/** The key of a field beyond the default card. Empty: null for a field of every customer. */
export function ownFieldId(field: FilterField): number | null {
  return field.startsWith('field:') ? Number(field.slice('field:'.length)) : null
}
