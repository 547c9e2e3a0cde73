import { useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { lineDetailsText } from '#renderer/components/line-details-text.ts'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { MoneyText } from '#renderer/components/money-text.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Tag } from '#renderer/components/tag.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import type { SalesOrder } from '#shared/domain/sales-order.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { type AskedOrder, OrderSourceDialog } from './order-source-dialog.tsx'
import { lineMark } from './order-words.ts'

const shownLines = 40

const linesOf = (order: SalesOrder): readonly AskedOrder[] =>
  order.lines.length === 0 ? [{ order, line: null }] : order.lines.map(line => ({ order, line }))

/** The items bought last, line by line. */
export function RecentPurchases({ file, onOpenOrders }: { file: CustomerFile; onOpenOrders: () => void }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<AskedOrder | null>(null)
  const bought = file.orders.flatMap(linesOf).slice(0, shownLines)
  return (
    <Panel
      title={t('customers.recent.title')}
      extra={
        file.allOrderCount > 0 && (
          <LinkButton onClick={onOpenOrders}>
            {t('customers.recent.all', { count: file.allOrderCount })}
          </LinkButton>
        )
      }
    >
      {bought.length === 0 ? (
        <EmptyState text={t('customers.recent.empty')} />
      ) : (
        <table className="plain-table recent-purchases">
          <tbody>
            {bought.map(({ order, line }) => (
              <BoughtRow
                key={`${order.salesOrderId}-${line?.lineNumber ?? 0}`}
                order={order}
                line={line}
                onSource={() => setAsked({ order, line })}
              />
            ))}
          </tbody>
        </table>
      )}
      {asked && <OrderSourceDialog {...asked} customerId={file.customerId} onClose={() => setAsked(null)} />}
    </Panel>
  )
}

function BoughtRow({ order, line, onSource }: AskedOrder & { readonly onSource: () => void }) {
  const words = useTranslation()
  const { t } = words
  const { currency } = useOpenArchive()
  const mark = lineMark(order, line, words)
  const details = lineDetailsText(line?.details, words)
  return (
    <tr>
      <td className="secondary">{order.orderedOn}</td>
      <td
        className="recent-purchases-title"
        title={[line?.title, line?.attributes, details].filter(Boolean).join('　')}
      >
        {line ? line.title : <span className="tertiary">{t('customers.recent.noLines')}</span>}{' '}
        {(details || line?.attributes) && <span className="tertiary">{details || line?.attributes} </span>}
        {mark && <Tag tone="warn">{mark}</Tag>}
      </td>
      <td className="right secondary">
        {line && t('customers.recent.quantity', { quantity: formatNumber(line.quantity) })}
      </td>
      <td className="right">
        <MoneyText minor={line ? line.netMinor : order.netMinor} currency={currency} />
      </td>
      <td>
        <button
          type="button"
          className="link small source-button"
          aria-label={t('source.label', { name: line?.title ?? order.orderedOn })}
          onClick={onSource}
        >
          {t('source.show')}
        </button>
      </td>
    </tr>
  )
}
