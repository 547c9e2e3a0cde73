import { useCallback, useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { takeOfferedFiles, useOfferedFiles } from '#renderer/app/dropped-files.ts'
import { importCustomersPath, paths } from '#renderer/app/paths.ts'
import { WholeFolderOffer } from '#renderer/exports/whole-folder-offer.tsx'
import { ImportDuplicates } from '#renderer/identities/import-duplicates.tsx'
import { importDesk } from '#renderer/imports/import-desk.ts'
import { ImportsScreen } from '#renderer/imports/imports-screen.tsx'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'

/** `?undo=<importBatchId>` opens the dialog that takes an import back: from the history, from a result, by Ctrl+Z. */
export function Page() {
  const offered = useOfferedFiles()
  const { isReadOnly } = useOpenArchive()
  const [search, setSearch] = useSearchParams()
  const undo = Number(search.get('undo'))
  const shown = Number(search.get('import'))
  useEffect(() => {
    if (offered.length > 0) importDesk.addFiles(takeOfferedFiles())
  }, [offered])
  const onUndo = useCallback(
    (importBatchId: number) => setSearch({ undo: String(importBatchId) }, { replace: true }),
    [setSearch],
  )
  const onUndoClose = useCallback(() => setSearch({}, { replace: true }), [setSearch])
  return (
    <ImportsScreen
      isReadOnly={isReadOnly}
      undoImportBatchId={Number.isInteger(undo) && undo > 0 ? undo : null}
      shownImportBatchId={Number.isInteger(shown) && shown > 0 ? shown : null}
      places={{
        customersHref: `#${paths.customers}`,
        segmentsHref: `#${paths.segments}`,
        duplicatesOf: id => (
          <ImportDuplicates key={id} importBatchId={id} href={`#${paths.duplicates}?import=${id}`} />
        ),
        safetyHref: `#${paths.safety}`,
        importCustomersHref: importBatchId => `#${importCustomersPath(importBatchId)}`,
        onUndo,
        offerWhole: (folder, onDone) => <WholeFolderOffer folder={folder} onDone={onDone} />,
      }}
      onUndoClose={onUndoClose}
    />
  )
}
