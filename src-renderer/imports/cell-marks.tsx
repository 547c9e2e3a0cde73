import { ExportOutlined } from '@ant-design/icons'
import { Pagination } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ImportPreview } from '#shared/domain/import-batch.ts'
import {
  type CellMarkKind,
  cleanedKinds,
  countMarks,
  damageKinds,
  type MarkedCell,
} from '#shared/domain/import-cell.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { type RejectedOf, useSaveRejected } from './use-save-rejected.ts'

/** The two lists of cells: stored otherwise than they stand there, and damaged before the file came. */
export type MarkList = 'cleaned' | 'damaged'

const kindsOf: Readonly<Record<MarkList, readonly CellMarkKind[]>> = {
  cleaned: cleanedKinds,
  damaged: damageKinds,
}
const pageSize = 50

/** How many cells a list holds. */
export function markCount({ cellMarks }: Pick<ImportPreview, 'cellMarks'>, list: MarkList): number {
  return countMarks(cellMarks, kindsOf[list])
}

type CellMarksProps = {
  readonly preview: ImportPreview
  readonly list: MarkList
}

/** Cells by kind, with what stands there and what is stored. For another preview give another `key`. */
export function CellMarks({ preview, list }: CellMarksProps) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<CellMarkKind | null>(null)
  const [page, setPage] = useState(1)
  const kinds = kind === null ? [...kindsOf[list]] : [kind]
  const request = { stagingId: preview.stagingId, kinds, start: (page - 1) * pageSize, count: pageSize }
  const answer = useRequest('imports.previewCells', request)
  const counts = preview.cellMarks.filter(mark => kindsOf[list].includes(mark.kind))
  const choose = (chosen: CellMarkKind | null) => {
    setKind(chosen)
    setPage(1)
  }
  return (
    <div className="fill import-marks">
      <div className="row small import-marks-kinds">
        {[null, ...counts.map(mark => mark.kind)].map(value => (
          <button
            key={value ?? 'all'}
            type="button"
            className={value === kind ? 'import-marks-kind is-chosen' : 'import-marks-kind'}
            aria-pressed={value === kind}
            onClick={() => choose(value)}
          >
            {value === null ? t('imports.marks.all') : t(`cell-mark.${value}`)}{' '}
            <span className="num">
              {formatNumber(value === null ? markCount(preview, list) : countOf(preview, value))}
            </span>
          </button>
        ))}
        {list === 'damaged' && <SaveDamaged source={{ stagingId: preview.stagingId, importBatchId: null }} />}
      </div>
      {answer.error && <ErrorNote error={answer.error.data} />}
      <div className="import-marks-rows">
        <MarkTable cells={answer.data?.cells ?? []} list={list} />
      </div>
      <Pagination
        size="small"
        hideOnSinglePage
        current={page}
        pageSize={pageSize}
        showSizeChanger={false}
        total={answer.data?.total ?? 0}
        onChange={setPage}
      />
    </div>
  )
}

/** Saves the list of damaged cells, and the rejected rows if there are any, as one workbook. */
export function SaveDamaged({ source }: { source: RejectedOf }) {
  const { t } = useTranslation()
  const saving = useSaveRejected()
  return (
    <>
      <LinkButton isDisabled={saving.isRunning} onClick={() => void saving.save(source)}>
        <ExportOutlined /> {t('imports.damaged.save')}
      </LinkButton>
      {saving.error && <ErrorNote error={saving.error.data} />}
    </>
  )
}

function countOf({ cellMarks }: ImportPreview, kind: CellMarkKind): number {
  return cellMarks.find(mark => mark.kind === kind)?.count ?? 0
}

function MarkTable({ cells, list }: { cells: readonly MarkedCell[]; list: MarkList }) {
  const { t } = useTranslation()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t('imports.rows.cell')}</th>
          <th>{t('imports.rejected.column')}</th>
          <th>{t('imports.rejected.content')}</th>
          <th>{t(list === 'cleaned' ? 'imports.marks.after' : 'imports.marks.probably')}</th>
          <th>{t('imports.marks.what')}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map(cell => (
          <tr key={`${cell.address} ${cell.kind}`}>
            <td className="brand num">{cell.address}</td>
            <td className="clip">{cell.header}</td>
            <td>
              <span className="import-content clip" title={cell.before}>
                {list === 'cleaned' ? <s>{cell.before}</s> : cell.before}
              </span>
            </td>
            <td className="clip">{list === 'cleaned' ? <Stored cell={cell} /> : (cell.probably ?? '—')}</td>
            <td className="secondary">
              {t(`cell-mark.${cell.kind}`)}
              {list === 'damaged' &&
                t('imports.marks.outcome', { outcome: t(`cell-outcome.${cell.outcome}`) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What is stored; of a gender its word. */
function Stored({ cell: { field, after } }: { cell: MarkedCell }) {
  const { tCode } = useTranslation()
  return <b>{after === null ? '—' : field === 'gender' ? tCode(`gender.${after}`) : after}</b>
}
