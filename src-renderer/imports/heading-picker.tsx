import { Segmented } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { SheetHead } from '#shared/domain/import-batch.ts'
import { columnLetters } from './cell-place.ts'

type HeadingPickerProps = {
  readonly stagingId: string
  readonly sheetName: string | null
  /** First row of the headings as they are taken now, 0 for none; null while none were found. */
  readonly headerRow: number | null
  readonly headerRowCount: number
  readonly onHeaderRow: (headerRow: number, headerRowCount?: number) => void
}

const columnsShown = 12
const rowCounts = [1, 2, 3]

/** The first rows as the file holds them, title rows included: one is pointed out as the headings, by mouse or arrow keys. */
export function HeadingPicker(props: HeadingPickerProps) {
  const { t } = useTranslation()
  const { stagingId, sheetName, headerRow, headerRowCount, onHeaderRow } = props
  const head = useRequest('imports.readHead', { stagingId, sheetName })
  if (head.error) return <ErrorNote error={head.error.data} />
  if (!head.data) return <Skeleton lines={4} />
  return (
    <div className="import-heading-picker">
      <div className="row small">
        <span className="secondary grow">{t('imports.heading.hint')}</span>
        {headerRow !== null && headerRow > 0 && (
          <>
            <span className="secondary">{t('imports.heading.rowCount')}</span>
            <Segmented
              size="small"
              aria-label={t('imports.heading.rowCount')}
              value={headerRowCount}
              options={rowCounts}
              onChange={count => onHeaderRow(headerRow, count)}
            />
          </>
        )}
      </div>
      <RawRows head={head.data} {...{ headerRow, headerRowCount, onHeaderRow }} />
    </div>
  )
}

type RawRowsProps = Pick<HeadingPickerProps, 'headerRow' | 'headerRowCount' | 'onHeaderRow'> & {
  readonly head: SheetHead
}

function RawRows({ head, headerRow, headerRowCount, onHeaderRow }: RawRowsProps) {
  const { t } = useTranslation()
  const width = Math.min(columnsShown, Math.max(0, ...head.rows.map(row => row.cells.length)))
  const letters = Array.from({ length: width }, (_, column) => columnLetters(column))
  const isHeading = (row: number) =>
    headerRow !== null && row >= headerRow && row < headerRow + headerRowCount && headerRow > 0
  return (
    <table aria-label={t('imports.heading.label')}>
      <thead>
        <tr>
          <th>
            <label className="row">
              <input
                type="radio"
                name="heading-row"
                checked={headerRow === 0}
                onChange={() => onHeaderRow(0)}
              />
              {t('imports.heading.none')}
            </label>
          </th>
          {letters.map(letter => (
            <th key={letter}>{letter}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {head.rows.map(({ rowNumber, cells }) => (
          <tr key={rowNumber} className={isHeading(rowNumber) ? 'import-heading-row' : undefined}>
            <td>
              <label className="row">
                <input
                  type="radio"
                  name="heading-row"
                  aria-label={t('imports.heading.row', { row: rowNumber })}
                  checked={headerRow === rowNumber}
                  onChange={() => onHeaderRow(rowNumber)}
                />
                {rowNumber}
              </label>
            </td>
            {letters.map((letter, column) => (
              <td key={letter} className="clip" title={cells[column]}>
                {cells[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
