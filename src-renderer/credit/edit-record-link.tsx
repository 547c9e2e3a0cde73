import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CreditRecord } from '#shared/domain/credit.ts'

type EditRecordLinkProps = {
  readonly stored: CreditRecord
  /** Undefined where nothing can be written: then there is no link. */
  readonly onOpen: ((record: CreditRecord) => void) | undefined
}

/** Opens a record to be changed; a screen reader hears of which day it is. */
export function EditRecordLink({ stored, onOpen }: EditRecordLinkProps) {
  const { t } = useTranslation()
  if (!onOpen) return null
  return (
    <LinkButton label={t('entries.editOne', { name: stored.record.datedOn })} onClick={() => onOpen(stored)}>
      {t('entries.editShort')}
    </LinkButton>
  )
}
