import { DisconnectOutlined, FolderOutlined, ShopOutlined, UserDeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { DropZone } from '#renderer/components/drop-zone.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { ProductMark } from '#renderer/components/title-bar.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ForeignFile } from '#shared/contract/files.contract.ts'
import { NewArchiveForm } from './new-archive-form.tsx'
import { RestorePanel } from './restore-panel.tsx'
import { StartAside } from './start-aside.tsx'
import './archives.css'

type WaitingFile = Pick<ForeignFile, 'fileToken' | 'name'>

type StartPageProps = {
  /** Files that were dropped or chosen and wait for an archive. */
  readonly files: readonly WaitingFile[]
  /** Files are being dragged over the window. */
  readonly isDropping: boolean
  /** Files of the browser, from the button that the keyboard and tests use. */
  readonly onBrowserFiles: (files: File[]) => void
  readonly onFiles: (files: readonly WaitingFile[]) => void
  readonly onWithdraw: () => void
}

/** The screen before any archive: drop a file, see the sample, go on, make, open or restore. */
export function StartPage(props: StartPageProps) {
  const { files, onWithdraw } = props
  const { t } = useTranslation()
  const [way, setWay] = useState<'none' | 'new' | 'restore'>('none')
  const { data: archives = [], error } = useRequest('archives.listRecent', {})
  const hasFiles = files.length > 0
  const close = () => {
    setWay('none')
    onWithdraw()
  }
  return (
    <div className="start">
      <main className="start-main">
        <div className="start-head">
          <ProductMark isLarge />
          <div>
            <h1 className="figure">{t('start.title')}</h1>
            <div className="secondary">{t('start.subtitle')}</div>
          </div>
        </div>
        {error && <ErrorNote error={error.data} />}
        {hasFiles || way === 'new' ? (
          <NewArchiveForm
            key={files[0]?.fileToken ?? 'empty'}
            fileNames={files.map(file => file.name)}
            onClose={close}
          />
        ) : way === 'restore' ? (
          <RestorePanel archives={archives} onClose={close} />
        ) : (
          <StartDrop {...props} />
        )}
        <Promises />
      </main>
      <StartAside archives={archives} onNew={() => setWay('new')} onRestore={() => setWay('restore')} />
    </div>
  )
}

function StartDrop({ isDropping, onBrowserFiles, onFiles }: StartPageProps) {
  const { t } = useTranslation()
  const choose = useCommand('files.choose')
  const sample = useCommand('archives.openSample')
  const error = choose.error ?? sample.error
  const chooseFiles = async () => onFiles((await choose.run({})) ?? [])
  const openSample = async () => onFiles((await sample.run({}))?.fileTokens ?? [])
  return (
    <>
      {error && <ErrorNote error={error.data} />}
      <DropZone
        title={t('start.drop')}
        hint={t('start.dropHint')}
        footnote={t('start.dropFormats')}
        isOver={isDropping}
        onFiles={onBrowserFiles}
        onChoose={() => void chooseFiles()}
      >
        <Button
          size="large"
          icon={<ShopOutlined />}
          loading={sample.isRunning}
          onClick={() => void openSample()}
        >
          {t(sample.isRunning ? 'start.sampleLoading' : 'start.sample')}
        </Button>
      </DropZone>
    </>
  )
}

/** Three sentences about what the program does not do. */
function Promises() {
  const { t } = useTranslation()
  const promise = (icon: ReactNode, title: string, hint: string) => (
    <div className="start-promise">
      <span className="start-way-icon">{icon}</span>
      <div>
        <b>{title}</b>
        <div className="small tertiary">{hint}</div>
      </div>
    </div>
  )
  return (
    <div className="start-promises">
      {promise(<DisconnectOutlined />, t('start.noNetwork'), t('start.noNetworkHint'))}
      {promise(<UserDeleteOutlined />, t('start.noAccount'), t('start.noAccountHint'))}
      {promise(<FolderOutlined />, t('start.yourData'), t('start.yourDataHint'))}
    </div>
  )
}
