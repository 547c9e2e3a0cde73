import { ExportOutlined, TeamOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { CountEquation } from '#renderer/components/count-equation.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { formatInstant } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ImportBatch } from '#shared/domain/import-batch.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { BatchFacts } from './batch-facts.tsx'
import { timeText } from './time-text.ts'
import { useSaveRejected } from './use-save-rejected.ts'

type BatchDetailProps = {
  readonly batch: ImportBatch
  readonly isReadOnly: boolean
  /** The list of those whom it created or changed. */
  readonly customersHref: string
  readonly onUndo: (importBatchId: number) => void
}

/** One import in full, with the way back. */
export function BatchDetail({ batch, isReadOnly, customersHref, onUndo }: BatchDetailProps) {
  const { t } = useTranslation()
  const saving = useSaveRejected()
  const { importBatchId, counts, state } = batch
  return (
    <section className="panel import-detail" aria-label={batch.fileName}>
      <div className="row">
        <b className="section-title clip grow" title={batch.fileName}>
          {batch.fileName}
        </b>
        {state === 'committed' && counts.created + counts.updated > 0 && (
          <Button icon={<TeamOutlined />} href={customersHref}>
            {t('history.customers')}
          </Button>
        )}
        {counts.rejected > 0 && (
          <Button
            icon={<ExportOutlined />}
            disabled={saving.isRunning}
            onClick={() => void saving.save({ importBatchId, stagingId: null })}
          >
            {t('imports.history.saveRejected', { count: counts.rejected })}
          </Button>
        )}
        {state === 'committed' && !isReadOnly && (
          <Button icon={<UndoOutlined />} onClick={() => onUndo(importBatchId)}>
            {t('imports.undo.title')}
          </Button>
        )}
      </div>
      {saving.error && <ErrorNote error={saving.error.data} />}
      <CountEquation counts={counts} />
      <div className="row small secondary import-detail-facts">
        {useFacts(batch).map(({ term, value }) => (
          <span key={term} className="nowrap">
            <span className="tertiary">{term}</span> {value}
          </span>
        ))}
      </div>
      <BatchFacts importBatchId={importBatchId} />
    </section>
  )
}

type Fact = { readonly term: string; readonly value: string }

/** What the grid has no column for. */
function useFacts(batch: ImportBatch): readonly Fact[] {
  const words = useTranslation()
  const { t } = words
  const { counts, undoneAt, sheetName } = batch
  const counted = (['customersCreated', 'ordersCreated', 'rowsWithoutCustomer'] as const)
    .filter(key => counts[key] > 0)
    .map(key => ({ term: t(`imports.result.${key}`), value: formatNumber(counts[key]) }))
  return [
    ...(sheetName === '' ? [] : [{ term: t('imports.history.sheet'), value: sheetName }]),
    ...counted,
    { term: t('imports.history.elapsed'), value: timeText(words, batch.elapsedMs) },
    ...(undoneAt === null
      ? []
      : [{ term: t('imports.history.state.undone'), value: formatInstant(undoneAt) }]),
  ]
}
