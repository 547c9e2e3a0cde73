import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { DeskFile } from './desk-file.ts'
import { fileState, isReady } from './import-block.ts'
import { importDesk } from './import-desk.ts'

type FileQueueProps = { readonly files: readonly DeskFile[]; readonly currentId: number | null }

/** The files of one drop in a row, each with its state; a press shows it. Nothing while there is only one. */
export function FileQueue({ files, currentId }: FileQueueProps) {
  const { t } = useTranslation()
  if (files.length < 2) return null
  const index = files.findIndex(file => file.fileId === currentId) + 1
  return (
    <nav className="import-queue" aria-label={t('imports.queue.label')}>
      <span className="small secondary nowrap">
        {t('imports.queue.position', { index, count: files.length })}
      </span>
      <ol>
        {files.map(file => (
          <li key={file.fileId}>
            <QueueItem file={file} isCurrent={file.fileId === currentId} />
          </li>
        ))}
      </ol>
      <ImportAll files={files} />
    </nav>
  )
}

/** Files that leave no question open need not be looked at one by one. */
function ImportAll({ files }: Pick<FileQueueProps, 'files'>) {
  const { t } = useTranslation()
  const ready = files.filter(isReady).length
  const isWriting = files.some(({ stage }) => stage.kind === 'committing')
  if (ready === 0 || isWriting) return null
  return (
    <Button size="small" onClick={() => void importDesk.commitAll()}>
      {t('imports.queue.importAll', { count: ready })}
    </Button>
  )
}

function QueueItem({ file, isCurrent }: { file: DeskFile; isCurrent: boolean }) {
  const { t } = useTranslation()
  const { fileId, folder, name, options, stage } = file
  const sheet = options.sheetName
  const label = sheet ? t('imports.queue.withSheet', { name, sheet }) : name
  const state = fileState(file)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [isCurrent])
  return (
    <button
      ref={button}
      type="button"
      className={isCurrent ? 'chip is-on' : 'chip'}
      aria-current={isCurrent ? 'step' : undefined}
      title={folder === undefined ? label : `${folder}/${label}`}
      onClick={() => importDesk.show(fileId)}
    >
      <span className="clip">{label}</span>
      <span className={stage.kind === 'unreadable' ? 'seal' : state === 'question' ? 'warn' : 'tertiary'}>
        {t(`imports.queue.state.${state}`)}
      </span>
    </button>
  )
}
