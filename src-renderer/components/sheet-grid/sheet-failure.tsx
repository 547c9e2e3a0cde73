import { LinkButton } from '#renderer/components/link-button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

/** At the foot of the grid, while some rows could not be read. */
export function SheetFailure({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  const retry = <LinkButton onClick={onRetry}>{t('common.retry')}</LinkButton>
  return (
    <div className="sg-failure" role="alert">
      <Note tone="seal" action={retry}>
        {t('grid.readFailed')}
      </Note>
    </div>
  )
}
