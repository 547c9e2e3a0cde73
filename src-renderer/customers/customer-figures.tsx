import { useReferenceDay } from '#renderer/components/analysis-choice.ts'
import { type KeyFigure, KeyFigures } from '#renderer/components/key-figures.tsx'
import { WhyLink } from '#renderer/components/link-button.tsx'
import { SegmentSwatch } from '#renderer/components/segment-swatch.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { periodName, segmentName } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { daysSince } from './customer-columns.tsx'
import { countLeftOut, leastPurchaseDays, sumRefunds, usualGap } from './purchase-facts.ts'
import type { Explained } from './use-explanation.ts'

/** From here on a customer is later than usual by enough to be looked at. */
const lateTimes = 1.5

type Tools = Translation & {
  readonly currency: CurrencyCode
  readonly today: CalendarDate | undefined
}

function spendFigure(file: CustomerFile, { t, currency }: Tools): KeyFigure {
  const money = (minor: number) => formatMoney(minor, currency, { hasSymbol: true })
  const balance = file.openingBalances.reduce((sum, one) => sum + one.spendMinor, 0)
  const refunds = sumRefunds(file.orders)
  const note =
    balance !== 0
      ? t('customers.figure.withBalance', { sum: money(balance) })
      : refunds > 0
        ? t('customers.figure.refunds', { sum: money(refunds) })
        : t('customers.figure.noRefunds')
  const isWhole = file.orders.length === file.allOrderCount
  return {
    key: 'spend',
    label: t('customers.figure.spend'),
    value: money(file.total.spendMinor),
    ...(isWhole || balance !== 0 ? { note } : {}),
  }
}

function ordersFigure(file: CustomerFile, { t }: Tools): KeyFigure {
  const { total, openingBalances } = file
  const balance = openingBalances.reduce((sum, one) => sum + one.orderCount, 0)
  const leftOut = countLeftOut(file.orders)
  const returns =
    total.returnCount > 0
      ? t('customers.figure.returns', { count: total.returnCount })
      : t('customers.figure.noReturns')
  return {
    key: 'orders',
    label: t('customers.figure.orders'),
    value: formatNumber(total.orderCount),
    note:
      balance > 0
        ? t('customers.figure.ordersWithBalance', { count: balance })
        : leftOut > 0
          ? t('customers.figure.ordersLeftOut', { count: leftOut })
          : returns,
  }
}

function lastFigure({ total: { lastOn } }: CustomerFile, { t, today }: Tools): KeyFigure {
  const days = daysSince(lastOn, today)
  const ago =
    days === 0
      ? t('customers.figure.today')
      : days === null
        ? (lastOn ?? t('customers.figure.never'))
        : t('customers.figure.daysAgo', { count: days })
  return {
    key: 'lastOn',
    label: t('customers.figure.lastOn'),
    value: ago,
    note: days === null ? '' : (lastOn ?? ''),
  }
}

function gapFigure({ orders, total }: CustomerFile, { t, today }: Tools): KeyFigure {
  const { days, purchaseDays } = usualGap(orders)
  const label = <span title={t('customers.figure.gapHint')}>{t('customers.figure.gap')}</span>
  if (days === null)
    return {
      key: 'gap',
      label,
      value: <span className="tertiary">{t('chart.notEnough')}</span>,
      note: t('customers.figure.gapTooFew', { count: purchaseDays, minimum: leastPurchaseDays }),
    }
  const since = daysSince(total.lastOn, today)
  const times = since === null ? 0 : since / days
  const isLate = times >= lateTimes
  return {
    key: 'gap',
    label,
    value: t('common.days', { count: Math.round(days) }),
    note: isLate
      ? t('customers.figure.gapTimes', { times: formatNumber(times, times < 10 ? 1 : 0) })
      : t('customers.figure.gapDays', { count: purchaseDays }),
    tone: isLate ? 'warn' : 'plain',
  }
}

function perOrderFigure({ total }: CustomerFile, { t, currency }: Tools): KeyFigure {
  const perOrder = total.orderCount > 0 ? Math.round(total.spendMinor / total.orderCount) : null
  return {
    key: 'perOrder',
    label: t('customers.figure.perOrder'),
    value: perOrder === null ? t('common.unknown') : formatMoney(perOrder, currency, { hasSymbol: true }),
    note: t('customers.figure.perOrderNote'),
  }
}

function segmentFigure(explained: Explained, onWhy: () => void, tools: Tools): KeyFigure {
  const { t } = tools
  const { explanation, analysis } = explained
  return {
    key: 'segment',
    label: (
      <>
        {t('customers.figure.segment')}　<WhyLink onClick={onWhy} />
      </>
    ),
    value: explanation ? (
      <SegmentSwatch colorKey={explanation.segment.colorKey}>
        {segmentName(tools, explanation.segment)}
      </SegmentSwatch>
    ) : (
      <span className="tertiary">{explained.error ? t('common.unknown') : '\u00a0'}</span>
    ),
    note: analysis
      ? t('customers.figure.asOf', { day: analysis.asOf, period: periodName(tools, analysis.period) })
      : '',
  }
}

/** The strip of key figures under the card. */
export function CustomerFigures(props: { file: CustomerFile; explained: Explained; onWhy: () => void }) {
  const { file } = props
  const { currency } = useOpenArchive()
  const tools: Tools = { ...useTranslation(), currency, today: useReferenceDay() }
  const figures = [
    spendFigure(file, tools),
    ordersFigure(file, tools),
    lastFigure(file, tools),
    gapFigure(file, tools),
    perOrderFigure(file, tools),
    segmentFigure(props.explained, props.onWhy, tools),
  ]
  return <KeyFigures figures={figures} />
}
