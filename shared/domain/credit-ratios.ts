import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'

const sum = z.int().min(0).nullable().default(null)

/**
 * What a financial statement of a customer says on its day; null where it does not say it. Units: minor units of one currency.
 *
 * Shape: 流动资产总额, 速动资产总额, 现金类流动资产; 流动负债总额, 负债总额; 资产总额, 资产净值 (which may be below 0).
 */
export const FinancialStatement = z.strictObject({
  asOf: CalendarDate,
  currentAssetsMinor: sum,
  quickAssetsMinor: sum,
  cashAssetsMinor: sum,
  currentLiabilitiesMinor: sum,
  totalLiabilitiesMinor: sum,
  totalAssetsMinor: sum,
  netAssetsMinor: z.int().nullable().default(null),
})
export type FinancialStatement = z.infer<typeof FinancialStatement>

/** An entry of a statement. */
export type StatementItem = Exclude<keyof FinancialStatement, 'asOf'>

/** As the source documents state a ratio, or as textbooks usually do. */
export const RatioReading = z.enum(['as-stated', 'textbook'])
export type RatioReading = z.infer<typeof RatioReading>

/** Which reading of the two ratios is used that the source states in another way than textbooks do. */
export const RatioReadings = z.object({ cash: RatioReading, debt: RatioReading })
export type RatioReadings = z.infer<typeof RatioReadings>

/** What is divided by what. */
type Formula = { readonly numerator: StatementItem; readonly denominator: StatementItem }

/**
 * The six ratios: 流动比率, 速动比率, 现金比率, 变现比率, 负债流动率, 资产负债率.
 *
 * Shape: the textbook reading only where it differs.
 * Source: S3 of the source documents (R1 to R3).
 */
export const ratioFormulas = {
  current: { 'as-stated': { numerator: 'currentAssetsMinor', denominator: 'currentLiabilitiesMinor' } },
  quick: { 'as-stated': { numerator: 'quickAssetsMinor', denominator: 'currentLiabilitiesMinor' } },
  cash: {
    'as-stated': { numerator: 'cashAssetsMinor', denominator: 'currentAssetsMinor' },
    textbook: { numerator: 'cashAssetsMinor', denominator: 'currentLiabilitiesMinor' },
  },
  realisation: { 'as-stated': { numerator: 'cashAssetsMinor', denominator: 'currentLiabilitiesMinor' } },
  liabilityCover: { 'as-stated': { numerator: 'currentAssetsMinor', denominator: 'totalLiabilitiesMinor' } },
  debt: {
    'as-stated': { numerator: 'totalLiabilitiesMinor', denominator: 'netAssetsMinor' },
    textbook: { numerator: 'totalLiabilitiesMinor', denominator: 'totalAssetsMinor' },
  },
} as const satisfies Record<string, { readonly 'as-stated': Formula; readonly textbook?: Formula }>
/** One of the six ratios. */
export type RatioName = keyof typeof ratioFormulas

/**
 * A ratio with what it was divided from, or why there is none and by which entries.
 *
 * Shape: `value` 1 is 100 %. `missing`: the statement does not say them. `not-above-zero`: nothing can be divided by what is 0, and
 * what is divided by less than 0 tells nothing.
 */
export type CreditRatio = {
  readonly ratio: RatioName
  readonly reading: RatioReading
  readonly numerator: StatementItem
  readonly denominator: StatementItem
} & (
  | { readonly kind: 'computed'; readonly value: number }
  | {
      readonly kind: 'cannot-be-computed'
      readonly reason: 'missing' | 'not-above-zero'
      readonly items: readonly StatementItem[]
    }
)

/**
 * Computes the six ratios of a statement.
 *
 * Shape: in the order of the formulas, each with the reading that was used.
 * Example: current assets 500 and current liabilities 250 -> current ratio 2
 */
export function computeCreditRatios(statement: FinancialStatement, readings: RatioReadings): CreditRatio[] {
  return (Object.keys(ratioFormulas) as RatioName[]).map(ratio => {
    const reading = ratio === 'cash' || ratio === 'debt' ? readings[ratio] : 'as-stated'
    const formulas: { readonly 'as-stated': Formula; readonly textbook?: Formula } = ratioFormulas[ratio]
    const formula = formulas[reading] ?? formulas['as-stated']
    return { ratio, reading, ...formula, ...divide(statement, formula) }
  })
}

function divide(statement: FinancialStatement, { numerator, denominator }: Formula) {
  const [above, below] = [statement[numerator], statement[denominator]]
  const missing = [numerator, denominator].filter(item => statement[item] === null)
  if (above === null || below === null)
    return { kind: 'cannot-be-computed', reason: 'missing', items: missing } as const
  if (below <= 0)
    return { kind: 'cannot-be-computed', reason: 'not-above-zero', items: [denominator] } as const
  return { kind: 'computed', value: above / below } as const
}
