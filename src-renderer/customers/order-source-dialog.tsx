import { Modal } from 'antd'
import { useContext } from 'react'
import { formatInstant } from '#renderer/i18n/format-date.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { OrderLine, SalesOrder } from '#shared/domain/sales-order.ts'
import type { OrderField, ValueSource, ValueSubject } from '#shared/domain/value-source.ts'
import { ImportHref } from './value-source.tsx'

/** An order, and the item of it that was asked about. */
export type AskedOrder = { readonly order: SalesOrder; readonly line: OrderLine | null }

type OrderValue = {
  readonly name: string
  readonly value: string
  readonly subject: ValueSubject
}

type OrderSourceDialogProps = AskedOrder & { readonly customerId: number; readonly onClose: () => void }

/** Where every value of an order comes from, and those of one item: the cell and the file, or the edit by hand. */
export function OrderSourceDialog({ customerId, order, line, onClose }: OrderSourceDialogProps) {
  const { t } = useTranslation()
  const values = useOrderValues({ order, line })
  const title =
    order.orderNumber === null
      ? t('source.ofNamelessOrder', { day: order.orderedOn })
      : t('source.ofOrder', { number: order.orderNumber })
  return (
    <Modal open width={760} title={title} footer={null} onCancel={onClose}>
      <table className="plain-table order-source">
        <thead>
          <tr>
            <th scope="col">{t('source.field')}</th>
            <th scope="col">{t('source.value')}</th>
            <th scope="col">{t('source.cell')}</th>
            <th scope="col">{t('source.from')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map(value => (
            <ValueRow key={value.name} customerId={customerId} {...value} />
          ))}
        </tbody>
      </table>
    </Modal>
  )
}

/** The values of an order that the page shows, in the order of its columns; empty ones have no source. */
function useOrderValues({ order, line }: AskedOrder): readonly OrderValue[] {
  const { t, tCode } = useTranslation()
  const { currency } = useOpenArchive()
  const { salesOrderId, orderedAtLocal, note } = order
  const ofOrder = (field: OrderField & keyof typeof names, value: string): OrderValue => ({
    ...{ name: names[field], value, subject: { of: 'order', salesOrderId, field } },
  })
  const names = {
    orderedAt: t('customers.orders.orderedAt'),
    paid: t('customers.orders.paid'),
    refunded: t('customers.orders.refunded'),
    status: t('customers.orders.status'),
    note: t('customers.orders.note'),
  }
  const ofLine = ({ lineNumber, title, attributes }: OrderLine): OrderValue => ({
    name: t('source.line'),
    value: [title, attributes].filter(Boolean).join(' '),
    subject: { of: 'line', salesOrderId, lineNumber },
  })
  return [
    ofOrder('orderedAt', orderedAtLocal.replace('T', ' ')),
    ...(line ? [ofLine(line)] : []),
    ofOrder('paid', formatMoney(order.paidMinor, currency)),
    ...(order.refundedMinor === 0 ? [] : [ofOrder('refunded', formatMoney(order.refundedMinor, currency))]),
    ofOrder('status', tCode(`order-status.${order.status}`)),
    ...(note ? [ofOrder('note', note)] : []),
  ]
}

function ValueRow({ customerId, name, value, subject }: OrderValue & { readonly customerId: number }) {
  const { data } = useRequest('imports.sourceOf', { customerId, subject })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="selectable">{value}</td>
      <td>{data && <Cells source={data} />}</td>
      <td>{data && <Origin source={data} />}</td>
    </tr>
  )
}

function Cells({ source }: { source: ValueSource }) {
  const { t } = useTranslation()
  if (source.origin !== 'import') return null
  const cells = source.rows.flatMap(row => row.cells)
  if (cells.length === 0) return <span className="tertiary">{t('source.noCells')}</span>
  const more = source.rowCount - source.rows.length
  return (
    <>
      {cells.map(({ address, header, text }) => (
        <div key={address}>
          <span className="brand num">{address}</span> <span className="tertiary">{header}</span>{' '}
          <span className="selectable">{text}</span>
        </div>
      ))}
      {more > 0 && <div className="small tertiary">{t('source.more', { count: more })}</div>}
    </>
  )
}

function Origin({ source }: { source: ValueSource }) {
  const { t, tCode } = useTranslation()
  const importHref = useContext(ImportHref)
  if (source.origin === 'unknown') return <span className="secondary">{t('source.unknown')}</span>
  return (
    <>
      {source.origin === 'edit' ? (
        t('source.edit', { act: tCode(`change.${source.kind}`) })
      ) : (
        <a className="link" href={importHref(source.importBatchId)}>
          {[source.fileName, source.sheetName].filter(Boolean).join(' · ')}
        </a>
      )}
      <div className="small tertiary">{formatInstant(source.madeAt)}</div>
    </>
  )
}
