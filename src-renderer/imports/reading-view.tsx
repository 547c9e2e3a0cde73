import { Button } from 'antd'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { formatBytes } from '#renderer/i18n/format-bytes.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ImportPreview } from '#shared/domain/import-batch.ts'
import type { DeskFile, FileStage } from './desk-file.ts'
import { HeadView } from './head-view.tsx'
import { importDesk } from './import-desk.ts'
import { JobProgress } from './job-progress.tsx'

type ReadingProps = { readonly file: DeskFile; readonly stage: Extract<FileStage, { kind: 'reading' }> }

/** A file that is being read into the waiting room. */
export function ReadingView({ file, stage }: ReadingProps) {
  const { t } = useTranslation()
  const { fileId, name, sizeBytes } = file
  const done =
    sizeBytes === undefined
      ? {}
      : {
          done: (progress: number) =>
            t('imports.reading.bytes', {
              done: formatBytes(progress * sizeBytes),
              total: formatBytes(sizeBytes),
            }),
        }
  return (
    <>
      <Panel title={t('imports.reading.title', { name })}>
        <JobProgress jobId={stage.jobId} isCancelling={stage.isCancelling} {...done}>
          <Button disabled={stage.isCancelling} onClick={() => importDesk.cancel(fileId)}>
            {t('imports.reading.cancel')}
          </Button>
        </JobProgress>
        {stage.head ? null : <div className="secondary">{t('imports.reading.hint')}</div>}
      </Panel>
      {stage.head && <HeadView file={file} head={stage.head} />}
    </>
  )
}

/** A file whose turn has not come. */
export function WaitingView({ file }: { file: DeskFile }) {
  const { t } = useTranslation()
  return (
    <Panel title={file.name}>
      <div className="row">
        <span className="secondary grow">{t('imports.waiting')}</span>
        <Button onClick={() => importDesk.remove(file.fileId)}>{t('imports.leave')}</Button>
      </div>
    </Panel>
  )
}

/** A file that was read and is compared with the archive for the first time. */
export function CheckingView({ file, head }: { file: DeskFile; head: ImportPreview | null }) {
  const { t } = useTranslation()
  return (
    <>
      <Panel title={file.name}>
        <div className="secondary" role="status">
          {t('imports.checkingRows')}
        </div>
        {head ? null : <Skeleton lines={8} />}
      </Panel>
      {head && <HeadView file={file} head={head} />}
    </>
  )
}
