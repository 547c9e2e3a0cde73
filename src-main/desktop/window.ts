import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  nativeTheme,
  type Rectangle,
  type Session,
  screen,
} from 'electron'
import { putPicture } from './put-picture.ts'
import type { Bounds, SettingsFile } from './settings-file.ts'
import { bindWindowKeys } from './window-keys.ts'

const smallest = { width: 1180, height: 640 }
const usual = { width: 1366, height: 768 }
const titleBarHeight = 40
/** A page that dies twice within this time is left alone instead of being loaded for ever. */
const reloadPauseMs = 10_000

/** What every window needs. */
export type WindowParts = {
  readonly session: Session
  readonly page: string
  readonly preload: string
  readonly settings: SettingsFile
  readonly isDevelopment: boolean
  /** Asks whether to drop unsaved changes; true closes. */
  readonly askToLeave: (window: BrowserWindow) => boolean
  /** The page of a window has died. */
  readonly onGone: (reason: string) => void
}

/** The windows that main made for the page; the print window is none of them. */
export type Windows = {
  open(): BrowserWindow
  all(): readonly BrowserWindow[]
  /** Ids of the web contents that may call through the gate. */
  readonly trustedIds: ReadonlySet<number>
  /** Does in one of them what Ctrl+V does there. A page cannot read the clipboard itself. */
  paste(contentsId: number): void
  /** Puts a part of one of them on the clipboard as a picture. Units: CSS pixels. */
  copyPicture(contentsId: number, part: Rectangle): Promise<null>
  /** Brings the newest window to the front. */
  focus(): void
  /** Colours frames and title bars after the chosen theme. */
  applyTheme(): void
}

/** Preferences of web contents that no window may weaken. */
export function lockedPreferences(session: Session, preload: string, devTools: boolean) {
  return { session, preload, devTools, sandbox: true, spellcheck: false, webviewTag: false } as const
}

/** Makes the windows of the program: all show the same page of the same archive. */
export function createWindows(parts: WindowParts): Windows {
  const windows = new Set<BrowserWindow>()
  const trustedIds = new Set<number>()

  function open(): BrowserWindow {
    const window = new BrowserWindow(windowOptions(parts, windows.size > 0))
    const { id } = window.webContents
    windows.add(window)
    trustedIds.add(id)
    if (windows.size === 1 && parts.settings.get().isMaximized) window.maximize()
    window.once('ready-to-show', () => window.show())
    window.on('close', () => rememberBounds(window, parts.settings))
    window.on('closed', () => {
      windows.delete(window)
      trustedIds.delete(id)
    })
    window.webContents.on('will-prevent-unload', event => {
      if (parts.askToLeave(window)) event.preventDefault()
    })
    let goneAt = 0
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit' || window.isDestroyed()) return
      parts.onGone(reason)
      const isAgain = Date.now() - goneAt < reloadPauseMs
      goneAt = Date.now()
      if (!isAgain) window.webContents.reload()
    })
    bindWindowKeys(window.webContents, { isDevelopment: parts.isDevelopment, openWindow: open })
    void window.loadURL(parts.page).catch(() => parts.onGone('load-failed'))
    return window
  }

  return {
    open,
    trustedIds,
    all: () => [...windows],
    paste: contentsId =>
      [...windows].find(({ webContents }) => webContents.id === contentsId)?.webContents.paste(),
    async copyPicture(contentsId, part) {
      const window = [...windows].find(({ webContents }) => webContents.id === contentsId)
      if (window) await putPicture(await window.webContents.capturePage(part))
      return null
    },
    focus() {
      const window = [...windows].at(-1)
      if (!window) return
      if (window.isMinimized()) window.restore()
      window.focus()
    },
    applyTheme() {
      for (const window of windows) {
        window.setBackgroundColor(backgroundColour())
        if (process.platform === 'win32') window.setTitleBarOverlay(overlayColours())
      }
    },
  }
}

function windowOptions(parts: WindowParts, isFurther: boolean): BrowserWindowConstructorOptions {
  const bounds = isFurther ? null : visibleBounds(parts.settings.get().windowBounds)
  return {
    ...(bounds ?? usual),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: backgroundColour(),
    ...frameOptions(),
    webPreferences: lockedPreferences(parts.session, parts.preload, parts.isDevelopment),
  }
}

/** Windows and macOS draw their buttons into the page's own title bar; elsewhere the frame is the usual one. */
function frameOptions(): BrowserWindowConstructorOptions {
  if (process.platform === 'win32') return { titleBarStyle: 'hidden', titleBarOverlay: overlayColours() }
  return process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset' } : {}
}

/** The background of the page (design token bg), so that nothing flashes before it is drawn. */
function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#141716' : '#F3F2EE'
}

function overlayColours() {
  const symbolColor = nativeTheme.shouldUseDarkColors ? '#E9EBE7' : '#1E2321'
  return { color: backgroundColour(), symbolColor, height: titleBarHeight }
}

/** Remembered bounds, unless the screen they were on is gone. */
function visibleBounds(bounds: Bounds | null): Bounds | null {
  if (!bounds) return null
  const { workArea } = screen.getDisplayMatching(bounds)
  const isVisible =
    bounds.x < workArea.x + workArea.width - 100 &&
    bounds.x + bounds.width > workArea.x + 100 &&
    bounds.y >= workArea.y - 10 &&
    bounds.y < workArea.y + workArea.height - titleBarHeight
  return isVisible ? bounds : null
}

function rememberBounds(window: BrowserWindow, settings: SettingsFile): void {
  settings.save({ windowBounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
}
