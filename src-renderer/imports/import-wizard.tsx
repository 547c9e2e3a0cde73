import { useEffect } from 'react'
import { StatusFacts } from '#renderer/components/status-facts.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { CommitView } from './commit-view.tsx'
import type { DeskFile, DeskState } from './desk-file.ts'
import { FailedView } from './failed-view.tsx'
import { FileQueue } from './file-queue.tsx'
import { importDesk } from './import-desk.ts'
import { PreviewView } from './preview-view.tsx'
import { CheckingView, ReadingView, WaitingView } from './reading-view.tsx'
import { ResultView } from './result-view.tsx'
import { SkippedNote } from './skipped-note.tsx'
import type { WizardPlaces } from './wizard-places.ts'
import { WizardStages } from './wizard-stages.tsx'

type ImportWizardProps = {
  readonly desk: DeskState
  readonly file: DeskFile
  readonly places: WizardPlaces
}

/** From a dropped file to the archive, one file after another. */
export function ImportWizard({ desk, file, places }: ImportWizardProps) {
  const { t } = useTranslation()
  // The archive may have changed while another page was open.
  useEffect(() => importDesk.refresh(), [])
  return (
    <>
      <div className="page-head import-head">
        <h1 className="page-title">{t('imports.title')}</h1>
        <WizardStages file={file} />
      </div>
      <FileQueue files={desk.files} currentId={desk.currentId} />
      <SkippedNote skipped={desk.skipped} offerWhole={places.offerWhole} />
      <StageView key={file.fileId} file={file} places={places} />
      {desk.files.every(isUnwritten) && (
        <StatusFacts>
          <span>{t('imports.nothingWritten')}</span>
        </StatusFacts>
      )}
    </>
  )
}

const isUnwritten = ({ stage }: DeskFile) => stage.kind !== 'imported' && stage.kind !== 'committing'

function StageView({ file, places }: Pick<ImportWizardProps, 'file' | 'places'>) {
  const { stage, fileId } = file
  switch (stage.kind) {
    case 'waiting':
      return <WaitingView file={file} />
    case 'reading':
      return <ReadingView file={file} stage={stage} />
    case 'unreadable':
      return (
        <FailedView
          file={file}
          error={stage.error}
          onAgain={() => importDesk.readAgain(fileId, file.readAs)}
        />
      )
    case 'staged': {
      const { preview, error } = stage
      if (preview) return <PreviewView file={file} staged={{ ...stage, preview }} />
      if (!error) return <CheckingView file={file} head={stage.head} />
      return (
        <FailedView file={file} error={error} onAgain={() => importDesk.setOptions(fileId, file.options)} />
      )
    }
    case 'committing':
      return <CommitView file={file} stage={stage} />
    case 'imported':
      return <ResultView file={file} stage={stage} places={places} />
  }
}
