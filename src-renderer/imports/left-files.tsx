import { Button } from 'antd'
import { Note } from '#renderer/components/note.tsx'
import { formatInstant } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { importDesk } from './import-desk.ts'

/** Files that were read when the program ended: gone on with, or dropped. Empty: nothing is shown. */
export function LeftFiles() {
  const { t } = useTranslation()
  const { data, refetch } = useRequest('imports.listStaged', {})
  const discarding = useCommand('imports.discard')
  if (!data || data.length === 0) return null
  const discard = async (stagingId: string) => {
    await discarding.run({ stagingId })
    await refetch()
  }
  return (
    <Note>
      <b>{t('left.title')}</b>
      {data.map(({ stagingId, fileName, rowCount, stagedAt, fileToken, sizeBytes }) => (
        <div key={stagingId} className="row">
          <span className="grow clip" title={fileName}>
            {t('left.file', { name: fileName, count: rowCount, when: formatInstant(stagedAt) })}
          </span>
          <Button
            size="small"
            type="primary"
            onClick={() =>
              importDesk.goOn(stagingId, { fileToken: fileToken ?? '', name: fileName, sizeBytes })
            }
          >
            {t('left.goOn')}
          </Button>
          <Button size="small" disabled={discarding.isRunning} onClick={() => void discard(stagingId)}>
            {t('left.discard')}
          </Button>
        </div>
      ))}
    </Note>
  )
}
