import type { CSSProperties } from 'react'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { segmentCssColor } from '#renderer/components/segment-swatch.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { entryWords } from '#shared/domain/file-entry.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import type { SalesOrder } from '#shared/domain/sales-order.ts'
import { sourceName } from './customer-words.ts'
import { type TimelineEvent, timelineOf } from './timeline.ts'

/** Events drawn here; the orders tab has them all. */
const shownEvents = 60

type Tools = Pick<Translation, 't' | 'tCode'> & {
  readonly currency: CurrencyCode
  readonly archiveNumber: string
}
type Words = { readonly text: string; readonly note: string }

const dotColors: Readonly<Record<TimelineEvent['kind'], string>> = {
  order: segmentCssColor('valueHi'),
  uncounted: segmentCssColor('none'),
  cancellation: segmentCssColor('holdHi'),
  balance: segmentCssColor('growHi'),
  refused: 'var(--seal)',
  entry: segmentCssColor('growHi'),
  created: segmentCssColor('none'),
}

function orderWords(order: SalesOrder, kind: TimelineEvent['kind'], tools: Tools): Words {
  const { t, tCode, currency } = tools
  const money = (minor: number) => formatMoney(minor, currency, { hasSymbol: true })
  const sum = money(order.isCancellation ? order.netMinor : order.paidMinor)
  const [first] = order.lines
  const notes = [
    ...(order.refundedMinor > 0
      ? [t('customers.timeline.refunded', { sum: money(order.refundedMinor) })]
      : []),
    order.orderNumber ?? t('customers.timeline.noNumber'),
    ...(order.platform || order.shop ? [sourceName(order, { t, tCode })] : []),
    ...(order.flowNote === null ? [] : [t('customers.timeline.flow', { text: order.flowNote })]),
  ]
  const note = notes.join('　')
  if (kind === 'cancellation') return { text: t('customers.timeline.cancellation', { sum }), note }
  if (kind === 'uncounted')
    return {
      text: t('customers.timeline.uncounted', { sum, status: tCode(`order-status.${order.status}`) }),
      note,
    }
  if (!first) return { text: t('customers.timeline.order', { sum }), note }
  if (order.lines.length === 1)
    return { text: t('customers.timeline.orderOfOne', { sum, title: first.title }), note }
  const count = order.lines.length
  return { text: t('customers.timeline.orderOfMany', { sum, title: first.title, count }), note }
}

function wordsOf(event: TimelineEvent, tools: Tools): Words {
  const { t, currency } = tools
  if ('order' in event) return orderWords(event.order, event.kind, tools)
  if (event.kind === 'refused') return { text: t('customers.timeline.refused'), note: '' }
  if (event.kind === 'created')
    return {
      text: t('customers.timeline.created'),
      note: t('customers.timeline.createdHow', { archiveNumber: tools.archiveNumber }),
    }
  if (event.kind === 'entry')
    return { text: t(`entry-kind.${event.entry.kind}`), note: entryWords(event.entry).join('，') }
  const { orderCount, spendMinor, coversUntilOn } = event.balance
  const sum = formatMoney(spendMinor, currency, { hasSymbol: true })
  return {
    text: t('customers.timeline.balance', { count: orderCount, sum }),
    note: t('customers.timeline.balanceUntil', { day: coversUntilOn }),
  }
}

/** What happened with this customer, the newest first. */
export function TimelinePanel({ file, onOpenOrders }: { file: CustomerFile; onOpenOrders: () => void }) {
  const { t, tCode } = useTranslation()
  const { currency } = useOpenArchive()
  const tools: Tools = { t, tCode, currency, archiveNumber: file.archiveNumber }
  const { data: records } = useRequest('entries.ofCustomer', { customerId: file.customerId })
  const events = timelineOf(file, records)
  const earlier = events.length - shownEvents + (file.allOrderCount - file.orders.length)
  return (
    <Panel title={t('customers.timeline.title')}>
      <ol className="timeline">
        {events.slice(0, shownEvents).map(event => {
          const { text, note } = wordsOf(event, tools)
          return (
            <li key={event.key} style={{ '--dot': dotColors[event.kind] } as CSSProperties}>
              <time className="small tertiary num" dateTime={event.day}>
                {event.day}
              </time>
              <span className={event.kind === 'refused' ? 'seal' : undefined}>{text}</span>
              {note && <span className="timeline-note small tertiary clip">{note}</span>}
            </li>
          )
        })}
      </ol>
      {earlier > 0 && (
        <LinkButton onClick={onOpenOrders}>{t('customers.timeline.earlier', { count: earlier })}</LinkButton>
      )}
    </Panel>
  )
}
