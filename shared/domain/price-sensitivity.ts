import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CustomerId } from './customer.ts'

/** How much was bought at a discount between two days; `fromOn` null: from the beginning. */
export const SensitivityRequest = z.object({ fromOn: CalendarDate.nullable(), asOf: CalendarDate })
export type SensitivityRequest = z.infer<typeof SensitivityRequest>

/**
 * What counts: a product has a usual price from so many lines on; a line is at a discount when at least `discountShare` less was paid;
 * of fewer `orders` no share is said.
 */
export const sensitivityRules = { usualPriceLines: 5, discountShare: 0.02, orders: 5 } as const

/** Groups of customers by their share of spend at a discount: at least so much; `never` none of it, `too-few` too few orders. */
export const discountBands = { mostly: 0.7, often: 0.3, seldom: 0 } as const
/** Groups of customers by how much they buy at a discount. */
export const DiscountBand = z.enum(['mostly', 'often', 'seldom', 'never', 'too-few'])
export type DiscountBand = z.infer<typeof DiscountBand>

const Count = z.int().nonnegative()
const Share = z.number().min(0).max(1).nullable()
const Sums = z.object({
  ...{ orderCount: Count, discountOrders: Count, orderShare: Share },
  ...{ paidMinor: Count, discountMinor: Count, spendShare: Share },
})
const Compared = Sums.extend({ againstShop: z.number().nonnegative().nullable() })

/**
 * How much is bought at a discount, of all, by customer and by category.
 *
 * Shape: a line is at a discount when less was paid for it, before refunds, than the higher of two prices: that which its file lists for
 * a piece, and the product's usual one in its shop (median of its lines). `lines.unknown` have neither price, or were gifts; they
 * take no part. An order is at a discount when one of its lines is. `refusal`: no line has a price to compare with. Shares are null
 * below `rules.orders`; `againstShop` is `spendShare` against that of all, 1 the same, null where one is not known.
 * Units: minor units, refunds not taken off.
 */
export const SensitivityAnalysis = z.object({
  ...SensitivityRequest.shape,
  revision: z.string(),
  rules: z.object({ usualPriceLines: Count, discountShare: z.number(), orders: Count }),
  refusal: z.literal('no-prices').nullable(),
  lines: z.object({ known: Count, unknown: Count }),
  all: Sums,
  categories: z.array(Compared.extend({ name: z.string() })),
  customers: z.array(Compared.extend({ customerId: CustomerId, archiveNumber: z.string() })),
})
export type SensitivityAnalysis = z.infer<typeof SensitivityAnalysis>

/** The same without the list of customers, who are counted by group instead. */
export const SensitivitySummary = SensitivityAnalysis.omit({ customers: true }).extend({
  bands: z.array(z.object({ band: DiscountBand, customers: Count, paidMinor: Count })),
})
export type SensitivitySummary = z.infer<typeof SensitivitySummary>
