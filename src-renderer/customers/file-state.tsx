import { useMissingWords } from '#renderer/components/missing-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { ConfirmLine } from './confirm-line.tsx'
import { namedMissing } from './missing-link.tsx'

/** What a file lacks, where that is much, and when it was confirmed last. */
export function FileState({ file }: { file: CustomerFile }) {
  const { t } = useTranslation()
  const names = useMissingWords()(file.missing)
  return (
    <>
      {file.missing.length > namedMissing && (
        <div className="small tertiary">{t('customers.details.missingNames', { names })}</div>
      )}
      <ConfirmLine file={file} />
    </>
  )
}
