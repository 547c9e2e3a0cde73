import { useMemo, useState } from 'react'
import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { SegmentBars } from '#renderer/charts/segment-bars.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatRate } from '#renderer/i18n/score-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { DiscountBand } from '#shared/domain/price-sensitivity.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { AnalysisProps, OpenedMark } from './analysis-acts.ts'
import { AnalysisFrame } from './analysis-frame.tsx'
import { periodCaption } from './period-words.ts'

/** Who waits for a discount: customers by their share of spend at one, and categories against the shop. */
export function DiscountsView({ request: { asOf }, fromOn, acts }: AnalysisProps) {
  const translation = useTranslation()
  const { t } = translation
  const { currency } = useOpenArchive()
  const request = useMemo(() => ({ fromOn, asOf }), [fromOn, asOf])
  const { data, error } = useRequest('analytics.summarizePriceSensitivity', request, { keepsPrevious: true })
  const [opened, setOpened] = useState<OpenedMark | null>(null)
  const open = (key: string) => {
    const band = key as DiscountBand
    const title = t(`analyses.discounts.band.${band}`)
    setOpened({ mark: { kind: 'discount', fromOn, asOf, band }, title })
  }
  const customers = Math.max(1, data?.bands.reduce((sum, { customers: count }) => sum + count, 0) ?? 1)
  const mostly = data?.bands.find(({ band }) => band === 'mostly')?.customers ?? 0
  const rateText = (rate: number | null) => (rate === null ? t('analyses.tooFew') : formatRate(rate))
  const period = periodCaption(translation, fromOn, asOf)
  return (
    <AnalysisFrame
      acts={acts}
      isLoading={!data}
      error={error}
      missing={data?.refusal ? t('analyses.discounts.missing', { count: data.rules.usualPriceLines }) : null}
      notes={[
        data && data.lines.unknown > 0
          ? t('analyses.discounts.unknown', { count: data.lines.unknown, known: data.lines.known })
          : null,
      ]}
      opened={opened}
      chartsPx={300}
    >
      {data && (
        <>
          <ChartPanel
            title={t('analyses.discounts.finding', { count: mostly })}
            caption={t('analyses.discounts.caption', { least: data.rules.orders, period })}
            table={{
              columns: [
                { title: t('analyses.discounts.who') },
                { title: t('segments.customers'), isNumeric: true },
                { title: t('analyses.discounts.paid'), isNumeric: true },
              ],
              rows: data.bands.map(row => ({
                key: row.band,
                cells: [
                  t(`analyses.discounts.band.${row.band}`),
                  formatNumber(row.customers),
                  formatMoney(row.paidMinor, currency),
                ],
              })),
            }}
            onOpen={open}
          >
            <SegmentBars
              label={t('analyses.discounts.who')}
              nameTitle={t('analyses.discounts.who')}
              barTitles={[t('segments.customers')]}
              rows={data.bands.map(row => ({
                key: row.band,
                label: t(`analyses.discounts.band.${row.band}`),
                bars: [{ length: row.customers / customers, text: formatNumber(row.customers) }],
              }))}
              onOpen={open}
            />
          </ChartPanel>
          <ChartPanel
            title={t('analyses.discounts.shop', { rate: rateText(data.all.spendShare) })}
            caption={t('analyses.discounts.categoryCaption')}
            table={{
              columns: [
                { title: t('analyses.tastes.categories') },
                { title: t('segments.orders'), isNumeric: true },
                { title: t('analyses.discounts.share'), isNumeric: true },
                { title: t('analyses.discounts.against'), isNumeric: true },
              ],
              rows: data.categories.map(row => ({
                key: row.name,
                cells: [
                  row.name,
                  formatNumber(row.orderCount),
                  rateText(row.spendShare),
                  row.againstShop === null ? '—' : formatNumber(row.againstShop, 2),
                ],
              })),
            }}
          >
            {data.categories.length === 0 ? (
              <p className="secondary">{t('analyses.discounts.noCategory')}</p>
            ) : (
              <SegmentBars
                label={t('analyses.discounts.byCategory')}
                nameTitle={t('analyses.tastes.categories')}
                barTitles={[t('analyses.discounts.share')]}
                noteTitle={t('segments.orders')}
                rows={data.categories.slice(0, 30).map(row => ({
                  key: row.name,
                  label: row.name,
                  bars: [{ length: row.spendShare, text: rateText(row.spendShare) }],
                  note: formatNumber(row.orderCount),
                }))}
              />
            )}
          </ChartPanel>
        </>
      )}
    </AnalysisFrame>
  )
}
