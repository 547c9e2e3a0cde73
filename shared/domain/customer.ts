import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { FieldValues } from './field-value.ts'
import { isIdNumber } from './id-number.ts'
import { Region, RegionNames } from './region.ts'

/** Row key of a customer; positive, never reused. */
export const CustomerId = z.int().positive()
export type CustomerId = z.infer<typeof CustomerId>

export const CustomerKind = z.enum(['individual', 'company'])
export type CustomerKind = z.infer<typeof CustomerKind>

/** State of one life-long file: 潜在客户调查卡, 现有客户卡, 旧客户卡. */
export const CardType = z.enum(['lead', 'active', 'former'])
export type CardType = z.infer<typeof CardType>

export const Gender = z.enum(['female', 'male'])
export type Gender = z.infer<typeof Gender>

/**
 * A birth date as far as it is known: YYYY, YYYY-MM, YYYY-MM-DD, or --MM-DD without the year.
 *
 * Errors: issue `birth-date-invalid` for anything else, e.g. 2026-02-30.
 * Example: BirthDate.safeParse('1988-03-09').success -> true; BirthDate.safeParse('--02-30').success -> false
 */
export const BirthDate = z.string().refine(isBirthDate, { error: 'birth-date-invalid' })

function isBirthDate(text: string): boolean {
  const full = /^(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})-(\d{2}))$/.exec(text)
  if (!full) return false
  const [, year, month, day, yearlessMonth, yearlessDay] = full
  const monthText = month ?? yearlessMonth ?? '01'
  const dayText = day ?? yearlessDay ?? '01'
  return CalendarDate.safeParse(`${year ?? '2000'}-${monthText}-${dayText}`).success
}

export const ContactPointKind = z.enum(['phone', 'address', 'email', 'wechat'])
export type ContactPointKind = z.infer<typeof ContactPointKind>

/** One way to reach a customer, as it is shown. */
export const ContactPoint = z.object({
  kind: ContactPointKind,
  value: z.string().trim().min(1, { error: 'required' }).max(500, { error: 'too-long' }),
  /** The region of an address where it was just picked by hand; else it is read out of the text. */
  correctedRegion: RegionNames.optional(),
})
export type ContactPoint = z.infer<typeof ContactPoint>

/** A contact point of a card. An address has its region: as it is stored, else as its text says. */
export const StoredContactPoint = ContactPoint.pick({ kind: true, value: true }).extend({
  region: Region.optional(),
})
export type StoredContactPoint = z.infer<typeof StoredContactPoint>

/**
 * A resident ID number as a form sends it: a whole one, or the masked text that it was given, which leaves the stored one
 * as it is.
 *
 * Errors: issue `id-number-invalid` for a text that is neither.
 */
export const TypedIdNumber = z
  .string()
  .max(30, { error: 'too-long' })
  .refine(text => text.includes('*') || isIdNumber(text), { error: 'id-number-invalid' })

const optionalText = (max: number) => z.string().trim().max(max, { error: 'too-long' }).nullable()

/** How many tags a card holds. */
export const mostTags = 50

/**
 * What the entry form holds: the default card (客户姓名、性别、出生时期、职业、联系电话、住址、电子邮箱) and a few more.
 * The archive number is given by the archive and is not part of it. Issue messages are codes of the catalogue (`field-issue.<code>`).
 */
export const CustomerDraft = z.object({
  kind: CustomerKind,
  cardType: CardType,
  name: z.string().trim().min(1, { error: 'required' }).max(200, { error: 'too-long' }),
  gender: Gender.nullable(),
  birthOn: BirthDate.nullable(),
  idNumber: TypedIdNumber.nullable(),
  occupation: optionalText(100),
  source: optionalText(100),
  note: optionalText(10_000),
  contactRefusedOn: CalendarDate.nullable(),
  contactPoints: z.array(ContactPoint).max(50),
  tags: z.array(z.string().trim().min(1, { error: 'required' }).max(50, { error: 'too-long' })).max(mostTags),
  /** Values of the fields beyond the default card. */
  fields: FieldValues,
})
export type CustomerDraft = z.infer<typeof CustomerDraft>

/** Sums over a customer's counted orders and opening balances. Units: minor units of the archive's currency. */
export const CustomerTotal = z.object({
  orderCount: z.int(),
  spendMinor: z.int(),
  returnCount: z.int(),
  firstOn: CalendarDate.nullable(),
  lastOn: CalendarDate.nullable(),
})
export type CustomerTotal = z.infer<typeof CustomerTotal>

/** One line of the customer list. */
export const CustomerRow = z.object({
  customerId: CustomerId,
  archiveNumber: z.string(),
  kind: CustomerKind,
  cardType: CardType,
  name: z.string(),
  gender: Gender.nullable(),
  birthOn: z.string().nullable(),
  occupation: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  email: z.string().nullable(),
  tags: z.array(z.string()),
  isContactRefused: z.boolean(),
  total: CustomerTotal,
  /** Percent of what the card asks for. */
  completeness: z.int().min(0).max(100),
  /** The newest day for which the file is known to be right: of a confirmation, of a document, or of its creation. */
  knownOn: CalendarDate,
})
export type CustomerRow = z.infer<typeof CustomerRow>

/** A line of the list like a sheet: with all that its columns may show. `region`: of the address that is shown first. */
export const CustomerListRow = CustomerRow.extend({
  wechat: z.string().nullable(),
  source: z.string().nullable(),
  contactRefusedOn: CalendarDate.nullable(),
  region: RegionNames.nullable(),
  /** Values of those fields beyond the default card that were asked for. */
  fields: FieldValues,
})
export type CustomerListRow = z.infer<typeof CustomerListRow>

/** Columns by which the customer list can be sorted; `name` is by pinyin, `nameStrokes` by the number of strokes. */
export const CustomerSortColumn = z.enum([
  'archiveNumber',
  'name',
  'nameStrokes',
  'gender',
  'birthOn',
  'occupation',
  'phone',
  'address',
  'email',
  'lastOn',
  'orderCount',
  'spendMinor',
  'updatedAt',
  'completeness',
  'knownOn',
])
export type CustomerSortColumn = z.infer<typeof CustomerSortColumn>
