import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { AppErrorData } from '#shared/contract/app-error.ts'
import { errorText } from '#shared/i18n/error-text.ts'

type ErrorNoteProps = {
  readonly error: Pick<AppErrorData, 'code' | 'details'>
  /** One button: the way on. */
  readonly action?: ReactNode
}

/** An error in place: what happened, what was kept, what to do; one button, the code small at the end. */
export function ErrorNote({ error, action }: ErrorNoteProps) {
  const { t, language } = useTranslation()
  return (
    <div className="note is-seal" role="alert">
      <div className="note-text">{errorText(language, error)}</div>
      {action}
      <span className="note-code">{t('common.errorCode', { code: error.code })}</span>
    </div>
  )
}
