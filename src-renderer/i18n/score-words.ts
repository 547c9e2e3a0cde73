import type { CurrencyCode } from '#shared/domain/currency.ts'
import type {
  AnalysisPeriod,
  CustomerExplanation,
  Finding,
  RfmRuleSet,
  ScoreExplanation,
} from '#shared/domain/rfm-analysis.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { formatMonth } from './format-date.ts'
import { formatMoney } from './format-money.ts'
import type { Translation } from './use-translation.ts'

/** A segment's name: as the operator typed it, or the catalogue's. */
export function segmentName(
  { tCode }: Translation,
  segment: { readonly code: string; readonly name: string | null },
): string {
  return segment.name ?? tCode(`segment.${segment.code}`)
}

/** A rule set's name with its version: 「经典八类」第 3 版. */
export function ruleSetName(
  { t, tCode }: Translation,
  ruleSet: Pick<RfmRuleSet, 'code' | 'name' | 'version'>,
): string {
  const name = ruleSet.name ?? tCode(`segments.ruleSet.${ruleSet.code}`)
  return t('segments.ruleVersion', { name, version: String(ruleSet.version) })
}

/** The period of F and M: all time, or the last months. */
export function periodName({ t }: Translation, period: AnalysisPeriod): string {
  return period.kind === 'all'
    ? t('segments.period.all')
    : t('segments.period.months', { count: period.months })
}

/** A share as a percentage without decimals; below one percent it says so. */
export function formatRate(rate: number): string {
  const percent = rate * 100
  return percent > 0 && percent < 1 ? '<1%' : `${formatNumber(Math.round(percent))}%`
}

/** A chart's title in words: the figures of a finding in the present language. */
export function findingText(translation: Translation, finding: Finding, currency: CurrencyCode): string {
  const { values } = finding
  const words: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(values)) words[key] = wordOf(translation, key, value, currency)
  if (typeof values.segmentCode === 'string')
    words.segmentName = segmentName(translation, {
      code: values.segmentCode,
      name: typeof values.segmentName === 'string' ? values.segmentName : null,
    })
  if (typeof values.group === 'string')
    words.groupName = translation.tCode(`contribution.group.${values.group}`)
  if (typeof values.groupAfter === 'string')
    words.groupAfterName = translation.tCode(`contribution.group.${values.groupAfter}`)
  return translation.tCode(`finding.${finding.code}`, words)
}

function wordOf({ language }: Translation, key: string, value: string | number, currency: CurrencyCode) {
  if (typeof value === 'string') return key === 'month' ? formatMonth(value, language) : value
  if (key.endsWith('Rate')) return formatRate(value)
  if (key.endsWith('Minor')) return formatMoney(value, currency, { hasSymbol: true, decimals: 0 })
  return Math.round(value)
}

type Limits = Pick<ScoreExplanation, 'lowerLimit' | 'upperLimit'>

/** The days between which a score holds: 61–120 天, ≤ 30 天. */
export function dayLimits({ t }: Translation, { lowerLimit: low, upperLimit: high }: Limits): string {
  if (low === null && high === null) return t('segments.limit.days.any')
  if (low === null) return t('segments.limit.days.upTo', { high: high ?? 0 })
  if (high === null) return t('segments.limit.days.from', { low })
  return low > high ? t('segments.limit.none') : t('segments.limit.days.between', { low, high })
}

/** The numbers of orders between which a score holds. */
export function orderLimits({ t }: Translation, { lowerLimit: low, upperLimit: high }: Limits): string {
  if (low === null && high === null) return t('segments.limit.orders.any')
  if (low === null) return t('segments.limit.orders.upTo', { high: high ?? 0 })
  if (high === null) return t('segments.limit.orders.from', { low })
  if (low > high) return t('segments.limit.none')
  return low === high
    ? t('segments.limit.orders.one', { low })
    : t('segments.limit.orders.between', { low, high })
}

/** The sums between which a score holds. */
export function moneyLimits(
  { t }: Translation,
  { lowerLimit, upperLimit }: Limits,
  currency: CurrencyCode,
): string {
  const money = (minor: number) => formatMoney(minor, currency, { hasSymbol: true })
  if (lowerLimit === null && upperLimit === null) return t('segments.limit.money.any')
  if (lowerLimit === null) return t('segments.limit.money.upTo', { high: money(upperLimit ?? 0) })
  if (upperLimit === null) return t('segments.limit.money.from', { low: money(lowerLimit) })
  return t('segments.limit.money.between', { low: money(lowerLimit), high: money(upperLimit) })
}

/** The three sentences behind a customer's scores, in the order R, F, M; each can be reckoned again on paper. */
export function scoreSentences(
  translation: Translation,
  explanation: CustomerExplanation,
  period: AnalysisPeriod,
  currency: CurrencyCode,
): readonly { readonly part: 'R' | 'F' | 'M'; readonly score: number; readonly text: string }[] {
  const { t } = translation
  const { recencyDays, orderCount, spendMinor } = explanation
  const periodText = periodName(translation, period)
  return [
    ...(recencyDays
      ? [
          {
            part: 'R' as const,
            score: recencyDays.score,
            text: t('segments.score.recencyDays', {
              days: recencyDays.value,
              limits: dayLimits(translation, recencyDays),
              score: recencyDays.score,
            }),
          },
        ]
      : []),
    ...(orderCount
      ? [
          {
            part: 'F' as const,
            score: orderCount.score,
            text: t('segments.score.orderCount', {
              period: periodText,
              count: orderCount.value,
              limits: orderLimits(translation, orderCount),
              score: orderCount.score,
            }),
          },
        ]
      : []),
    ...(spendMinor
      ? [
          {
            part: 'M' as const,
            score: spendMinor.score,
            text: t('segments.score.spend', {
              period: periodText,
              spend: formatMoney(spendMinor.value, currency, { hasSymbol: true }),
              limits: moneyLimits(translation, spendMinor, currency),
              score: spendMinor.score,
            }),
          },
        ]
      : []),
  ]
}
