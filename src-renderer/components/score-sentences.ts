import { formatMoney } from '#renderer/i18n/format-money.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { AnalysisPeriod, CustomerExplanation, ScoreExplanation } from '#shared/domain/rfm-analysis.ts'

/** One score in words: everything needed to reckon it again on paper. */
export type ScoreSentence = {
  readonly letter: 'R' | 'F' | 'M'
  readonly score: number
  readonly text: string
}

type Words = Pick<Translation, 't' | 'tCode'>

/** The name of a segment: as typed, else the catalogue's. */
export function segmentName(
  segment: { readonly code: string; readonly name: string | null },
  { tCode }: Words,
): string {
  return segment.name ?? tCode(`segment.${segment.code}`)
}

/** The orders that F and M count, in words. */
export function periodName(period: AnalysisPeriod, { t }: Words): string {
  return period.kind === 'all'
    ? t('segments.period.all')
    : t('segments.period.months', { count: period.months })
}

function limitsOf(
  unit: 'days' | 'orders' | 'money',
  { lowerLimit, upperLimit }: ScoreExplanation,
  write: (value: number) => string | number,
  { tCode }: Words,
): string {
  const values = {
    ...(lowerLimit === null ? {} : { low: write(lowerLimit) }),
    ...(upperLimit === null ? {} : { high: write(upperLimit) }),
  }
  const isOne = unit === 'orders' && lowerLimit !== null && lowerLimit === upperLimit
  const between = isOne ? 'one' : 'between'
  const kind =
    lowerLimit === null ? (upperLimit === null ? 'any' : 'upTo') : upperLimit === null ? 'from' : between
  return tCode(`segments.limit.${unit}.${kind}`, values)
}

/** R, F and M of a customer in sentences; those that cannot be scored are missing. */
export function scoreSentences(
  explanation: CustomerExplanation,
  period: AnalysisPeriod,
  currency: CurrencyCode,
  words: Words,
): readonly ScoreSentence[] {
  const { t } = words
  const { recencyDays: r, orderCount: f, spendMinor: m } = explanation
  const plain = (value: number) => value
  const money = (minor: number) => formatMoney(minor, currency, { hasSymbol: true })
  const periodText = periodName(period, words)
  const sentences: ScoreSentence[] = []
  if (r)
    sentences.push({
      letter: 'R',
      score: r.score,
      text: t('segments.score.recencyDays', {
        days: r.value,
        limits: limitsOf('days', r, plain, words),
        score: r.score,
      }),
    })
  if (f)
    sentences.push({
      letter: 'F',
      score: f.score,
      text: t('segments.score.orderCount', {
        period: periodText,
        count: f.value,
        limits: limitsOf('orders', f, plain, words),
        score: f.score,
      }),
    })
  if (m)
    sentences.push({
      letter: 'M',
      score: m.score,
      text: t('segments.score.spend', {
        period: periodText,
        spend: money(m.value),
        limits: limitsOf('money', m, money, words),
        score: m.score,
      }),
    })
  return sentences
}
