import { BrowserWindow, nativeTheme, type Session } from 'electron'

const patienceMs = 400

/**
 * Shows a small window with one sentence while `work` runs, if that takes longer than a moment.
 *
 * The sentence is set as the window's text by main; the page has no script and no preload.
 */
export async function showWhile<T>(session: Session, sentence: string, work: Promise<T>): Promise<T> {
  let window: BrowserWindow | undefined
  const timer = setTimeout(() => {
    window = openSentence(session, sentence)
  }, patienceMs)
  try {
    return await work
  } finally {
    clearTimeout(timer)
    window?.destroy()
  }
}

function openSentence(session: Session, sentence: string): BrowserWindow {
  const isDark = nativeTheme.shouldUseDarkColors
  const window = new BrowserWindow({
    width: 360,
    height: 96,
    frame: false,
    resizable: false,
    closable: false,
    backgroundColor: isDark ? '#1C201E' : '#FFFFFF',
    webPreferences: { session, sandbox: true, javascript: false, devTools: false, spellcheck: false },
  })
  window.setProgressBar(2)
  const text = sentence.replace(/[<>&]/g, '')
  const style = `margin:0;height:96px;display:grid;place-items:center;font:14px sans-serif;color:${isDark ? '#E9EBE7' : '#1E2321'}`
  void window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(`<body style="${style}">${text}`)}`)
  return window
}
