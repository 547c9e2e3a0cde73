import { useColumnName } from '#renderer/components/use-card-fields.ts'
import { formatBytes } from '#renderer/i18n/format-bytes.ts'
import { formatInstant } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { RelatedImport } from '#shared/domain/import-batch.ts'

const hashShown = 12

/** What else the archive knows of an import: its file, the columns read, and the imports that have to do with it. */
export function BatchFacts({ importBatchId }: { importBatchId: number }) {
  const { t } = useTranslation()
  const nameOf = useColumnName('import-field')
  const { data } = useRequest('imports.batch', { importBatchId }, { keepsPrevious: true })
  if (!data || data.importBatchId !== importBatchId) return null
  const { fileSha256, encoding, columns, corrects, correctedBy, sameFile, forgottenAt } = data
  const actor = data.actor === 'operator' ? t('source.actor.operator') : data.actor
  const read = columns.flatMap(({ header, field }) => (field === null ? [] : `${header} → ${nameOf(field)}`))
  const facts: readonly (readonly [string, string, string?])[] = [
    [t('history.actor'), actor],
    [t('history.size'), formatBytes(data.fileSizeBytes)],
    [t('history.hash'), fileSha256.slice(0, hashShown), t('history.hashHint', { hash: fileSha256 })],
    [t('history.header'), String(data.headerRow)],
    ...(encoding === null ? [] : [[t('history.encoding'), encoding] as const]),
    ...(corrects ? [[t('history.corrects'), named([corrects])] as const] : []),
    ...(correctedBy.length > 0 ? [[t('history.correctedBy'), named(correctedBy)] as const] : []),
    ...(sameFile.length > 0 ? [[t('history.sameFile'), named(sameFile)] as const] : []),
    ...(forgottenAt === null ? [] : [[t('history.forgotten'), formatInstant(forgottenAt)] as const]),
  ]
  return (
    <div className="row small secondary import-detail-facts">
      {facts.map(([term, value, hint]) => (
        <span key={term} className="nowrap" title={hint}>
          <span className="tertiary">{term}</span> <span className="selectable">{value}</span>
        </span>
      ))}
      <span className="clip" title={read.join('\n')}>
        <span className="tertiary">{t('history.columns')}</span> {read.join('，')}
      </span>
    </div>
  )
}

function named(imports: readonly RelatedImport[]): string {
  return imports.map(({ fileName, committedAt }) => `${fileName} ${formatInstant(committedAt)}`).join('，')
}
