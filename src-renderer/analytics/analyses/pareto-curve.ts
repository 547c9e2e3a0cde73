import type { ChartTableData } from '#renderer/charts/chart-table.tsx'
import type { LinePoint } from '#renderer/charts/line-chart.tsx'
import { formatRate } from '#renderer/i18n/score-words.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { AbcAnalysis } from '#shared/domain/abc.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

type Kind = 'customers' | 'products'

/** The points of a Pareto curve from the first of them on; each is named in words. Its key is how many they are. */
export function curvePoints({ t }: Translation, { curve, count }: AbcAnalysis, kind: Kind): LinePoint[] {
  const isDense = curve.length > 21
  return curve
    .filter(point => point.count > 0)
    .map((point, index, points) => {
      const percent = Math.round((point.count / count) * 100)
      const isTick = isDense ? percent % 10 === 0 : index === points.length - 1 || index === 0
      return {
        key: String(point.count),
        label: isTick ? `${percent}%` : '',
        values: [point.share],
        name: t(`analyses.pareto.point.${kind}`, {
          percent: formatRate(point.count / count),
          count: point.count,
          rate: formatRate(point.share),
        }),
      }
    })
}

/** The curve as numbers. */
export function curveTable({ t }: Translation, { curve, count }: AbcAnalysis, kind: Kind): ChartTableData {
  return {
    columns: [
      { title: t(`analyses.pareto.first.${kind}`) },
      { title: t('analyses.pareto.ofAll'), isNumeric: true },
      { title: t('analyses.pareto.share'), isNumeric: true },
    ],
    rows: curve
      .filter(point => point.count > 0)
      .map(point => ({
        key: String(point.count),
        cells: [formatNumber(point.count), formatRate(point.count / count), formatRate(point.share)],
      })),
  }
}
