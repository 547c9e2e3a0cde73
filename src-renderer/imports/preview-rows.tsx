import { Segmented } from 'antd'
import { useMemo } from 'react'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import type { ImportPreview, PreviewRow } from '#shared/domain/import-batch.ts'
import { fetchTabRows, type PreviewTab, previewTabs, tabCount } from './preview-tab.ts'
import { rowColumns } from './row-columns.tsx'

type PreviewRowsProps = {
  readonly preview: ImportPreview
  /** Raised with each preview: the rows are then others. */
  readonly generation: number
  readonly tab: PreviewTab
  readonly onTab: (tab: PreviewTab) => void
}

/** The rows of the sheet with what will become of them, cell by cell. */
export function PreviewRows({ preview, generation, tab, onTab }: PreviewRowsProps) {
  const words = useTranslation()
  const { t } = words
  const rowPx = useRowPx()
  const { stagingId, counts, columns, kind } = preview
  const sheetColumns = useMemo(() => rowColumns({ columns, kind }, tab, words), [columns, kind, tab, words])
  const source = useMemo(
    () => ({
      count: tabCount(tab, counts),
      generation: `${stagingId} ${generation} ${tab}`,
      fetchRange: (start: number, count: number) => fetchTabRows(stagingId, tab, counts, start, count),
    }),
    [stagingId, generation, tab, counts],
  )
  const rowNumbers = useMemo(() => ({ of: rowInFile, largest: lastRow(preview) }), [preview])
  return (
    <>
      <div className="row import-tabs">
        <Segmented
          size="small"
          aria-label={t('imports.rows.label')}
          value={tab}
          options={previewTabs.map(value => ({
            value,
            label: t(`imports.tab.${value}`, { count: tabCount(value, counts) }),
          }))}
          onChange={onTab}
        />
        <span className="grow" />
        <span className="import-legend small" aria-hidden="true">
          <span className="import-diff">
            <s>{t('imports.legend.old')}</s>
            <b>{t('imports.legend.new')}</b>
          </span>
        </span>
      </div>
      <SheetGrid
        key={tab === 'rejected' ? 'rejected' : 'rows'}
        label={t('imports.rows.label')}
        columns={sheetColumns}
        source={source}
        rowNumbers={rowNumbers}
        rowPx={rowPx}
        emptyState={<span className="secondary">{t('imports.rows.none')}</span>}
      />
    </>
  )
}

const rowInFile = (row: PreviewRow) => row.rowNumber

/** At least the number of the last row: blank rows are not counted, so it may be a little further down. */
function lastRow({ sheets, sheetName, headerRow, counts }: ImportPreview): number {
  const rowCount = sheets.find(sheet => sheet.name === sheetName)?.rowCount ?? 0
  return Math.max(rowCount, headerRow + counts.rows)
}
