import { formatMonthInSentence } from '#renderer/i18n/format-date.ts'
import { dayLimits, orderLimits, segmentName } from '#renderer/i18n/score-words.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { CalendarMonth } from '#shared/domain/calendar-date.ts'
import type { RfmCutPoints } from '#shared/domain/rfm.ts'
import type { MemberSelector, RfmAnalysis } from '#shared/domain/rfm-analysis.ts'

/** The mark of a chart that stands for a selector. */
export function markKey(selector: MemberSelector): string {
  switch (selector.kind) {
    case 'segment':
      return selector.code
    case 'cell':
      return cellKey(selector.r, selector.f)
    case 'month':
      return selector.month
    case 'saved':
    case 'all':
      return ''
  }
}

/** The key of a cell of the heat map. */
export function cellKey(r: number, f: number): string {
  return `${r}${f}`
}

/** The customers behind a cell of the heat map. */
export function cellSelector(key: string): MemberSelector {
  return { kind: 'cell', r: Number(key[0]), f: Number(key[1]) }
}

/** The customers behind a month. */
export function monthSelector(key: string, group: 'all' | 'new' | 'returning' = 'all'): MemberSelector {
  return { kind: 'month', month: key as CalendarMonth, group }
}

/** The days between which a recency score holds, for the side of the heat map. */
export function recencyLabel(translation: Translation, cutPoints: RfmCutPoints, r: number): string {
  return dayLimits(translation, limitsOf(cutPoints.recencyDays, 5 - r))
}

/** The same without the unit, for the foot of the heat map: ≤ 1, 2–3, ≥ 13; in a word where nobody can have that score. */
export function shortOrderLabel(translation: Translation, cutPoints: RfmCutPoints, f: number): string {
  const { lowerLimit: low, upperLimit: high } = limitsOf(cutPoints.orderCount, f - 1)
  if (low === null) return `≤ ${high ?? 0}`
  if (high === null) return `≥ ${low}`
  if (low > high) return translation.t('segments.limit.none')
  return low === high ? String(low) : `${low}–${high}`
}

/** The numbers of orders between which a score holds. */
export function orderLabel(translation: Translation, cutPoints: RfmCutPoints, f: number): string {
  return orderLimits(translation, limitsOf(cutPoints.orderCount, f - 1))
}

/** A cell of the heat map in a sentence: when its customers bought last, and how often they bought. */
export function cellWords({ t }: Translation, cutPoints: RfmCutPoints, r: number, f: number) {
  const days = limitsOf(cutPoints.recencyDays, 5 - r)
  const orders = limitsOf(cutPoints.orderCount, f - 1)
  const say = (of: 'days' | 'orders', { lowerLimit: low, upperLimit: high }: typeof days) => {
    if (low === null) return t(`segments.cell.${of}.upTo`, { high: high ?? 0 })
    if (high === null) return t(`segments.cell.${of}.from`, { low })
    return t(`segments.cell.${of}.between`, { range: low === high ? String(low) : `${low}–${high}` })
  }
  return { lastBought: say('days', days), orders: say('orders', orders) }
}

/** Whole-number limits of the place between two edges, as the engine explains them: an edge of 8.4 orders means 9 or more. */
function limitsOf(edges: readonly number[], reached: number) {
  const below = edges[reached - 1]
  const above = edges[reached]
  return {
    lowerLimit: below === undefined ? null : Math.ceil(below),
    upperLimit: above === undefined ? null : Math.ceil(above) - 1,
  }
}

/** The customers that are shown, in words. */
export function selectorTitle(
  translation: Translation,
  analysis: RfmAnalysis,
  selector: MemberSelector,
): string {
  const { t, tCode, language } = translation
  switch (selector.kind) {
    case 'all':
      return t('segments.members.all')
    case 'saved':
      return selector.name
    case 'segment': {
      const segment = analysis.segments.find(one => one.code === selector.code)
      return segmentName(translation, segment ?? { code: selector.code, name: null })
    }
    case 'cell': {
      if (!analysis.cutPoints) return ''
      return t('segments.members.cell', {
        lastBought: recencyLabel(translation, analysis.cutPoints, selector.r),
        orders: orderLabel(translation, analysis.cutPoints, selector.f),
      })
    }
    case 'month':
      return tCode(`segments.members.month.${selector.group}`, {
        month: formatMonthInSentence(selector.month, language),
      })
  }
}
