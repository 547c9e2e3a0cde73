import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import type { Bridge, PageMethodName } from '#shared/contract/bridge.ts'
import type { Request, Response } from '#shared/contract/contract.ts'
import { type MessageKey, messagesZhCN } from '#shared/i18n/messages.zh-CN.ts'
import { launch, type Running } from '#test/e2e/launch.ts'
import type { DemoStep } from './demo-summary.ts'

const patienceMs = 60_000

/** The real window with someone at it who clicks, types, looks and takes notes. */
export class DemoWindow {
  readonly steps: DemoStep[] = []
  readonly screenshots: string[] = []
  readonly run: Running
  readonly folder: string

  static async open(folder: string): Promise<DemoWindow> {
    const run = await launch()
    run.page.setDefaultTimeout(patienceMs)
    await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
    return new DemoWindow(run, folder)
  }

  private constructor(run: Running, folder: string) {
    this.run = run
    this.folder = folder
  }

  get page() {
    return this.run.page
  }

  /** Does one step; a failure says in which step it was. */
  async step(name: string, work: () => Promise<DemoStep['facts']>): Promise<void> {
    const start = performance.now()
    try {
      const facts = await work()
      this.steps.push({ name, elapsedMs: Math.round(performance.now() - start), facts })
      console.error(`[demo] ${name}`)
    } catch (error) {
      await this.shoot('failed').catch(() => undefined)
      throw new Error(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error })
    }
  }

  /** Takes a picture once nothing moves any more. */
  async shoot(name: string): Promise<void> {
    await this.page.waitForTimeout(400)
    const file = `${String(this.screenshots.length + 1).padStart(2, '0')}-${name}.png`
    await this.page.screenshot({ path: path.join(this.folder, file) })
    this.screenshots.push(file)
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  async click(key: MessageKey): Promise<void> {
    await this.button(textPattern(key)).first().click()
  }

  /** Goes to a page by its entry in the navigation. */
  async goTo(
    entry: 'customers' | 'segments' | 'reports' | 'imports' | 'safety' | 'settings',
    language: 'zh-CN' | 'en' = 'zh-CN',
  ) {
    const hash = `#/${entry}`
    await this.page.getByRole('navigation').locator(`a[href="${hash}"]`).click()
    await this.waitFor(`the page ${entry} in ${language}`, async () => (await this.hash()).startsWith(hash))
  }

  hash(): Promise<string> {
    return this.page.evaluate(() => location.hash)
  }

  async open(hash: string): Promise<void> {
    await this.page.evaluate(hash => {
      location.hash = hash
    }, hash)
  }

  seen(locator: Locator): Promise<void> {
    return locator.first().waitFor({ timeout: patienceMs })
  }

  /** Asks main as the page itself does. */
  async ask<M extends PageMethodName>(method: M, request: Request<M>): Promise<Response<M>> {
    const answer = await this.page.evaluate(
      ({ method, request }) =>
        (
          (globalThis as unknown as { kehu: Bridge }).kehu.api[method] as (
            request: unknown,
          ) => Promise<{ ok: boolean; value?: unknown; error?: { code: string } }>
        )(request),
      { method, request: request as unknown },
    )
    if (!answer.ok) throw new Error(`${method} answered ${answer.error?.code}`)
    return answer.value as Response<M>
  }

  async waitFor(what: string, isTrue: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + patienceMs
    while (!(await isTrue())) {
      if (performance.now() > end) throw new Error(`waited in vain for ${what}`)
      await this.page.waitForTimeout(50)
    }
  }

  /** Nobody is there to choose a place: the dialog answers with one. */
  async answerSaveDialog(filePath: string): Promise<void> {
    await this.run.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, filePath)
  }
}

/** The text of a key as a pattern: placeholders stand for anything. */
export function textPattern(key: MessageKey): RegExp {
  const escaped = messagesZhCN[key].replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+?')
  return new RegExp(escaped)
}

/** Pages and text of a PDF, by a program that knows nothing of this one: it ends each page with a form feed. */
export function readPdf(file: string): { readonly pages: number; readonly text: string } {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  return { pages: text.split('\f').length - 1, text }
}

/** Fails with what was expected. */
export function insist(isTrue: boolean, otherwise: string): void {
  if (!isTrue) throw new Error(otherwise)
}
