import './customers.css'
import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import type { RowRange } from '#renderer/components/sheet-grid/selection.ts'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import type { SheetHandle } from '#renderer/components/sheet-grid/sheet-grid-props.ts'
import type { SheetSummary } from '#renderer/components/sheet-grid/summary.ts'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useEvent } from '#renderer/ipc/use-event.ts'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import type { ExportScope } from '#shared/domain/export.ts'
import type { Snapshot } from './customer-list.ts'
import { ListStatus } from './list-status.tsx'
import { useCustomerColumns, useSnapshotRows } from './use-list-grid.ts'

type FoundCustomersProps = {
  readonly title: string
  /** Where they were found: stands on the button that leads back. */
  readonly backTo: string
  readonly emptyText: string
  readonly snapshot: Snapshot
  /** The snapshot is no longer there: another one is to be taken. */
  readonly onLost: () => void
  readonly onOpen: (customerId: number, listId: number) => void
  readonly onBack: () => void
  readonly renderExport: (readScope: () => Promise<ExportScope | null>) => ReactNode
}

/** Some customers, in the columns of the list of all: Enter opens one, Esc leads back. */
export function FoundCustomers(props: FoundCustomersProps) {
  const { title, backTo, emptyText, snapshot, onLost, onOpen, onBack, renderExport } = props
  const { t } = useTranslation()
  const rowPx = useRowPx()
  const grid = useRef<SheetHandle>(null)
  const columns = useCustomerColumns()
  const { source } = useSnapshotRows(snapshot, onLost)
  const [summary, setSummary] = useState<SheetSummary | null>(null)
  const [shown, setShown] = useState<RowRange | null>(null)
  usePageKeys({ Escape: onBack })
  useEffect(() => grid.current?.focus(), [])
  useEvent('data.changed', ({ topics }) => {
    if (topics.includes('customers') || topics.includes('orders')) grid.current?.refresh()
  })
  const { listId, total } = snapshot
  return (
    <>
      <PageHead title={title} note={<span className="num">{t('customers.count', { count: total })}</span>}>
        {total > 0 && renderExport(async () => ({ of: 'list', listId }))}
        <Button icon={<ArrowLeftOutlined />} title="Esc" onClick={onBack}>
          {backTo}
        </Button>
      </PageHead>
      <div className="fill">
        <SheetGrid
          ref={grid}
          label={title}
          columns={columns}
          source={source}
          rowPx={rowPx}
          onOpenRow={({ customer, isDeleted }) =>
            customer && !isDeleted && onOpen(customer.customerId, listId)
          }
          onSummary={setSummary}
          onShownRows={setShown}
          emptyState={<EmptyState text={emptyText} />}
        />
      </div>
      {total > 0 && <ListStatus shown={shown} total={total} summary={summary} columns={columns} />}
    </>
  )
}
