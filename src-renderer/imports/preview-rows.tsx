import { Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import type { ImportPreview, PreviewRow } from '#shared/domain/import-batch.ts'
import { CellMarks, type MarkList, markCount } from './cell-marks.tsx'
import { fetchChangedRows, fetchTabRows, type PreviewTab, previewTabs, tabCount } from './preview-tab.ts'
import { rowColumns } from './row-columns.tsx'
import { usePreviewWords } from './use-preview-words.ts'

/** What the right side shows: rows of one fate, or cells that were cleaned or damaged. */
export type PreviewPane = PreviewTab | MarkList

type PreviewRowsProps = {
  readonly preview: ImportPreview
  /** Raised with each preview: the rows are then others. */
  readonly generation: number
  readonly pane: PreviewPane
  readonly onPane: (pane: PreviewPane) => void
}

const markLists: readonly MarkList[] = ['cleaned', 'damaged']
const isMarkList = (pane: PreviewPane): pane is MarkList => markLists.includes(pane as MarkList)

/** The rows of the sheet with what will become of them, cell by cell, and the cells that are not stored as they stand there. */
export function PreviewRows({ preview, generation, pane, onPane }: PreviewRowsProps) {
  const { t } = useTranslation()
  const [changedColumn, setChangedColumn] = useState<number | null>(null)
  const { counts } = preview
  const tabs = previewTabs.map(value => ({
    value: value as PreviewPane,
    label: t(`imports.tab.${value}`, { count: tabCount(value, counts) }),
  }))
  const lists = markLists.flatMap(value => {
    const count = markCount(preview, value)
    return count === 0 ? [] : [{ value: value as PreviewPane, label: t(`imports.tab.${value}`, { count }) }]
  })
  return (
    <>
      <div className="row import-tabs">
        <Segmented
          size="small"
          aria-label={t('imports.rows.label')}
          value={pane}
          options={[...tabs, ...lists]}
          onChange={onPane}
        />
        <span className="grow" />
        {pane === 'updated' && (
          <ChangedColumn preview={preview} value={changedColumn} onChoose={setChangedColumn} />
        )}
        {!isMarkList(pane) && (
          <span className="import-legend small" aria-hidden="true">
            <span className="import-diff">
              <s>{t('imports.legend.old')}</s>
              <b>{t('imports.legend.new')}</b>
            </span>
          </span>
        )}
      </div>
      {isMarkList(pane) ? (
        <CellMarks key={`${preview.stagingId} ${generation} ${pane}`} preview={preview} list={pane} />
      ) : (
        <RowGrid
          preview={preview}
          generation={generation}
          tab={pane}
          changedColumn={pane === 'updated' ? changedColumn : null}
        />
      )}
    </>
  )
}

/** Narrows the changed rows to those in which one column changes. */
function ChangedColumn({
  preview,
  value,
  onChoose,
}: {
  preview: ImportPreview
  value: number | null
  onChoose: (columnIndex: number | null) => void
}) {
  const { t } = useTranslation()
  const headerOf = (columnIndex: number) => preview.columns[columnIndex]?.header ?? ''
  return (
    <Select
      size="small"
      allowClear
      aria-label={t('imports.changedColumn')}
      placeholder={t('imports.changedColumn')}
      popupMatchSelectWidth={false}
      value={value}
      options={preview.changedColumns.map(({ columnIndex, count }) => ({
        value: columnIndex,
        label: `${headerOf(columnIndex)} ${count}`,
      }))}
      onChange={chosen => onChoose(chosen ?? null)}
    />
  )
}

type RowGridProps = Pick<PreviewRowsProps, 'preview' | 'generation'> & {
  readonly tab: PreviewTab
  readonly changedColumn: number | null
}

function RowGrid({ preview, generation, tab, changedColumn }: RowGridProps) {
  const words = usePreviewWords()
  const { t } = words
  const rowPx = useRowPx()
  const { stagingId, counts, columns, kind, changedColumns } = preview
  const sheetColumns = useMemo(() => rowColumns({ columns, kind }, tab, words), [columns, kind, tab, words])
  const source = useMemo(() => {
    const changed = changedColumns.find(({ columnIndex }) => columnIndex === changedColumn)
    return {
      count: changed?.count ?? tabCount(tab, counts),
      generation: `${stagingId} ${generation} ${tab} ${changed?.columnIndex ?? ''}`,
      fetchRange: (start: number, count: number) =>
        changed
          ? fetchChangedRows(stagingId, changed.columnIndex, start, count)
          : fetchTabRows(stagingId, tab, counts, start, count),
    }
  }, [stagingId, generation, tab, counts, changedColumn, changedColumns])
  const rowNumbers = useMemo(() => ({ of: rowInFile, largest: lastRow(preview) }), [preview])
  return (
    <SheetGrid
      key={tab === 'rejected' ? 'rejected' : 'rows'}
      label={t('imports.rows.label')}
      columns={sheetColumns}
      source={source}
      rowNumbers={rowNumbers}
      rowPx={rowPx}
      emptyState={<span className="secondary">{t('imports.rows.none')}</span>}
    />
  )
}

const rowInFile = (row: PreviewRow) => row.rowNumber

/** At least the number of the last row: blank rows are not counted, so it may be a little further down. */
function lastRow({ sheets, sheetName, headerRow, counts }: ImportPreview): number {
  const rowCount = sheets.find(sheet => sheet.name === sheetName)?.rowCount ?? 0
  return Math.max(rowCount, headerRow + counts.rows)
}
