import { Button } from 'antd'
import { useLocation, useNavigate } from 'react-router'
import { Note } from '#renderer/components/note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

/** Stands in for a page that threw while it was drawn; the rest of the window goes on. */
export function PageErrorBoundary() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const here = useLocation()
  const openAgain = () => void navigate(here, { replace: true })
  return (
    <div className="page-failure" role="alert">
      <Note tone="seal" action={<Button onClick={openAgain}>{t('common.retry')}</Button>}>
        {t('shell.pageFailed')}
        <div className="secondary">{t('shell.pageFailedHint')}</div>
      </Note>
    </div>
  )
}
