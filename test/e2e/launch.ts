import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
// @ts-expect-error plain JavaScript, shared with the set-up
import { findElectron, root } from '../../scripts/electron-runtime.mjs'

/** A program that runs in a window of its own, with a data folder of its own. */
export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
  /** Scratch folder of this run; the data folder lies in it. */
  readonly dir: string
  /** Errors that the page threw or printed so far, blocked requests and violations of its policy among them. */
  readonly pageErrors: string[]
  /** What the program printed so far. */
  output(): string
  /** Quits in order; fails when a process is left. The scratch folder is removed unless it was given. */
  close(): Promise<void>
}

/** How to start. `dir` starts again over the data of a run before. */
export interface LaunchOptions {
  readonly dir?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the built program and waits until its page shows something. */
export async function launch(options: LaunchOptions = {}): Promise<Running> {
  const dir = options.dir ?? mkdtempSync(path.join(os.tmpdir(), 'kehu-e2e-'))
  const args = [root as string, `--data-dir=${path.join(dir, 'data')}`, '--disable-gpu', '--lang=zh-CN']
  // Chromium refuses to run as root with its sandbox; only tests and the start script may switch it off.
  if (process.platform === 'linux' && process.getuid?.() === 0) args.push('--no-sandbox')
  const { NODE_OPTIONS: _, ELECTRON_RUN_AS_NODE: __, VITE_DEV_SERVER_URL: ___, ...env } = process.env
  const app = await _electron.launch({
    executablePath: findElectron().executable,
    // The driver would otherwise always show the light theme.
    colorScheme: null,
    args: [...args, ...(options.args ?? [])],
    env: { ...env, LANGUAGE: 'zh_CN', KEHU_CHECK_RESPONSES: '1', ...options.env } as Record<string, string>,
  })
  const printed: string[] = []
  app.process().stderr?.on('data', data => printed.push(String(data)))
  app.process().stdout?.on('data', data => printed.push(String(data)))
  const output = () => printed.join('')
  const page = await app.firstWindow().catch(async error => {
    await app.close()
    throw new Error(`no window: ${error.message}\n${output()}`)
  })
  const pageErrors: string[] = []
  page.on('pageerror', error => pageErrors.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') pageErrors.push(message.text())
  })
  await page.waitForSelector('#root > :not(.first-picture)').catch(async error => {
    await app.close()
    throw new Error(`empty page: ${error.message}\n${pageErrors.join('\n')}\n${output()}`)
  })
  const pid = app.process().pid as number
  return {
    app,
    page,
    dir,
    pageErrors,
    output,
    async close() {
      const tree = descendants(pid)
      await app.close()
      for (let i = 0; i < 100 && tree.some(isAlive); i++)
        await new Promise(resolve => setTimeout(resolve, 100))
      const left = tree.filter(isAlive)
      for (const process_ of left) process.kill(process_, 'SIGKILL')
      if (!options.dir) rmSync(dir, { recursive: true, force: true })
      if (left.length > 0) throw new Error(`left running: ${left.join(' ')}\n${output()}`)
    },
  }
}

function descendants(pid: number): number[] {
  if (process.platform !== 'linux') return [pid]
  const pairs = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
  const found = [pid]
  for (const parent of found)
    for (const [child, itsParent] of pairs) if (itsParent === parent && child !== undefined) found.push(child)
  return found
}

/** Zombies do not count: they wait for a parent that may never ask. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
