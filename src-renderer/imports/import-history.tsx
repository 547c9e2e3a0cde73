import { useEffect, useMemo, useRef, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import type { SheetHandle } from '#renderer/components/sheet-grid/sheet-grid-props.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import type { ImportFilter } from '#shared/domain/import-history.ts'
import { BatchDetail } from './batch-detail.tsx'
import { historyColumns } from './history-columns.ts'
import { HistoryFilter } from './history-filter.tsx'
import { type FoundImports, useHistorySource, useImportAt, usePlaceOf } from './use-history-rows.ts'

type ImportHistoryProps = {
  readonly filter: ImportFilter
  readonly onFilter: (filter: ImportFilter) => void
  readonly found: FoundImports
  readonly isReadOnly: boolean
  readonly shownImportBatchId: number | null
  readonly customersHref: (importBatchId: number) => string
  readonly onUndo: (importBatchId: number) => void
}

/** The imports that the filter lets through, newest first; the one under the cursor stands in full below, with what can be done about it. */
export function ImportHistory(props: ImportHistoryProps) {
  const { filter, onFilter, found, isReadOnly, shownImportBatchId, customersHref, onUndo } = props
  const words = useTranslation()
  const { t } = words
  const rowPx = useRowPx()
  const [active, setActive] = useState(0)
  const grid = useRef<SheetHandle>(null)
  const wanted = usePlaceOf(shownImportBatchId, filter, found)
  useEffect(() => {
    if (wanted !== null) grid.current?.goToRow(wanted)
  }, [wanted])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are read anew when another answer has come.
  useEffect(() => grid.current?.refresh(), [found])
  const columns = useMemo(() => historyColumns(words), [words])
  const source = useHistorySource(filter, found)
  const shown = useImportAt(filter, found, Math.min(active, found.total - 1))
  return (
    <div className="import-history">
      <div className="row">
        <h2 className="section-title">{t('imports.history.title')}</h2>
        <span className="small tertiary">{t('imports.history.count', { count: found.total })}</span>
        <span className="grow" />
        <HistoryFilter filter={filter} onFilter={onFilter} onGoToList={() => grid.current?.focus()} />
      </div>
      <SheetGrid
        label={t('imports.history.title')}
        columns={columns}
        source={source}
        rowPx={rowPx}
        ref={grid}
        onSelectionChange={selection => setActive(selection.activeRow)}
        onOpenRow={batch => !isReadOnly && batch.state === 'committed' && onUndo(batch.importBatchId)}
        emptyState={<EmptyState text={t('history.noneFound')} />}
      />
      {shown && (
        <BatchDetail
          batch={shown}
          isReadOnly={isReadOnly}
          customersHref={customersHref(shown.importBatchId)}
          onUndo={onUndo}
        />
      )}
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
