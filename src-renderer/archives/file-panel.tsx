import { CompressOutlined } from '@ant-design/icons'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { formatBytes } from '#renderer/i18n/format-bytes.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
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
      <KeptDays days={undoneDays} isReadOnly={isReadOnly} onKept={() => void refetch()} />
    </Panel>
  )
}

const mostDays = 3650

type KeptDaysProps = {
  readonly days: number
  readonly isReadOnly: boolean
  readonly onKept: () => void
}

/** For how long an import that was taken back keeps its original cells: written when the box is left, or by Enter. */
function KeptDays({ days, isReadOnly, onKept }: KeptDaysProps) {
  const { t } = useTranslation()
  const keeping = useCommand('archives.keepUndone')
  const [typed, setTyped] = useState<number | null>(null)
  const keep = async () => {
    if (typed === null || typed === days) return
    await keeping.run({ days: typed })
    setTyped(null)
    onKept()
  }
  return (
    <>
      <div className="row small secondary">
        <span>{t('tidy.daysBefore')}</span>
        <InputNumber
          size="small"
          className="tidy-days"
          aria-label={t('tidy.daysLabel')}
          min={0}
          max={mostDays}
          precision={0}
          disabled={isReadOnly}
          value={typed ?? days}
          onChange={setTyped}
          onBlur={() => void keep()}
          onPressEnter={() => void keep()}
        />
        <span>{t('tidy.daysAfter')}</span>
      </div>
      <div className="small tertiary">{t('tidy.daysHint')}</div>
      {keeping.error && <ErrorNote error={keeping.error.data} />}
    </>
  )
}
