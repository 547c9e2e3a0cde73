import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { FinancialStatement, RatioReading, RatioReadings, type StatementItem } from './credit-ratios.ts'
import { CustomerId } from './customer.ts'

/** Sheets by which credit is judged. The source names them only; their items are proposals that can be changed. */
export const CreditSheet = z.enum(['5c', '5p', '6a'])
export type CreditSheet = z.infer<typeof CreditSheet>

/** The items that each sheet begins with, as codes of the catalogue (R4). */
export const sheetItems = {
  '5c': ['character', 'capacity', 'capital', 'collateral', 'conditions'],
  '5p': ['people', 'purpose', 'payment', 'protection', 'perspective'],
  '6a': ['economic', 'technical', 'managerial', 'organizational', 'commercial', 'financial'],
} as const satisfies Record<CreditSheet, readonly string[]>

const words = (most: number) =>
  z.string().trim().min(1, { error: 'required' }).max(most, { error: 'too-long' })
const remark = z.string().trim().max(2000, { error: 'too-long' }).nullable()

/** An item of a sheet: a code until it is renamed. Units: weight 0 to 100, score 0 to 100; null while it was not judged. */
export const SheetItem = z.object({
  code: z.string().max(40).nullable(),
  name: z.string().trim().min(1, { error: 'required' }).max(60, { error: 'too-long' }).nullable(),
  weight: z.int().min(0, { error: 'invalid' }).max(100, { error: 'invalid' }),
  score: z.number().min(0, { error: 'invalid' }).max(100, { error: 'invalid' }).nullable(),
})
export type SheetItem = z.infer<typeof SheetItem>

/** A sheet's score, or what is missing for it: the places of the items without a score; `weights` when all weights are 0. */
export type SheetScore =
  | { readonly kind: 'computed'; readonly value: number }
  | {
      readonly kind: 'cannot-be-computed'
      readonly reason: 'scores' | 'weights'
      readonly items: readonly number[]
    }

/**
 * Computes the score of a sheet: the mean of its items by their weights.
 *
 * Shape: an item of weight 0 needs no score.
 * Empty: cannot be computed while an item has no score, or no item has a weight.
 * Example: 80 of weight 30 and 60 of weight 10 -> 75
 */
export function scoreSheet(items: readonly SheetItem[]): SheetScore {
  const weight = items.reduce((sum, item) => sum + item.weight, 0)
  if (weight === 0) return { kind: 'cannot-be-computed', reason: 'weights', items: [] }
  const missing = items.flatMap((item, at) => (item.weight > 0 && item.score === null ? [at] : []))
  if (missing.length > 0) return { kind: 'cannot-be-computed', reason: 'scores', items: missing }
  return {
    kind: 'computed',
    value: items.reduce((sum, item) => sum + item.weight * (item.score ?? 0), 0) / weight,
  }
}

/** Scores from which a grade is proposed; the reviewer decides. */
export const gradeLimits = [
  { grade: 'A', from: 85 },
  { grade: 'B', from: 70 },
  { grade: 'C', from: 55 },
  { grade: 'D', from: 0 },
] as const

/** Proposes a grade for a score of 0 to 100. Example: 70 -> 'B' */
export function proposeGrade(score: number): string {
  return gradeLimits.find(({ from }) => score >= from)?.grade ?? 'D'
}

const { asOf: _asOf, ...statementShape } = FinancialStatement.shape

/** Entries of a statement, in the order in which they are written. */
export const statementItems = Object.keys(statementShape) as readonly StatementItem[]

/** A mark about a person or company needs its author, and the day on which it is looked at anew. */
const mark = {
  grade: words(20),
  reviewer: words(60),
  nextReviewOn: CalendarDate,
}
const isAfter = ({ datedOn, nextReviewOn }: { datedOn: string; nextReviewOn: string }) =>
  nextReviewOn > datedOn
const reviewDay = { error: 'review-day-invalid', path: ['nextReviewOn'] }

/**
 * What is typed for the credit of a customer: a financial statement of a period's last day, a sheet, or what was agreed.
 *
 * Errors: issues are codes of the catalogue (`field-issue.<code>`).
 */
export const CreditDraft = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('statement'), datedOn: CalendarDate, note: remark, ...statementShape })
    .refine(draft => statementItems.some(item => draft[item] !== null), {
      ...{ error: 'required', path: ['currentAssetsMinor'] },
    }),
  z
    .object({
      ...{ kind: z.literal('review'), sheet: CreditSheet, datedOn: CalendarDate, ...mark },
      ...{ items: z.array(SheetItem).min(1).max(30), note: remark },
    })
    .refine(isAfter, reviewDay),
  z
    .object({
      ...{ kind: z.literal('terms'), datedOn: CalendarDate, ...mark },
      limitMinor: z.int().min(0, { error: 'invalid' }).nullable(),
      termDays: z.int().min(0, { error: 'invalid' }).max(3650, { error: 'invalid' }).nullable(),
      /** On what it is based: a mark without evidence is none. */
      reason: words(2000),
    })
    .refine(isAfter, reviewDay),
])
export type CreditDraft = z.infer<typeof CreditDraft>
export type CreditKind = CreditDraft['kind']
export const CreditKind = z.enum(['statement', 'review', 'terms'])

/** What was noted about a customer's credit. */
export const CreditRecord = z.object({ creditRecordId: z.int().positive(), record: CreditDraft })
export type CreditRecord = z.infer<typeof CreditRecord>

/**
 * What holds on a day. `card`: nothing was decided here, the fields of the card say it, without a day.
 *
 * Shape: `isExpired`: it was to be looked at anew before that day; its limit does not warn any more, its days still tell when
 * an order was due.
 */
export const CreditTerms = z.object({
  source: z.enum(['decision', 'card']),
  grade: z.string().nullable(),
  limitMinor: z.int().nullable(),
  termDays: z.int().nullable(),
  decidedOn: CalendarDate.nullable(),
  reviewer: z.string().nullable(),
  nextReviewOn: CalendarDate.nullable(),
  isExpired: z.boolean(),
})
export type CreditTerms = z.infer<typeof CreditTerms>

/** Last days of the ranges by which what is overdue is told apart; the last range has no end. */
export const overdueLimits = [30, 60, 90] as const

/** What is missing so that something cannot be computed. */
export const CreditGap = z.enum(['limit', 'term-days', 'order-money'])
export type CreditGap = z.infer<typeof CreditGap>

/** What the operator has to know before selling on credit. */
export const CreditWarning = z.enum(['limit-exceeded', 'overdue', 'review-due'])
export type CreditWarning = z.infer<typeof CreditWarning>

/** Unpaid orders by how long they are due. `byDays`: 1 to 30 days, 60, 90, and longer. */
export const CreditAgeing = z.object({
  notDueMinor: z.int(),
  byDays: z.tuple([z.int(), z.int(), z.int(), z.int()]),
  overdueMinor: z.int(),
  overdueOrders: z.int(),
  longestDays: z.int(),
})
export type CreditAgeing = z.infer<typeof CreditAgeing>

/**
 * What a customer owes on a day, from the orders that are unpaid today and were made by then.
 *
 * Shape: `ageing` null where nobody said within how many days is paid; `limitUse` null without a limit above 0; `missing` names it.
 * Units: minor units.
 */
export const CreditPosition = z.object({
  terms: CreditTerms.nullable(),
  openOrders: z.int(),
  owedMinor: z.int(),
  ordersWithoutMoney: z.int(),
  oldestOn: CalendarDate.nullable(),
  ageing: CreditAgeing.nullable(),
  limitUse: z.number().nullable(),
  exceededMinor: z.int(),
  missing: z.array(CreditGap),
  warnings: z.array(CreditWarning),
})
export type CreditPosition = z.infer<typeof CreditPosition>

/** An unpaid order. Units: days; `overdueDays` null where it is not known when it is due, 0 or less while it is not due. */
export const OpenOrder = z.object({
  salesOrderId: z.int().positive(),
  orderNumber: z.string().nullable(),
  orderedOn: CalendarDate,
  owedMinor: z.int(),
  dueOn: CalendarDate.nullable(),
  overdueDays: z.int().nullable(),
})
export type OpenOrder = z.infer<typeof OpenOrder>

const StatementItemName = z.enum(statementItems as readonly [StatementItem, ...StatementItem[]])

/** A ratio with what was divided by what, or which entries are missing for it. */
export const ShownRatio = z.intersection(
  z.object({
    ratio: z.enum(['current', 'quick', 'cash', 'realisation', 'liabilityCover', 'debt']),
    reading: RatioReading,
    numerator: StatementItemName,
    denominator: StatementItemName,
  }),
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('computed'), value: z.number() }),
    z.object({
      kind: z.literal('cannot-be-computed'),
      reason: z.enum(['missing', 'not-above-zero']),
      items: z.array(StatementItemName).readonly(),
    }),
  ]),
)
export type ShownRatio = z.infer<typeof ShownRatio>

/** All that is known of a customer's credit on a day; lists the newest first. */
export const CustomerCredit = z.object({
  asOf: CalendarDate,
  customerId: CustomerId,
  position: CreditPosition,
  /** The oldest first, at most 500. */
  orders: z.array(OpenOrder),
  readings: RatioReadings,
  statements: z.array(CreditRecord.extend({ ratios: z.array(ShownRatio) })),
  reviews: z.array(CreditRecord.extend({ isDue: z.boolean() })),
  terms: z.array(CreditRecord),
})
export type CustomerCredit = z.infer<typeof CustomerCredit>

/** A customer who owes something. */
export const Debtor = z.object({
  customerId: CustomerId,
  archiveNumber: z.string(),
  name: z.string(),
  position: CreditPosition,
})
export type Debtor = z.infer<typeof Debtor>

/** Who owes what on a day: the longest overdue first, then those whose days are not agreed, then who is in time. */
export const DebtorList = z.object({
  asOf: CalendarDate,
  revision: z.string(),
  customers: z.int(),
  owedMinor: z.int(),
  overdueCustomers: z.int(),
  overdueMinor: z.int(),
  /** Orders of nobody on file that are unpaid. */
  unassignedMinor: z.int(),
  debtors: z.array(Debtor),
})
export type DebtorList = z.infer<typeof DebtorList>
