import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { DeskFile } from './desk-file.ts'
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
    </nav>
  )
}

function QueueItem({ file, isCurrent }: { file: DeskFile; isCurrent: boolean }) {
  const { t } = useTranslation()
  const { fileId, name, options, stage } = file
  const sheet = options.sheetName
  const label = sheet ? t('imports.queue.withSheet', { name, sheet }) : name
  return (
    <button
      type="button"
      className={isCurrent ? 'chip is-on' : 'chip'}
      aria-current={isCurrent ? 'step' : undefined}
      title={label}
      onClick={() => importDesk.show(fileId)}
    >
      <span className="clip">{label}</span>
      <span className={stage.kind === 'unreadable' ? 'seal' : 'tertiary'}>
        {t(`imports.queue.state.${stage.kind}`)}
      </span>
    </button>
  )
}
