import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { BrowserWindow, ipcMain, type Session, type WebContents } from 'electron'
import { AppError } from '#shared/contract/app-error.ts'
import type { PrintData } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'
import { countPdfPages } from './pdf-pages.ts'
import { lockedPreferences } from './window.ts'

const layoutTimeoutMs = 60_000
const pollMs = 30
/** The page writes 'true' here when fonts and charts are drawn, 'failed' when it cannot lay out its data. */
const readyScript = 'document.documentElement.dataset.printReady'

/** Lays reports out in a hidden window. Errors: `print-failed`. */
export type PdfPrinter = {
  toPdf(data: PrintData): Promise<{ pdf: Uint8Array; pageCount: number }>
  /** Shows the print dialog of the operating system; false when it was closed. */
  toPaper(data: PrintData): Promise<boolean>
}

/** Where the print window gets its page from. */
export type PdfPrinterParts = { readonly session: Session; readonly page: string; readonly preload: string }

/**
 * Makes the printer. Each report gets a window of its own, with the locks of every window and a preload that
 * can ask for its data and nothing else; the window is destroyed afterwards.
 */
export function createPdfPrinter(parts: PdfPrinterParts): PdfPrinter {
  const waiting = new Map<number, { token: string; data: PrintData }>()
  ipcMain.handle(channels.printData, event => {
    const { sender, senderFrame } = event
    const job = waiting.get(sender.id)
    const isOwn = job && senderFrame === sender.mainFrame && senderFrame.url.endsWith(`#/print/${job.token}`)
    return isOwn ? job.data : null
  })

  async function layOut<T>(data: PrintData, use: (contents: WebContents) => Promise<T>): Promise<T> {
    const token = randomUUID()
    const window = new BrowserWindow({
      show: false,
      width: 1123,
      height: 1123,
      webPreferences: {
        ...lockedPreferences(parts.session, parts.preload, false),
        backgroundThrottling: false,
      },
    })
    const { id } = window.webContents
    waiting.set(id, { token, data })
    try {
      await window.loadURL(`${parts.page}#/print/${token}`)
      await waitUntilReady(window.webContents)
      return await use(window.webContents)
    } catch (error) {
      throw error instanceof AppError ? error : Object.assign(new AppError('print-failed'), { cause: error })
    } finally {
      waiting.delete(id)
      if (!window.isDestroyed()) window.destroy()
    }
  }

  return {
    toPdf: data =>
      layOut(data, async contents => {
        const pdf = await contents.printToPDF({
          printBackground: true,
          preferCSSPageSize: true,
        })
        return { pdf, pageCount: countPdfPages(pdf) }
      }),
    toPaper: data => layOut(data, printOnPaper),
  }
}

async function waitUntilReady(contents: WebContents): Promise<void> {
  const deadline = Date.now() + layoutTimeoutMs
  while (Date.now() < deadline) {
    const state: unknown = await contents.executeJavaScript(readyScript)
    if (state === 'true') return
    if (state === 'failed') break
    await delay(pollMs)
  }
  throw new AppError('print-failed')
}

function printOnPaper(contents: WebContents): Promise<boolean> {
  return new Promise((resolve, reject) => {
    contents.print(
      { printBackground: true, pageSize: 'A4', margins: { marginType: 'none' } },
      (isPrinted, reason) => {
        if (isPrinted) resolve(true)
        else if (/cancel/i.test(reason)) resolve(false)
        else reject(new AppError('print-failed'))
      },
    )
  })
}
