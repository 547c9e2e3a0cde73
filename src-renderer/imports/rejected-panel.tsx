import { ExportOutlined, WarningOutlined } from '@ant-design/icons'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ImportPreview, PreviewRow } from '#shared/domain/import-batch.ts'
import { columnOfAddress } from './cell-place.ts'
import { type RejectedOf, useSaveRejected } from './use-save-rejected.ts'

type RejectedPanelProps = {
  readonly preview: ImportPreview
  readonly source: RejectedOf
  /** Shows them all in the grid. */
  readonly onAll?: () => void
  /** Only the head, while something else needs the room. */
  readonly isFolded?: boolean
}

/** Rows that will not be imported: where, what stands there, why; and the way to mend them in Excel. */
export function RejectedPanel({ preview, source, onAll, isFolded = false }: RejectedPanelProps) {
  const { t } = useTranslation()
  const { rejected, rows } = preview.counts
  const saving = useSaveRejected()
  return (
    <Panel
      className="import-rejected"
      title={
        <>
          <WarningOutlined className="seal" />{' '}
          {t(rejected === rows ? 'imports.rejected.titleAll' : 'imports.rejected.title', { count: rejected })}
        </>
      }
      extra={
        <span className="row">
          {onAll && (
            <LinkButton onClick={onAll}>{t('imports.rejected.more', { count: rejected })}</LinkButton>
          )}
          <LinkButton isDisabled={saving.isRunning} onClick={() => void saving.save(source)}>
            <ExportOutlined /> {t('imports.rejected.save')}
          </LinkButton>
        </span>
      }
    >
      {saving.error && <ErrorNote error={saving.error.data} />}
      {!isFolded && <RejectedTable preview={preview} />}
    </Panel>
  )
}

function RejectedTable({ preview }: { preview: ImportPreview }) {
  const { t, tCode } = useTranslation()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t('imports.rows.cell')}</th>
          <th>{t('imports.rejected.column')}</th>
          <th>{t('imports.rejected.content')}</th>
          <th>{t('imports.rows.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.rejectedRows.map(row => (
          <tr key={row.rowNumber}>
            <td className="brand num">
              {row.reasonCell ?? t('imports.rejected.row', { row: String(row.rowNumber) })}
            </td>
            <td className="clip">{columnName(preview, row)}</td>
            <td>
              <Content row={row} />
            </td>
            <td className="import-reason">{row.reason === null ? '' : tCode(`row-reason.${row.reason}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The heading above the cell, as the file has it: that is where the operator will look for it. */
function columnName(preview: ImportPreview, { reasonCell }: PreviewRow): string {
  const columnIndex = columnOfAddress(reasonCell ?? '')
  return preview.columns.find(column => column.columnIndex === columnIndex)?.header ?? ''
}

/** What stands in the cell that is wrong; of a row that is wrong as a whole, its first cells. */
function Content({ row }: { row: PreviewRow }) {
  const { t } = useTranslation()
  const isWholeRow = row.reasonCell === null
  const text = isWholeRow
    ? row.cells
        .filter(cell => cell !== '')
        .slice(0, 3)
        .join(' ')
    : (row.reasonText ?? '')
  if (text === '') return <span className="tertiary">{t('imports.rejected.empty')}</span>
  return (
    <span className={isWholeRow ? 'import-content clip' : 'import-content is-bad clip'} title={text}>
      {text}
    </span>
  )
}
