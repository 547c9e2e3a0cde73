import type { ReactNode } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ExportScope } from '#shared/domain/export.ts'
import type { Snapshot } from './customer-list.ts'
import { SnapshotGrid } from './snapshot-grid.tsx'

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
  usePageKeys({ Escape: onBack })
  const { listId, total } = snapshot
  return (
    <>
      <PageHead
        title={title}
        back={{ text: backTo, run: onBack }}
        note={<span className="num">{t('customers.count', { count: total })}</span>}
      >
        {total > 0 && renderExport(async () => ({ of: 'list', listId }))}
      </PageHead>
      <SnapshotGrid
        label={title}
        snapshot={snapshot}
        onLost={onLost}
        onOpen={onOpen}
        emptyState={<EmptyState text={emptyText} />}
      />
    </>
  )
}
