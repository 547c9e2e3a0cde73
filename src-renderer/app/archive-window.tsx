import { Button } from 'antd'
import { type ReactNode, useCallback, useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { OpeningScreen } from '#renderer/archives/opening-screen.tsx'
import { ProblemScreen } from '#renderer/archives/problem-screen.tsx'
import { StartPage } from '#renderer/archives/start-page.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { TitleBar } from '#renderer/components/title-bar.tsx'
import { ToastProvider } from '#renderer/components/toast.tsx'
import { useWindowFileDrop } from '#renderer/components/use-file-drop.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { acceptDroppedFiles, toAppError } from '#renderer/ipc/client.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import { TagColorsProvider } from '#renderer/tags/tag-colors.tsx'
import type { ArchiveState } from '#shared/contract/archives.contract.ts'
import { offerFiles, takeOfferedFiles, useOfferedFiles } from './dropped-files.ts'
import { Shell } from './shell.tsx'
import { hasWindowButtons } from './window-buttons.ts'
import { WindowErrorNote } from './window-notices.tsx'
import './app.css'

async function acceptDrop(files: File[]): Promise<void> {
  try {
    offerFiles(await acceptDroppedFiles(files))
  } catch (error) {
    showWindowError(toAppError(error))
  }
}

/** Shows what the window stands before: the start screen, an archive that is being opened, one that cannot be, or the open one. */
export function ArchiveWindow({ children }: { children: ReactNode }) {
  const { data: state, error, refetch } = useRequest('archives.state', {})
  const offered = useOfferedFiles()
  const canDrop = state?.kind === 'none' || (state?.kind === 'open' && !state.isReadOnly)
  const accept = useCallback((files: File[]) => void acceptDrop(files), [])
  const isOver = useWindowFileDrop(canDrop ? accept : undefined)
  useHomeWithoutArchive(state?.kind)

  if (state?.kind === 'open')
    // A toast carries the way back of an act: it must not outlive the archive it belongs to.
    return (
      <ToastProvider key={state.archiveToken}>
        <TagColorsProvider>
          <Shell archive={state} isDropping={isOver}>
            {children}
          </Shell>
        </TagColorsProvider>
      </ToastProvider>
    )
  if (state?.kind === 'opening')
    return (
      <PlainWindow>
        <OpeningScreen name={state.name} step={state.step} />
      </PlainWindow>
    )
  if (state?.kind === 'problem')
    return (
      <PlainWindow>
        <ProblemScreen archiveToken={state.archiveToken} name={state.name} code={state.code} />
      </PlainWindow>
    )
  if (state?.kind === 'none')
    return (
      <PlainWindow>
        <StartPage
          files={offered}
          isDropping={isOver}
          onBrowserFiles={accept}
          onFiles={offerFiles}
          onWithdraw={() => void takeOfferedFiles()}
        />
      </PlainWindow>
    )
  return <PlainWindow>{error && <NotReady error={error} onRetry={() => void refetch()} />}</PlainWindow>
}

/** Without an archive there is no page to be on: the next one begins at its home page. */
function useHomeWithoutArchive(kind: ArchiveState['kind'] | undefined): void {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    if (kind !== undefined && kind !== 'open' && pathname !== '/') void navigate('/', { replace: true })
  }, [kind, pathname, navigate])
}

/** The frame while no archive is open. */
function PlainWindow({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = t('common.appName')
  }, [t])
  return (
    <div className="window without-status">
      <TitleBar hasWindowButtons={hasWindowButtons()} />
      <div className="window-body">
        <div className="window-notices">
          <WindowErrorNote />
        </div>
        {children}
      </div>
    </div>
  )
}

function NotReady({ error, onRetry }: { error: ReturnType<typeof toAppError>; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="page-failure">
      <ErrorNote error={error.data} action={<Button onClick={onRetry}>{t('common.retry')}</Button>} />
    </div>
  )
}
