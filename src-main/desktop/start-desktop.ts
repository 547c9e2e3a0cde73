import { existsSync } from 'node:fs'
import path from 'node:path'
import { app, nativeTheme } from 'electron'
import { diskSpace } from '#main/database/safe-files.ts'
import { sqliteVersion } from '#main/database/sqlite-version.ts'
import { FileTokens } from '#main/engine/file-tokens.ts'
import { createGate } from '#main/ipc/gate.ts'
import { publishEvent } from '#main/ipc/publish-event.ts'
import { type Caller, registerHandlers } from '#main/ipc/register-handlers.ts'
import { countRefusal, countRefusedConnections } from '#main/threads/network-block.ts'
import { contract, type MethodName, type Request } from '#shared/contract/contract.ts'
import type { AppEvent } from '#shared/contract/events.contract.ts'
import type { Preferences } from '#shared/domain/settings.ts'
import { makeTranslate } from '#shared/i18n/translate.ts'
import { serveApp } from './app-protocol.ts'
import { createArchiveDesk } from './archive-desk.ts'
import { showWhile } from './closing-window.ts'
import { isOwnAddress, ownPage } from './content-security.ts'
import { desktopHandlers } from './desktop.handlers.ts'
import { createDialogs } from './dialogs.ts'
import { keepKnownArchives } from './known-archives.ts'
import { blockElectronNetwork, lockSessions } from './locks.ts'
import type { Log } from './log.ts'
import { pathsOfBuild } from './paths-of-build.ts'
import { createPdfPrinter } from './pdf-printer.ts'
import { listSampleWorkbooks } from './sample.ts'
import { openSettingsFile } from './settings-file.ts'
import { spawnFileReader } from './spawn-file-reader.ts'
import { testMark, type UserDataPaths } from './user-data-paths.ts'
import { createWindows } from './window.ts'

/** How this start of the program differs from the ordinary one. */
export type StartOptions = {
  readonly paths: UserDataPaths
  readonly log: Log
  /** Address of the development server; undefined in production, which is `npm start` too. */
  readonly developmentServer: string | undefined
  /** Parse answers and events too. */
  readonly isChecked: boolean
}

/** A started window program: what `main.ts` needs to bring it to the front and to end it. */
export type Desktop = {
  focus(): void
  /** Makes the closing backup after changes and closes the archive. Never throws. */
  end(): Promise<void>
  tellCrash(): void
}

/** Puts the parts together after Electron is ready, opens the window, then the archive that was open last. */
export function startDesktop({ paths, log, developmentServer, isChecked }: StartOptions): Desktop {
  const build = pathsOfBuild()
  const page = developmentServer ?? ownPage
  const settings = openSettingsFile(paths.settingsFile, defaultPreferences())
  const translate = () => makeTranslate(settings.get().preferences.language)
  const known = keepKnownArchives(settings)
  const files = new FileTokens()
  const dialogs = createDialogs(translate, paths.documents)
  nativeTheme.themeSource = settings.get().preferences.theme

  blockElectronNetwork()
  const session = lockSessions(countRefusal, developmentServer)

  const windows = createWindows({
    session,
    page,
    preload: build.preload,
    settings,
    isDevelopment: developmentServer !== undefined,
    askToLeave: dialogs.askToLeave,
    onGone: reason => log({ code: reason, where: 'window' }),
  })
  const publish = (event: AppEvent) =>
    publishEvent(
      windows.all().map(({ webContents }) => webContents),
      event,
      isChecked,
    )
  const sampleFolder = path.join(path.dirname(paths.settingsFile), 'sample', 'sample.kehu')
  const desk = createArchiveDesk({
    backUpAfterMs: 15 * 60_000,
    known,
    sampleFolder,
    sampleName: () => translate()('desktop.sampleArchive'),
    appVersion: app.getVersion(),
    spawnFileReader,
    requiredMark: app.isPackaged && paths.isTestFolder ? testMark : undefined,
    publish,
    log,
  })
  serveApp(session, build.renderer, (contentName, isThumbnail) =>
    desk.state().kind === 'open' ? desk.engine().openPicture(contentName, isThumbnail) : undefined,
  )
  const handlers = desktopHandlers({
    desk,
    known,
    settings,
    files,
    dialogs,
    translate,
    sampleFolder,
    documents: paths.documents,
    listSampleWorkbooks: () => listSampleWorkbooks(app.getAppPath()),
    printer: createPdfPrinter({ session, page, preload: build.printPreload }),
    applyPreferences({ theme }: Preferences) {
      nativeTheme.themeSource = theme
      windows.applyTheme()
    },
    facts: () => ({
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      sqlite: sqliteVersion(),
      networkAttempts: countRefusedConnections(),
      freeBytes: freeBytes(paths.documents),
    }),
  })

  function answer(method: string, request: unknown, { contentsId }: Caller): unknown {
    const name = method as MethodName
    if (name === 'program.paste') {
      windows.paste(contentsId)
      return null
    }
    if (name === 'program.copyPicture')
      return windows.copyPicture(contentsId, request as Request<'program.copyPicture'>)
    if (contract[name].on === 'desktop') return handlers[name as keyof typeof handlers](request as never)
    const engine = desk.engine()
    // The window's tokens outlive an archive; an engine knows the files of its own imports and exports only.
    if (name === 'imports.stage') {
      const stage = request as Request<'imports.stage'>
      const { fileToken } = engine.files.register(files.pathOf(stage.fileToken))
      return engine.call(name, { ...stage, fileToken })
    }
    if (name === 'attachments.storePicture') {
      const { fileToken } = request as Request<'attachments.storePicture'>
      return engine.call(name, engine.files.register(files.pathOf(fileToken)))
    }
    if (name === 'attachments.add') {
      const add = request as Request<'attachments.add'>
      // One that is gone meanwhile is told of with the others, and stops none of them.
      const register = (token: string) => engine.files.registerTarget(files.pathOf(token), false).targetToken
      return engine.call(name, { ...add, fileTokens: add.fileTokens.map(register) })
    }
    if (name === 'exports.write' || name === 'exports.writeEverything' || name === 'exports.restoreWhole') {
      const target = request as { readonly targetToken: string }
      const { targetToken } = engine.files.registerTarget(
        files.pathOf(target.targetToken),
        name === 'exports.write',
      )
      return engine.call(name, { ...target, targetToken } as never)
    }
    return engine.call(name, request as never)
  }

  const gate = createGate<Caller>({
    contract,
    answer,
    areResponsesChecked: isChecked,
    log: (code, where, error) => log({ code, where, error }),
  })
  registerHandlers(gate, windows.trustedIds, address => isOwnAddress(address, developmentServer))

  windows.open()
  const last = known.last()
  if (last && existsSync(last)) void desk.open(last)

  return {
    focus: windows.focus,
    tellCrash: dialogs.tellCrash,
    end: () =>
      showWhile(session, translate()('desktop.closing'), desk.end()).catch(error =>
        log({ code: 'internal', where: 'end', error }),
      ),
  }
}

/** Chinese, unless this PC speaks English. */
function defaultPreferences(): Preferences {
  const language = app.getLocale().startsWith('en') ? 'en' : 'zh-CN'
  return { language, theme: 'system', density: 'compact', isNavigationFolded: false }
}

function freeBytes(place: string): number | null {
  try {
    return diskSpace(existsSync(place) ? place : path.dirname(place)).freeBytes
  } catch {
    return null
  }
}
