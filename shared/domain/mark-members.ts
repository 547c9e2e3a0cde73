import { z } from 'zod'
import { AbcClass, AbcLimits } from './abc.ts'
import { CalendarDate, CalendarMonth } from './calendar-date.ts'
import { CompositionPart, CompositionRequest } from './composition.ts'
import { CustomerId } from './customer.ts'
import { ValueRequest } from './lifetime-value.ts'
import { PreferenceOwner } from './preferences.ts'
import { DiscountBand } from './price-sensitivity.ts'
import { MemberSelector, RfmRequest } from './rfm-analysis.ts'

const Period = { fromOn: CalendarDate.nullable(), asOf: CalendarDate }
const ProductIds = z.array(z.int().positive()).max(10)

/**
 * A mark of a chart: the customers behind it are asked for by it.
 *
 * Shape: `largest` are the first by net sales; `cohort` those of a month of first purchase who bought so many months later; `again` who
 * bought a second time within so many days of the first (null: ever), or did not; `bought` who bought all of the one and none of the
 * other products, all in one order where `isInOneOrder`; `ordered-at` who ordered on that day of the week (1 Monday), in that month of
 * the year and at that hour, null any; `value` the buyers of a group by chance to be customers still, null all of them; `selected` those of a
 * segment, cell or month of scores; `discount` those of a
 * group by share of spend at a discount; `composition` those of a row. `fromOn` null: from the beginning.
 */
export const AnalysisMark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('abc-class'), ...Period, limits: AbcLimits, class: AbcClass }),
  z.object({ kind: z.literal('largest'), ...Period, count: z.int().min(1) }),
  z.object({
    ...{ kind: z.literal('cohort'), asOf: CalendarDate, month: CalendarMonth },
    monthsLater: z.int().min(0).max(1200),
  }),
  z.object({
    ...{ kind: z.literal('again'), asOf: CalendarDate, isAgain: z.boolean() },
    withinDays: z.int().min(1).max(36_500).nullable(),
  }),
  z.object({
    ...{ kind: z.literal('bought'), ...Period, isInOneOrder: z.boolean() },
    ...{ products: ProductIds.min(1), notProducts: ProductIds },
  }),
  z.object({
    ...{ kind: z.literal('ordered-at'), ...Period, of: PreferenceOwner },
    weekday: z.int().min(1).max(7).nullable(),
    month: z.int().min(1).max(12).nullable(),
    hour: z.int().min(0).max(23).nullable(),
  }),
  z.object({
    kind: z.literal('value'),
    ...ValueRequest.shape,
    fromChance: z.number().min(0).max(1).nullable(),
  }),
  z.object({
    ...{ kind: z.literal('selected'), asOf: CalendarDate },
    ...{ analysis: RfmRequest, selector: MemberSelector },
  }),
  z.object({ kind: z.literal('discount'), ...Period, band: DiscountBand }),
  z.object({
    ...{ kind: z.literal('composition'), ...CompositionRequest.shape },
    ...{ part: CompositionPart, key: z.string().max(200).nullable() },
  }),
])
export type AnalysisMark = z.infer<typeof AnalysisMark>

/** What some analyses say of each customer besides: of the expected value, and of discounts. Shares are 0 to 1, values minor units. */
export const markFigures = ['chanceAlive', 'expectedPurchases', 'valueMinor', 'discountShare'] as const
/** What some analyses say of each customer besides. */
export type MarkFigure = (typeof markFigures)[number]

/** By what the customers behind a mark can be ordered. */
export const MarkMemberSort = z.object({
  column: z.enum(['name', 'lastOn', 'orderCount', 'spendMinor', ...markFigures]),
  isDescending: z.boolean(),
})
export type MarkMemberSort = z.infer<typeof MarkMemberSort>

/**
 * A customer behind a mark: the last purchase until the day, and orders and net sales of the mark's period.
 *
 * Shape: `figures` are those of the mark's analysis; null is not known. Units: minor units.
 */
export const MarkMember = z.object({
  customerId: CustomerId,
  archiveNumber: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  isContactRefused: z.boolean(),
  lastOn: CalendarDate.nullable(),
  orderCount: z.int(),
  spendMinor: z.number(),
  figures: z.partialRecord(z.enum(markFigures), z.number().nullable()),
})
export type MarkMember = z.infer<typeof MarkMember>
