import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { SegmentBars } from '#renderer/charts/segment-bars.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatRate } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import {
  type Composition,
  type CompositionPart,
  type CompositionRequest,
  type CompositionRow,
  compositionParts,
  usualAges,
} from '#shared/domain/composition.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { AnalysisProps, OpenedMark } from './analysis-acts.ts'
import { AnalysisFrame } from './analysis-frame.tsx'
import { periodCaption } from './period-words.ts'

const mostRows = 40
const unknown = '?'

/** What kinds of customers there are, what they bought, and how both changed since the period before. */
export function KindsView({ request: { asOf, ruleSetCode }, fromOn, acts }: AnalysisProps) {
  const translation = useTranslation()
  const { t } = translation
  const { currency } = useOpenArchive()
  const [part, setPart] = useState<CompositionPart>('region')
  const [opened, setOpened] = useState<OpenedMark | null>(null)
  const request = useMemo<CompositionRequest>(
    () => ({ fromOn, asOf, ruleSetCode, ages: [...usualAges] }),
    [fromOn, asOf, ruleSetCode],
  )
  const { data, error } = useRequest('analytics.composeCustomers', request, { keepsPrevious: true })
  const parts = compositionParts.map(value => ({ value, label: t(`analyses.kinds.part.${value}`) }))
  const table = data?.tables.find(one => one.part === part)
  const open = (key: string) => {
    const row = key === unknown ? null : key.slice(1)
    const title =
      row === null
        ? t('analyses.kinds.membersUnknown', { part: t(`analyses.kinds.part.${part}`) })
        : t('analyses.kinds.members', { name: nameOf(translation, part, row) })
    setOpened({ mark: { kind: 'composition', ...request, part, key: row }, title })
  }
  return (
    <AnalysisFrame
      acts={acts}
      isLoading={!data}
      error={error}
      missing={data && data.customers.now === 0 ? t('analyses.kinds.missing') : null}
      notes={[table?.isOfToday && data?.before ? t('analyses.kinds.ofToday') : null]}
      controls={
        <Segmented aria-label={t('analyses.kinds.by')} value={part} options={parts} onChange={setPart} />
      }
      opened={opened}
      chartsPx={350}
    >
      {data && table && (
        <KindsChart
          data={data}
          part={part}
          rows={table.rows.filter(row => row.customers.now > 0 || (row.customers.before ?? 0) > 0)}
          money={minor => formatMoney(minor, currency, { decimals: 0 })}
          caption={t('analyses.kinds.caption', {
            currency,
            period: periodCaption(translation, fromOn, asOf),
          })}
          onOpen={open}
        />
      )}
    </AnalysisFrame>
  )
}

/** The name of a row in the present language; null: not known. */
function nameOf({ t, tCode }: Translation, part: CompositionPart, key: string | null): string {
  if (key === null) return t('analyses.kinds.unknown')
  if (part === 'segment') return tCode(`segment.${key}`)
  if (part === 'cardType') return tCode(`card-type.${key}`)
  if (part === 'gender') return tCode(`gender.${key}`)
  return part === 'ageBand' ? t('analyses.kinds.age', { age: key }) : key
}

/** A change with its sign: +12, −3, ±0. */
const signed = (change: number, text: (value: number) => string): string =>
  change > 0 ? `+${text(change)}` : change < 0 ? text(change) : '±0'

type KindsChartProps = {
  readonly data: Composition
  readonly part: CompositionPart
  readonly rows: readonly CompositionRow[]
  readonly money: (minor: number) => string
  readonly caption: string
  readonly onOpen: (key: string) => void
}

function KindsChart({ data, part, rows, money, caption, onOpen }: KindsChartProps) {
  const translation = useTranslation()
  const { t } = translation
  const keyOf = (row: CompositionRow) => (row.key === null ? unknown : `=${row.key}`)
  const known = rows.filter(row => row.key !== null)
  const largest = known.toSorted((one, other) => other.customers.now - one.customers.now)[0]
  const changeOf = ({ customers, netMinor }: CompositionRow) =>
    customers.change === null || netMinor.change === null
      ? ''
      : t('analyses.kinds.change', {
          customers: signed(customers.change, value => formatNumber(value)),
          money: signed(netMinor.change, money),
        })
  return (
    <ChartPanel
      title={
        largest
          ? t('analyses.kinds.finding', {
              name: nameOf(translation, part, largest.key),
              rate: formatRate(largest.customers.share),
              salesRate: formatRate(largest.netMinor.share),
            })
          : t(`analyses.kinds.none.${part}`)
      }
      caption={
        caption +
        (data.before
          ? t('analyses.kinds.before', { fromOn: data.before.fromOn, asOf: data.before.asOf })
          : t('analyses.kinds.noBefore'))
      }
      table={{
        columns: [
          { title: t(`analyses.kinds.part.${part}`) },
          { title: t('segments.customers'), isNumeric: true },
          { title: t('analyses.kinds.customerChange'), isNumeric: true },
          { title: t('segments.spend'), isNumeric: true },
          { title: t('analyses.kinds.salesChange'), isNumeric: true },
        ],
        rows: rows.map(row => ({
          key: keyOf(row),
          cells: [
            nameOf(translation, part, row.key),
            formatNumber(row.customers.now),
            row.customers.change === null ? '—' : signed(row.customers.change, value => formatNumber(value)),
            money(row.netMinor.now),
            row.netMinor.change === null ? '—' : signed(row.netMinor.change, money),
          ],
        })),
      }}
      onOpen={onOpen}
    >
      <SegmentBars
        label={t('analyses.kinds.chart')}
        nameTitle={t(`analyses.kinds.part.${part}`)}
        barTitles={[t('segments.customers'), t('segments.spend')]}
        {...(data.before ? { noteTitle: t('analyses.kinds.changeTitle') } : {})}
        rows={rows.slice(0, mostRows).map(row => ({
          key: keyOf(row),
          label: nameOf(translation, part, row.key),
          bars: [
            {
              length: row.customers.share,
              text: `${formatNumber(row.customers.now)} (${formatRate(row.customers.share)})`,
            },
            {
              length: Math.max(0, row.netMinor.share),
              text: `${money(row.netMinor.now)} (${formatRate(row.netMinor.share)})`,
            },
          ],
          note: changeOf(row),
        }))}
        onOpen={onOpen}
      />
    </ChartPanel>
  )
}
