import { useEffect, useMemo, useRef, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import type { SheetHandle } from '#renderer/components/sheet-grid/sheet-grid-props.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import type { ImportBatch } from '#shared/domain/import-batch.ts'
import { BatchDetail } from './batch-detail.tsx'
import { historyColumns } from './history-columns.ts'

type ImportHistoryProps = {
  readonly batches: readonly ImportBatch[]
  readonly isReadOnly: boolean
  readonly shownImportBatchId: number | null
  readonly onUndo: (importBatchId: number) => void
}

/** All imports, newest first; the one under the cursor stands in full below, with what can be done about it. */
export function ImportHistory({ batches, isReadOnly, shownImportBatchId, onUndo }: ImportHistoryProps) {
  const words = useTranslation()
  const { t } = words
  const rowPx = useRowPx()
  const wanted = batches.findIndex(batch => batch.importBatchId === shownImportBatchId)
  const [active, setActive] = useState(Math.max(0, wanted))
  const grid = useRef<SheetHandle>(null)
  useEffect(() => {
    if (wanted >= 0) grid.current?.goToRow(wanted)
  }, [wanted])
  const columns = useMemo(() => historyColumns(words), [words])
  const generation = batches.map(batch => `${batch.importBatchId}${batch.state}`).join(' ')
  const source = useMemo(
    () => ({
      count: batches.length,
      generation,
      fetchRange: async (start: number, count: number) => batches.slice(start, start + count),
    }),
    [batches, generation],
  )
  const shown = batches[Math.min(active, batches.length - 1)]
  return (
    <div className="import-history">
      <div className="row">
        <h2 className="section-title">{t('imports.history.title')}</h2>
        <span className="small tertiary">{t('imports.history.count', { count: batches.length })}</span>
      </div>
      <SheetGrid
        label={t('imports.history.title')}
        columns={columns}
        source={source}
        rowPx={rowPx}
        ref={grid}
        onSelectionChange={selection => setActive(selection.activeRow)}
        onOpenRow={batch => !isReadOnly && batch.state === 'committed' && onUndo(batch.importBatchId)}
      />
      {shown && <BatchDetail batch={shown} isReadOnly={isReadOnly} onUndo={onUndo} />}
    </div>
  )
}

const exampleCounts = { rows: 3214, created: 1982, updated: 486, unchanged: 711, rejected: 35 }

/** The history before the first import: what will be here, with one example in grey. */
export function NoHistory() {
  const { t } = useTranslation()
  return (
    <Panel title={t('imports.history.title')} className="import-no-history">
      <EmptyState
        text={t('imports.history.empty')}
        example={
          <span className="row num import-example">
            <span>{t('imports.history.example.when')}</span>
            <span>{t('imports.history.example.file')}</span>
            <span>{t('common.equation', exampleCounts)}</span>
          </span>
        }
      />
    </Panel>
  )
}
