import { LogoutOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { WindowDropHint } from '#renderer/components/drop-zone.tsx'
import { StatusBar } from '#renderer/components/status-bar.tsx'
import { StatusFactsPlace, StatusFactsProvider } from '#renderer/components/status-facts.tsx'
import { IconButton, TitleBar } from '#renderer/components/title-bar.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { OpenArchive } from '#renderer/ipc/use-archive.ts'
import { usePreferences } from '#renderer/ipc/use-preferences.ts'
import { SearchBox, type SearchBoxHandle } from '#renderer/search/search-box.tsx'
import { useOfferedFiles } from './dropped-files.ts'
import { JobBar } from './job-bar.tsx'
import { Navigation } from './navigation.tsx'
import { customerPath, foundCustomersPath, newCustomerPath, paths } from './paths.ts'
import { moveToRegion } from './regions.ts'
import { entryPages } from './routes.tsx'
import { StatusState } from './status-state.tsx'
import { useShellKeys } from './use-shell-keys.ts'
import { type StepControl, useUndoSteps } from './use-undo-steps.ts'
import { hasWindowButtons } from './window-buttons.ts'
import { WindowNotices } from './window-notices.tsx'

type ShellProps = {
  readonly archive: OpenArchive
  readonly isDropping: boolean
  readonly children: ReactNode
}

/** The frame around the pages of an open archive: title bar with search, navigation, status bar. */
export function Shell({ archive, isDropping, children }: ShellProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const search = useRef<SearchBoxHandle>(null)
  const { preferences, save } = usePreferences()
  const { undo, redo } = useUndoSteps()
  const isFolded = preferences.isNavigationFolded
  const foldNavigation = () => save({ isNavigationFolded: !isFolded })

  useOfferedFilesGoToImports()
  useEffect(() => {
    document.title = `${archive.name} – ${t('common.appName')}`
  }, [archive.name, t])
  useShellKeys({
    focusSearch: () => search.current?.focus(),
    goToEntry: index => {
      const page = entryPages[index]
      if (page) void navigate(page.path)
    },
    foldNavigation,
    undo: undo.act,
    redo: redo.act,
    moveToRegion,
  })

  return (
    <StatusFactsProvider>
      <div className="window">
        <TitleBar
          archiveName={archive.isSample ? t('shell.sampleName', { name: archive.name }) : archive.name}
          hasWindowButtons={hasWindowButtons()}
          search={
            <SearchBox
              ref={search}
              currency={archive.currency}
              onOpenCustomer={customerId => void navigate(customerPath(customerId))}
              onCreateCustomer={known => void navigate(newCustomerPath(known))}
              onOpenAll={text => void navigate(foundCustomersPath(text))}
            />
          }
          tools={<TitleTools undo={undo} redo={redo} />}
        />
        <div className="window-body">
          <WindowNotices />
          <div className={isFolded ? 'window-middle is-folded' : 'window-middle'}>
            <Navigation isFolded={isFolded} onFold={foldNavigation} />
            <main className="page" aria-label={t('shell.page')} data-region="page" tabIndex={-1}>
              {children}
            </main>
          </div>
        </div>
        <StatusRegion />
      </div>
      {isDropping && <WindowDropHint />}
    </StatusFactsProvider>
  )
}

/** Files that were dropped anywhere are looked at on the import page. */
function useOfferedFilesGoToImports(): void {
  const offered = useOfferedFiles()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    if (offered.length > 0 && pathname !== paths.imports) void navigate(paths.imports)
  }, [offered, pathname, navigate])
}

function TitleTools({ undo, redo }: { undo: StepControl; redo: StepControl }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <>
      <IconButton
        icon={<UndoOutlined />}
        label={undo.what === null ? t('shell.nothingToUndo') : t('shell.undoNext', { what: undo.what })}
        keys="Ctrl+Z"
        isDisabled={undo.what === null}
        onClick={undo.act}
      />
      <IconButton
        icon={<RedoOutlined />}
        label={redo.what === null ? t('shell.nothingToRedo') : t('shell.redoNext', { what: redo.what })}
        keys="Ctrl+Y"
        isDisabled={redo.what === null}
        onClick={redo.act}
      />
      <IconButton
        icon={<LogoutOutlined />}
        label={t('shell.closeArchive')}
        onClick={() => void navigate(paths.closeArchive)}
      />
    </>
  )
}

function StatusRegion() {
  const { t } = useTranslation()
  return (
    <section aria-label={t('shell.statusBar')} data-region="status" tabIndex={-1} className="status-region">
      <StatusBar
        facts={<StatusFactsPlace />}
        state={
          <>
            <JobBar />
            <StatusState />
          </>
        }
      />
    </section>
  )
}
