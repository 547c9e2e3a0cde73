import './imports.css'
import { currentFile } from './desk-file.ts'
import { ImportWizard } from './import-wizard.tsx'
import { ImportsHome } from './imports-home.tsx'
import { UndoImportDialog } from './undo-import-dialog.tsx'
import { useImportDesk } from './use-import-desk.ts'
import type { WizardPlaces } from './wizard-places.ts'

type ImportsScreenProps = {
  readonly isReadOnly: boolean
  /** The import that is to be taken back; null while none is. */
  readonly undoImportBatchId: number | null
  /** The import on which the cursor of the history stands at first. */
  readonly shownImportBatchId?: number | null
  readonly onUndoClose: () => void
  readonly places: WizardPlaces
}

/** The import page: the wizard while files are on the desk, else the place to drop them and the history. */
export function ImportsScreen({
  isReadOnly,
  undoImportBatchId,
  shownImportBatchId = null,
  onUndoClose,
  places,
}: ImportsScreenProps) {
  const desk = useImportDesk()
  const file = currentFile(desk)
  return (
    <>
      {file ? (
        <ImportWizard desk={desk} file={file} places={places} />
      ) : (
        <ImportsHome
          isReadOnly={isReadOnly}
          shownImportBatchId={undoImportBatchId ?? shownImportBatchId}
          places={places}
        />
      )}
      {undoImportBatchId !== null && (
        <UndoImportDialog
          key={undoImportBatchId}
          importBatchId={undoImportBatchId}
          safetyHref={places.safetyHref}
          onClose={onUndoClose}
        />
      )}
    </>
  )
}
