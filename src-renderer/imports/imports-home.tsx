import { FolderOpenOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { DropZone } from '#renderer/components/drop-zone.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { historyLimit } from './history-limit.ts'
import { importDesk } from './import-desk.ts'
import { ImportHistory, NoHistory } from './import-history.tsx'
import { LeftFiles } from './left-files.tsx'
import { SkippedNote } from './skipped-note.tsx'
import { useImportDesk } from './use-import-desk.ts'

type ImportsHomeProps = {
  readonly isReadOnly: boolean
  /** The import that a dialog speaks of: the cursor of the history stands on it. */
  readonly shownImportBatchId: number | null
  readonly onUndo: (importBatchId: number) => void
}

/** Where files are dropped, and what was imported before. */
export function ImportsHome({ isReadOnly, shownImportBatchId, onUndo }: ImportsHomeProps) {
  const { t } = useTranslation()
  const history = useRequest('imports.list', { limit: historyLimit })
  const isFirst = history.data?.length === 0
  const choosing = useCommand('files.choose')
  const choose = async () => importDesk.addFiles((await choosing.run({})) ?? [])
  const folder = useCommand('files.chooseFolder')
  const chooseFolder = async () => importDesk.addFiles((await folder.run({})) ?? [])
  const { skipped } = useImportDesk()
  return (
    <>
      <PageHead title={t('imports.title')} />
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
        <SkippedNote skipped={skipped} />
        {!isReadOnly && <LeftFiles />}
        <History
          history={history}
          isReadOnly={isReadOnly}
          shownImportBatchId={shownImportBatchId}
          onUndo={onUndo}
        />
      </div>
    </>
  )
}

type HistoryProps = ImportsHomeProps & { readonly history: ReturnType<typeof useRequest<'imports.list'>> }

function History({ history, isReadOnly, shownImportBatchId, onUndo }: HistoryProps) {
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
  if (data.length === 0) return <NoHistory />
  return (
    <ImportHistory
      batches={data}
      isReadOnly={isReadOnly}
      shownImportBatchId={shownImportBatchId}
      onUndo={onUndo}
    />
  )
}
