import { lineDetailsText } from '#renderer/components/line-details-text.ts'
import type { SheetColumn } from '#renderer/components/sheet-grid/sheet-column.ts'
import { PictureMark } from '#renderer/components/stored-picture.tsx'
import { Tag } from '#renderer/components/tag.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import { readPictureValue } from '#shared/domain/attachment.ts'
import { type CurrencyCode, minorUnitExponent } from '#shared/domain/currency.ts'
import { formatMinor } from '#shared/domain/money.ts'
import type { OrderLine, SalesOrder } from '#shared/domain/sales-order.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { sourceName } from './customer-words.ts'
import { orderMark } from './order-words.ts'

/** One line of the sheet: an item of an order; the order's own facts stand on its first one. */
export type OrderRow = {
  readonly order: SalesOrder
  readonly line: OrderLine | null
  readonly isFirst: boolean
}

/** The orders line by line, in the order in which they come. */
export function toOrderRows(orders: readonly SalesOrder[]): readonly OrderRow[] {
  return orders.flatMap<OrderRow>(order =>
    order.lines.length === 0
      ? [{ order, line: null, isFirst: true }]
      : order.lines.map((line, index) => ({ order, line, isFirst: index === 0 })),
  )
}

/** '2026-08-16T21:30:00' as '2026-08-16 21:30'; the day alone where the time is not known. */
const momentOf = ({ orderedOn, orderedAtLocal }: SalesOrder) => {
  const time = /[T ](\d{2}:\d{2})/.exec(orderedAtLocal)?.[1]
  return time === undefined || time === '00:00' ? orderedOn : `${orderedOn} ${time}`
}

const perMicro = 1_000_000

type OrderColumnTools = Pick<Translation, 't' | 'tCode' | 'language'> & { readonly currency: CurrencyCode }

/** The columns of all orders of a customer; those that few orders say anything in are there only where one does. */
export function orderColumns(
  tools: OrderColumnTools,
  shown: { readonly hasAttributes: boolean; readonly hasDetails: boolean; readonly hasFlow: boolean },
): readonly SheetColumn<OrderRow>[] {
  const isShown: Readonly<Record<string, boolean>> = {
    ...{ attributes: shown.hasAttributes, details: shown.hasDetails, flow: shown.hasFlow },
  }
  return allColumns(tools).filter(({ key }) => isShown[key] ?? true)
}

function allColumns(tools: OrderColumnTools): readonly SheetColumn<OrderRow>[] {
  const { t, currency } = tools
  const ofOrder = (write: (order: SalesOrder) => string) => (row: OrderRow) =>
    row.isFirst ? write(row.order) : ''
  const money = (key: string, title: string, minorOf: (row: OrderRow) => number | null) => ({
    key,
    title,
    widthPx: 88,
    isNumeric: true,
    text: (row: OrderRow) => {
      const minor = minorOf(row)
      return minor === null ? '' : formatMinor(minor, currency)
    },
    render: (row: OrderRow) => {
      const minor = minorOf(row)
      return minor === null ? '' : formatMoney(minor, currency)
    },
    value: minorOf,
  })
  const decimals = minorUnitExponent(currency)
  const isEnglish = tools.language === 'en'
  return [
    { key: 'orderedAt', title: t('customers.orders.orderedAt'), widthPx: 132, text: ofOrder(momentOf) },
    {
      key: 'number',
      title: t('customers.orders.number'),
      widthPx: 160,
      text: ofOrder(order => order.orderNumber ?? ''),
    },
    {
      key: 'product',
      title: t('customers.orders.product'),
      widthPx: 200,
      isGrowing: true,
      text: row => row.line?.title ?? '',
    },
    {
      key: 'attributes',
      title: t('customers.orders.attributes'),
      widthPx: 100,
      text: row => row.line?.attributes ?? '',
    },
    {
      key: 'details',
      title: t('lineDetails.title'),
      widthPx: 180,
      text: row => lineDetailsText(row.line?.details, tools),
      render: row => {
        const picture = readPictureValue(row.line?.picture)
        const text = lineDetailsText(row.line?.details, tools)
        if (!picture) return text
        return <PictureMark picture={{ ...picture, fileName: text || picture.fileName }} />
      },
    },
    {
      key: 'flow',
      title: t('customers.orders.flow'),
      widthPx: 160,
      text: ofOrder(order => order.flowNote ?? ''),
    },
    {
      key: 'quantity',
      title: t('customers.orders.quantity'),
      widthPx: isEnglish ? 80 : 56,
      isNumeric: true,
      text: row => (row.line ? String(row.line.quantity) : ''),
      value: row => row.line?.quantity ?? null,
    },
    {
      key: 'unitPrice',
      title: t('customers.orders.unitPrice'),
      widthPx: isEnglish ? 92 : 76,
      isNumeric: true,
      text: ({ line }) =>
        line?.unitPriceMicro == null ? '' : formatNumber(line.unitPriceMicro / perMicro, decimals),
    },
    money('lineNet', t('customers.orders.lineNet'), ({ line }) => line?.netMinor ?? null),
    money('paid', t('customers.orders.paid'), row => (row.isFirst ? row.order.paidMinor : null)),
    money('refunded', t('customers.orders.refunded'), row =>
      row.isFirst && row.order.refundedMinor !== 0 ? row.order.refundedMinor : null,
    ),
    money('net', t('customers.orders.net'), row => (row.isFirst ? row.order.netMinor : null)),
    {
      key: 'status',
      title: t('customers.orders.status'),
      widthPx: 140,
      text: ofOrder(order => statusWords(order, tools).join(' ')),
      render: row => (row.isFirst ? <Status order={row.order} tools={tools} /> : ''),
    },
    {
      key: 'place',
      title: t('customers.orders.place'),
      widthPx: 130,
      text: ofOrder(order => sourceName(order, tools)),
    },
    {
      key: 'note',
      title: t('customers.orders.note'),
      widthPx: 200,
      text: ofOrder(order => order.note ?? ''),
    },
  ]
}

/** The status, and a mark where the order is more than that. */
function statusWords(order: SalesOrder, tools: OrderColumnTools): readonly string[] {
  const status = tools.tCode(`order-status.${order.status}`)
  const mark = orderMark(order, tools)
  return mark === null || mark === status ? [status] : [status, mark]
}

function Status({ order, tools }: { order: SalesOrder; tools: OrderColumnTools }) {
  const [status, mark] = statusWords(order, tools)
  const isPlain = order.isCounted || order.isCancellation
  return (
    <span title={order.statusText ?? undefined}>
      <span className={isPlain ? undefined : 'tertiary'}>{status}</span>{' '}
      {mark && <Tag tone="warn">{mark}</Tag>}{' '}
      {!isPlain && !mark && <Tag>{tools.t('customers.orders.uncounted')}</Tag>}
    </span>
  )
}
