import { Tabs } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { CardPanel } from './card-panel.tsx'
import { CustomerDetails } from './customer-details.tsx'
import { CustomerOrders } from './customer-orders.tsx'
import { CustomerOverview } from './customer-overview.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { useExplanation } from './use-explanation.ts'

type TabKey =
  | 'overview'
  | 'details'
  | 'orders'
  | 'portrait'
  | 'entries'
  | 'attachments'
  | 'credit'
  | 'history'

type CustomerBodyProps = {
  readonly file: CustomerFile
  readonly onEdit: (() => void) | undefined
  readonly cardTurn: ReactNode
  readonly cardHistory: ReactNode
  readonly entries: ReactNode
  readonly attachments: ReactNode
  readonly credit: ReactNode
  readonly funnel: ReactNode
  readonly regionNotes: ReactNode
  readonly portrait: ReactNode
  /** False while there is none. */
  readonly call: ReactNode
}

/** A customer's card, and below it the tabs. */
export function CustomerBody(props: CustomerBodyProps) {
  const { file, onEdit, cardTurn, cardHistory, entries, attachments, funnel, regionNotes } = props
  const { portrait, credit, call } = props
  const { t } = useTranslation()
  const explained = useExplanation(file.customerId)
  const counts = useTabCounts(file.customerId, Boolean(entries), Boolean(attachments))
  const [tab, setTab] = useState<TabKey>('overview')
  const [isInPeriod, setInPeriod] = useState(false)
  const why = useRef<HTMLDivElement>(null)
  const [askedWhy, setAskedWhy] = useState(0)
  useEffect(() => {
    if (askedWhy > 0) why.current?.focus()
  }, [askedWhy])
  const showWhy = () => {
    setTab('overview')
    setAskedWhy(before => before + 1)
  }
  const openOrders = (onlyPeriod: boolean) => {
    setInPeriod(onlyPeriod)
    setTab('orders')
  }
  return (
    <>
      <CardPanel file={file} explained={explained} cardTurn={cardTurn} onWhy={showWhy} />
      <div className={call ? 'customer-body is-calling' : 'customer-body'}>
        <Tabs
          size="small"
          className="customer-tabs"
          activeKey={tab}
          onChange={key => setTab(key as TabKey)}
          destroyOnHidden
          items={[
            {
              key: 'overview',
              label: t('customers.tab.overview'),
              children: (
                <CustomerOverview
                  file={file}
                  explained={explained}
                  whyRef={why}
                  onEdit={onEdit}
                  onOpenOrders={openOrders}
                />
              ),
            },
            {
              key: 'details',
              label: t('customers.tab.details'),
              children: (
                <CustomerDetails
                  file={file}
                  cardHistory={cardHistory}
                  funnel={funnel}
                  regionNotes={regionNotes}
                  onEdit={onEdit}
                />
              ),
            },
            {
              key: 'orders',
              label: t('customers.tab.orders', { count: file.allOrderCount }),
              children: (
                <CustomerOrders
                  file={file}
                  explained={explained}
                  isInPeriod={isInPeriod}
                  onChangePeriod={setInPeriod}
                />
              ),
            },
            ...(portrait ? [{ key: 'portrait', label: t('portrait.title'), children: portrait }] : []),
            ...(entries
              ? [{ key: 'entries', label: counted(t('entries.title'), counts.entries), children: entries }]
              : []),
            ...(attachments
              ? [
                  {
                    key: 'attachments',
                    label: counted(t('attachments.title'), counts.attachments),
                    children: attachments,
                  },
                ]
              : []),
            ...(credit ? [{ key: 'credit', label: t('credit.title'), children: credit }] : []),
            {
              key: 'history',
              label: t('customers.tab.history'),
              children: <HistoryPanel customerId={file.customerId} />,
            },
          ]}
        />
        {call}
      </div>
    </>
  )
}

/** How much there is in the tabs that other rooms put on the page; undefined until it is known. */
function useTabCounts(customerId: number, hasEntries: boolean, hasAttachments: boolean) {
  const { data: entries } = useRequest('entries.ofCustomer', { customerId }, { isEnabled: hasEntries })
  const { data: attachments } = useRequest(
    'attachments.ofCustomer',
    { customerId },
    { isEnabled: hasAttachments },
  )
  return { entries: entries?.length, attachments: attachments?.length }
}

const counted = (title: string, count: number | undefined) =>
  count === undefined ? title : `${title} ${formatNumber(count)}`
