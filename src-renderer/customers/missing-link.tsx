import { LinkButton } from '#renderer/components/link-button.tsx'
import { useMissingWords } from '#renderer/components/missing-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CustomerFile } from '#shared/domain/report.ts'

/** How many missing fields are named beside the title; more are counted, and named below. */
export const namedMissing = 2

/** How complete the file is, and what is missing; opens the form. */
export function MissingLink({ file, onEdit }: { file: CustomerFile; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation()
  const { missing, completeness } = file
  const names = useMissingWords()(missing)
  if (missing.length === 0) return <span className="small tertiary">{t('customers.details.complete')}</span>
  const percent = String(completeness)
  const text =
    missing.length > namedMissing
      ? t('customers.details.missingMany', { percent, count: missing.length })
      : t('customers.details.missing', { percent, names })
  if (!onEdit)
    return (
      <span className="small tertiary" title={names}>
        {text}
      </span>
    )
  return (
    <LinkButton onClick={onEdit} hint={names}>
      {text}
    </LinkButton>
  )
}
