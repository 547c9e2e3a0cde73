import { ExportOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { CountEquation } from '#renderer/components/count-equation.tsx'
import { type Definition, DefinitionList } from '#renderer/components/definition-list.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { formatInstant } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ImportBatch } from '#shared/domain/import-batch.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { sourceName } from './history-columns.ts'
import { timeText } from './time-text.ts'
import { useSaveRejected } from './use-save-rejected.ts'

type BatchDetailProps = {
  readonly batch: ImportBatch
  readonly isReadOnly: boolean
  readonly onUndo: (importBatchId: number) => void
}

/** One import in full, with the way back. */
export function BatchDetail({ batch, isReadOnly, onUndo }: BatchDetailProps) {
  const { t } = useTranslation()
  const saving = useSaveRejected()
  const { importBatchId, counts, state } = batch
  return (
    <Panel
      className="import-detail"
      title={
        <span className="clip import-detail-title" title={batch.fileName}>
          {batch.fileName}
        </span>
      }
    >
      <CountEquation counts={counts} />
      <DefinitionList items={useFacts(batch)} />
      {saving.error && <ErrorNote error={saving.error.data} />}
      <div className="import-detail-acts">
        {state === 'committed' && !isReadOnly && (
          <Button icon={<UndoOutlined />} onClick={() => onUndo(importBatchId)}>
            {t('imports.undo.title')}
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
      </div>
    </Panel>
  )
}

function useFacts(batch: ImportBatch): readonly Definition[] {
  const words = useTranslation()
  const { t } = words
  const { counts, undoneAt } = batch
  const number = (key: 'customersCreated' | 'ordersCreated' | 'rowsWithoutCustomer'): Definition[] =>
    counts[key] === 0 ? [] : [{ key, term: t(`imports.result.${key}`), value: formatNumber(counts[key]) }]
  const text = (key: string, term: string, value: string): Definition[] =>
    value === '' ? [] : [{ key, term, value }]
  const state =
    undoneAt === null
      ? t('imports.history.state.committed')
      : t('imports.history.undoneAt', { when: formatInstant(undoneAt) })
  return [
    ...text('when', t('imports.history.when'), formatInstant(batch.committedAt)),
    ...text('state', t('imports.history.state'), state),
    ...text('kind', t('imports.history.kind'), t(`import-kind.${batch.kind}`)),
    ...text('sheet', t('imports.history.sheet'), batch.sheetName),
    ...text('source', t('imports.history.source'), sourceName(words, batch)),
    ...number('customersCreated'),
    ...number('ordersCreated'),
    ...number('rowsWithoutCustomer'),
    ...text('elapsed', t('imports.history.elapsed'), timeText(words, batch.elapsedMs)),
  ]
}
