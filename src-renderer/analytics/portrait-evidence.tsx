import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { evidenceText, portraitText } from '#renderer/i18n/portrait-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type {
  PortraitEvidence,
  PortraitRows,
  PortraitRowsRequest,
  PortraitSentence,
} from '#shared/domain/portrait.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

type PortraitEvidenceProps = {
  /** Null in the portrait of many. */
  readonly customerId: number | null
  /** Null while none was opened. */
  readonly sentence: PortraitSentence | null
  readonly onOpenCustomer: ((customerId: number) => void) | undefined
}

/** The rows that the opened sentence of a portrait rests on. */
export function PortraitEvidencePanel({ customerId, sentence, onOpenCustomer }: PortraitEvidenceProps) {
  const words = useTranslation()
  const { t } = words
  const { currency } = useOpenArchive()
  const evidence = sentence?.evidence ?? null
  return (
    <Panel title={t('portrait.rows')} className="portrait-evidence">
      {sentence === null || evidence === null ? (
        <p className="secondary">{t('portrait.rows.hint')}</p>
      ) : (
        <div aria-live="polite">
          <p>
            <b>{portraitText(words, sentence, currency)}</b>
          </p>
          {evidence.kind === 'typed' && <p className="secondary">{t('portrait.rows.typed')}</p>}
          <p className="small secondary num">{evidenceText(words, evidence)}</p>
          {evidence.kind !== 'typed' && (
            <Rows evidence={evidence} customerId={customerId} onOpenCustomer={onOpenCustomer} />
          )}
        </div>
      )}
    </Panel>
  )
}

type RowsProps = Pick<PortraitEvidenceProps, 'customerId' | 'onOpenCustomer'> & {
  readonly evidence: Exclude<PortraitEvidence, { kind: 'typed' }>
}

function Rows({ evidence, customerId, onOpenCustomer }: RowsProps) {
  const { t } = useTranslation()
  const { data, error } = useRequest('analytics.getPortraitRows', requestOf(evidence, customerId))
  if (error) return <ErrorNote error={error} />
  if (!data) return <Skeleton lines={4} />
  const { count, ids } = evidence
  return (
    <>
      {count > ids.length && (
        <p className="small secondary num">{t('portrait.rows.newest', { count, shown: ids.length })}</p>
      )}
      {data.orders.length > 0 && (
        <OrderRows orders={data.orders} onOpenCustomer={customerId === null ? onOpenCustomer : undefined} />
      )}
      {data.customers.length > 0 && (
        <CustomerRows customers={data.customers} onOpenCustomer={onOpenCustomer} />
      )}
      {data.entries.map(({ entryId, entry }) =>
        entry.kind === 'service' ? (
          <p key={entryId} className="selectable">
            <span className="num secondary">{entry.happenedOn}</span> {entry.note}
          </p>
        ) : null,
      )}
    </>
  )
}

function requestOf(evidence: RowsProps['evidence'], customerId: number | null): PortraitRowsRequest {
  const { kind, ids } = evidence
  return kind === 'entries' ? { kind, ids, customerId: customerId ?? 1 } : { kind, ids }
}

type OrderRowsProps = {
  readonly orders: PortraitRows['orders']
  /** Of many customers each order names its own. */
  readonly onOpenCustomer: ((customerId: number) => void) | undefined
}

function OrderRows({ orders, onOpenCustomer }: OrderRowsProps) {
  const { t } = useTranslation()
  const { currency } = useOpenArchive()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t('portrait.rows.orderedAt')}</th>
          {onOpenCustomer && <th>{t('portrait.rows.customer')}</th>}
          <th>{t('portrait.rows.items')}</th>
          <th className="right">{t('portrait.rows.net')}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map(order => (
          <tr key={order.salesOrderId}>
            <td className="num nowrap" title={order.orderNumber ?? undefined}>
              {order.orderedAtLocal.slice(0, 16).replace('T', ' ')}
            </td>
            {onOpenCustomer && (
              <td>
                {order.customerId !== null && (
                  <LinkButton onClick={() => onOpenCustomer(order.customerId ?? 0)}>
                    {order.customerName}
                  </LinkButton>
                )}
              </td>
            )}
            <td>{order.items.join('；')}</td>
            <td className="num right nowrap">{formatMoney(order.netMinor, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CustomerRowsProps = {
  readonly customers: PortraitRows['customers']
  readonly onOpenCustomer: ((customerId: number) => void) | undefined
}

function CustomerRows({ customers, onOpenCustomer }: CustomerRowsProps) {
  const { t } = useTranslation()
  const { currency } = useOpenArchive()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t('portrait.rows.customer')}</th>
          <th className="right">{t('portrait.rows.orders')}</th>
          <th className="right">{t('portrait.rows.spend')}</th>
        </tr>
      </thead>
      <tbody>
        {customers.map(({ customerId, name, orderCount, spendMinor }) => (
          <tr key={customerId}>
            <td>
              {onOpenCustomer ? (
                <LinkButton onClick={() => onOpenCustomer(customerId)}>{name}</LinkButton>
              ) : (
                name
              )}
            </td>
            <td className="num right">{formatNumber(orderCount)}</td>
            <td className="num right nowrap">{formatMoney(spendMinor, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
