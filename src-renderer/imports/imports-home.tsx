import { FolderOpenOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { DropZone } from '#renderer/components/drop-zone.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { everyImport, type ImportFilter } from '#shared/domain/import-history.ts'
import { isEveryImport } from './history-filter.tsx'
import { importDesk } from './import-desk.ts'
import { ImportHistory, NoHistory } from './import-history.tsx'
import { LeftFiles } from './left-files.tsx'
import { PresetsDialog } from './presets-dialog.tsx'
import { SkippedNote } from './skipped-note.tsx'
import { useHistory } from './use-history-rows.ts'
import { useImportDesk } from './use-import-desk.ts'
import type { WizardPlaces } from './wizard-places.ts'

type ImportsHomeProps = {
  readonly isReadOnly: boolean
  /** The import that a dialog speaks of: the cursor of the history stands on it. */
  readonly shownImportBatchId: number | null
  readonly places: WizardPlaces
}

/** Where files are dropped, and what was imported before. */
export function ImportsHome({ isReadOnly, shownImportBatchId, places }: ImportsHomeProps) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState(everyImport)
  const [isPresetsOpen, setPresetsOpen] = useState(false)
  const history = useHistory(filter)
  const isFirst = history.data?.total === 0 && isEveryImport(filter)
  const choosing = useCommand('files.choose')
  const choose = async () => importDesk.addFiles((await choosing.run({})) ?? [])
  const folder = useCommand('files.chooseFolder')
  const chooseFolder = async () => importDesk.addFiles((await folder.run({})) ?? [])
  const { skipped } = useImportDesk()
  return (
    <>
      <PageHead title={t('imports.title')}>
        <LinkButton onClick={() => setPresetsOpen(true)}>{t('imports.presets.open')}</LinkButton>
      </PageHead>
      {isPresetsOpen && <PresetsDialog preview={null} onClose={() => setPresetsOpen(false)} />}
      <div className={isFirst ? 'import-home is-first' : 'import-home'}>
        {isReadOnly ? (
          <div className="note is-warn">{t('imports.drop.readOnly')}</div>
        ) : (
          <DropZone
            title={t('imports.drop.title')}
            hint={t('imports.drop.hint')}
            footnote={t('imports.drop.formats')}
            isOver={false}
            onFiles={() => undefined}
            onChoose={() => void choose()}
          >
            <Button size="large" icon={<FolderOpenOutlined />} onClick={() => void chooseFolder()}>
              {t('imports.drop.folder')}
            </Button>
          </DropZone>
        )}
        {choosing.error && <ErrorNote error={choosing.error.data} />}
        {folder.error && <ErrorNote error={folder.error.data} />}
        <SkippedNote skipped={skipped} offerWhole={places.offerWhole} />
        {!isReadOnly && <LeftFiles />}
        <History
          history={history}
          filter={filter}
          onFilter={setFilter}
          isReadOnly={isReadOnly}
          shownImportBatchId={shownImportBatchId}
          places={places}
        />
      </div>
    </>
  )
}

type HistoryProps = ImportsHomeProps & {
  readonly history: ReturnType<typeof useHistory>
  readonly filter: ImportFilter
  readonly onFilter: (filter: ImportFilter) => void
}

function History({ history, filter, onFilter, isReadOnly, shownImportBatchId, places }: HistoryProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = history
  if (error)
    return (
      <ErrorNote
        error={error.data}
        action={<Button onClick={() => void refetch()}>{t('common.retry')}</Button>}
      />
    )
  if (!data)
    return (
      <Panel title={t('imports.history.title')}>
        <Skeleton lines={6} />
      </Panel>
    )
  if (data.total === 0 && isEveryImport(filter)) return <NoHistory />
  return (
    <ImportHistory
      filter={filter}
      onFilter={onFilter}
      found={data}
      isReadOnly={isReadOnly}
      shownImportBatchId={shownImportBatchId}
      customersHref={places.importCustomersHref}
      onUndo={places.onUndo}
    />
  )
}
