import { CompressOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { formatBytes } from '#renderer/i18n/format-bytes.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useJob } from '#renderer/ipc/use-job.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'

/** How large the archive's file is, how much of it is empty, and the way to make it smaller. */
export function FilePanel() {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { data, refetch } = useRequest('archives.fileUse', {})
  const { state, start } = useJob('archives.compact')
  const toast = useToast()
  if (!data) return null
  const { fileBytes, freeBytes, undoneDays } = data
  const tidy = async () => {
    const done = await start({})
    if (done)
      toast({
        text: t('tidy.done', { before: formatBytes(done.beforeBytes), after: formatBytes(done.afterBytes) }),
      })
    await refetch()
  }
  return (
    <Panel
      title={t('tidy.title', { size: formatBytes(fileBytes) })}
      extra={
        <Button
          size="small"
          icon={<CompressOutlined />}
          disabled={isReadOnly}
          loading={state.kind === 'running'}
          onClick={() => void tidy()}
        >
          {t(state.kind === 'running' ? 'tidy.running' : 'tidy.run')}
        </Button>
      }
    >
      {state.kind === 'failed' && <ErrorNote error={state.error.data} />}
      <div className="secondary">
        {freeBytes > 0 ? t('tidy.free', { free: formatBytes(freeBytes) }) : t('tidy.noFree')}
      </div>
      <div className="small tertiary">{t('tidy.days', { days: undoneDays })}</div>
    </Panel>
  )
}
