import { PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { formatBytes } from '#renderer/i18n/format-bytes.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { FileCheck } from '#shared/domain/attachment.ts'

type FileCheckPanelProps = {
  readonly check: FileCheck | undefined
  readonly error: AppError | null
  readonly isChecking: boolean
  readonly onCheck: () => void
}

/** Whether the attached files are all there, and how many of them were opened to see that. Empty: nothing without files. */
export function FileCheckPanel({ check, error, isChecking, onCheck }: FileCheckPanelProps) {
  const { t } = useTranslation()
  if (error) return <ErrorNote error={error.data} />
  if (!check || check.files === 0) return null
  const { files, sizeBytes, lost, opened, damaged, names } = check
  const bad = lost + damaged
  return (
    <Panel
      title={t('safety.files', { count: files, size: formatBytes(sizeBytes) })}
      extra={
        <Button size="small" icon={<PaperClipOutlined />} loading={isChecking} onClick={onCheck}>
          {t('safety.files.check')}
        </Button>
      }
    >
      {lost > 0 && <Note tone="warn">{t('safety.files.lost', { count: lost })}</Note>}
      {damaged > 0 && <Note tone="warn">{t('safety.files.damaged', { count: damaged })}</Note>}
      {bad === 0 && <div>{t('safety.files.allThere')}</div>}
      <div className="secondary num">
        {opened === files ? t('safety.files.allOpened') : t('safety.files.opened', { count: opened })}
      </div>
      {bad > 0 && (
        <>
          <div className="small">
            {names.join(t('filter.separator'))} {names.length < bad && ' '}
            {names.length < bad && t('safety.files.more', { count: bad - names.length })}
          </div>
          <div className="small tertiary">{t('safety.files.advice')}</div>
        </>
      )}
    </Panel>
  )
}
