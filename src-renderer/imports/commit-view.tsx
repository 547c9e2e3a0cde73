import { Button } from 'antd'
import { CountEquation } from '#renderer/components/count-equation.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { DeskFile, FileStage } from './desk-file.ts'
import { importDesk } from './import-desk.ts'
import { JobProgress } from './job-progress.tsx'

type CommitProps = { readonly file: DeskFile; readonly stage: Extract<FileStage, { kind: 'committing' }> }

/** A file that is being written. */
export function CommitView({ file, stage }: CommitProps) {
  const { t } = useTranslation()
  return (
    <Panel title={t('imports.commit.title', { name: file.name })}>
      <div className="import-commit">
        <CountEquation counts={stage.staged.preview.counts} />
        <JobProgress jobId={stage.jobId} isCancelling={stage.isCancelling}>
          <Button disabled={stage.isCancelling} onClick={() => importDesk.cancel(file.fileId)}>
            {t('imports.commit.cancel')}
          </Button>
        </JobProgress>
        <div className="secondary">{t('imports.commit.hint')}</div>
      </div>
    </Panel>
  )
}
