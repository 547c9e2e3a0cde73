import { CloseOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Note } from '#renderer/components/note.tsx'
import { IconButton } from '#renderer/components/title-bar.tsx'
import { formatBytes } from '#renderer/i18n/format-bytes.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { showWindowError, useWindowError } from '#renderer/ipc/window-error.ts'
import { factsRefreshMs } from './status-state.tsx'

const lowDiskBytes = 1024 ** 3

/** Bars under the title bar: what holds for the whole archive, and errors of acts that have no place on the page. */
export function WindowNotices() {
  const { t } = useTranslation()
  const archive = useOpenArchive()
  const { data: facts } = useRequest('program.facts', {}, { refreshMs: factsRefreshMs })
  const [closed, setClosed] = useState<readonly string[]>([])
  const freeBytes = facts?.freeBytes ?? null
  return (
    <div className="window-notices">
      <WindowErrorNote />
      {archive.isReadOnly && <ErrorNote error={{ code: 'archive-read-only' }} />}
      {archive.warnings
        .filter(warning => !closed.includes(warning))
        .map(warning => (
          <Note
            key={warning}
            tone="warn"
            action={
              <IconButton
                icon={<CloseOutlined />}
                label={t('common.close')}
                onClick={() => setClosed([...closed, warning])}
              />
            }
          >
            {t(`shell.warning.${warning}`)}
          </Note>
        ))}
      {archive.missingAttachments !== undefined && !closed.includes('missingAttachments') && (
        <Note
          tone="warn"
          action={
            <IconButton
              icon={<CloseOutlined />}
              label={t('common.close')}
              onClick={() => setClosed([...closed, 'missingAttachments'])}
            />
          }
        >
          {t('shell.missingAttachments', { count: archive.missingAttachments })}
        </Note>
      )}
      {freeBytes !== null && freeBytes < lowDiskBytes && (
        <Note tone="warn">{t('shell.diskLow', { free: formatBytes(freeBytes) })}</Note>
      )}
    </div>
  )
}

/** The error of an act such as Ctrl+Z or a drop, until it is closed. */
export function WindowErrorNote() {
  const { t } = useTranslation()
  const error = useWindowError()
  if (!error) return null
  const close = (
    <IconButton icon={<CloseOutlined />} label={t('common.close')} onClick={() => showWindowError(null)} />
  )
  return <ErrorNote error={error.data} action={close} />
}
