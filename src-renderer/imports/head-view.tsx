import { useMemo } from 'react'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import type { ImportPreview, PreviewRow } from '#shared/domain/import-batch.ts'
import { ColumnMapping } from './column-mapping.tsx'
import type { DeskFile } from './desk-file.ts'
import { importDesk } from './import-desk.ts'
import { chooseField, isMeetingKnown, leaveColumnsOut, withChoices } from './plan-options.ts'
import { rowColumns } from './row-columns.tsx'
import { usePreviewWords } from './use-preview-words.ts'

const rowInFile = (row: PreviewRow) => row.rowNumber

/** The first rows of a file of which the rest is still being read or compared: its columns can be set right meanwhile. */
export function HeadView({ file, head }: { file: DeskFile; head: ImportPreview }) {
  const words = usePreviewWords()
  const { t } = words
  const rowPx = useRowPx()
  const { fileId, options } = file
  const chosen = useMemo(() => withChoices(head, options), [head, options])
  const columns = useMemo(() => rowColumns(chosen, 'all', words), [chosen, words])
  const source = useMemo(
    () => ({
      count: head.rows.length,
      generation: `head ${fileId}`,
      fetchRange: async (start: number, count: number) => head.rows.slice(start, start + count),
    }),
    [head, fileId],
  )
  const rowNumbers = useMemo(() => ({ of: rowInFile, largest: head.rows.at(-1)?.rowNumber ?? 1 }), [head])
  return (
    <div className="fill import-body">
      <div className="import-left">
        <ColumnMapping
          key={`${head.sheetName} ${head.headerRow} ${head.kind}`}
          columns={chosen.columns}
          kind={chosen.kind}
          onField={(columnIndex, field) =>
            importDesk.setOptions(fileId, chooseField(options, chosen.columns, columnIndex, field))
          }
          isMeetingKnown={isMeetingKnown(head, options)}
          onSkipAll={left => importDesk.setOptions(fileId, leaveColumnsOut(options, left))}
          policies={options.policies ?? head.policies}
          onPolicies={policies => importDesk.setOptions(fileId, { ...options, policies })}
        />
      </div>
      <div className="import-right">
        <div className="row import-tabs secondary">{t('imports.head.rows', { count: head.rows.length })}</div>
        <SheetGrid
          label={t('imports.rows.label')}
          columns={columns}
          source={source}
          rowNumbers={rowNumbers}
          rowPx={rowPx}
          emptyState={<span className="secondary">{t('imports.rows.none')}</span>}
        />
      </div>
    </div>
  )
}
