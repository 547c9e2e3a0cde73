// The packaged program with its production fuses. The fuse that forbids --inspect also locks out Playwright's
// _electron, so the window is driven through Chromium's own debugging port, which a marked data folder allows.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'

const executable = path.resolve('dist/linux-unpacked/kehu')
const mark = 'E2E-ONLY'
type PageWindow = { kehu: Bridge }

let dir: string
let child: ChildProcess
let browser: Browser
let page: Page

function start(dataDir: string, ...args: string[]): ChildProcess {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // These must have no effect in a packaged program.
  const env = {
    ...process.env,
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: '--require=/nonexistent.js',
    VITE_DEV_SERVER_URL: 'http://127.0.0.1:1/',
  }
  return spawn(executable, [`--data-dir=${dataDir}`, '--disable-gpu', ...sandbox, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

async function debuggingAddress(started: ChildProcess): Promise<string> {
  let log = ''
  return new Promise((resolve, reject) => {
    started.stderr?.on('data', data => {
      log += data
      const address = /DevTools listening on (ws:\S+)/.exec(log)?.[1]
      if (address) resolve(address)
    })
    started.once('exit', code => reject(new Error(`exited with ${code}\n${log}`)))
  })
}

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'kehu-packaged-'))
  mkdirSync(path.join(dir, 'data'))
  writeFileSync(path.join(dir, 'data', mark), '')
  child = start(path.join(dir, 'data'), '--remote-debugging-port=0')
  // Without noDefaults: «Browser context management is not supported».
  browser = await chromium.connectOverCDP(await debuggingAddress(child), { noDefaults: true })
  const [context] = browser.contexts()
  page = context?.pages()[0] ?? ((await context?.waitForEvent('page')) as Page)
  await page.waitForSelector('#root > :not(.first-picture)')
})

afterAll(async () => {
  const exited = once(child, 'exit')
  await page?.close()
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await exited
  clearTimeout(timer)
  await browser?.close()
  rmSync(dir, { recursive: true, force: true })
  expect(child.exitCode).toBe(0)
})

test('has the fuses of a release, as far as this Electron has them', async () => {
  const wire = await getCurrentFuseWire(executable)
  expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE)
  expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE)
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE)
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE)
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE)
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE)
  expect(wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]).toBe(FuseState.DISABLE)
})

test('without the mark a program started with a debugging port ends at once', async () => {
  const refused = start(path.join(dir, 'unmarked'), '--remote-debugging-port=0')
  const [code] = await once(refused, 'exit')
  expect(code).toBe(1)
})

test('creates an archive from inside the package: the encrypted database and its threads work there', async () => {
  expect(page.url()).toMatch(/^app:\/\/main\/index\.html/)
  const state = await page.evaluate(() =>
    (window as unknown as PageWindow).kehu.api['archives.create']({
      name: '样例',
      currency: 'CNY',
      isPlaceAsked: false,
    }),
  )
  expect(state).toMatchObject({ ok: true, value: { kind: 'open', name: '样例', currency: 'CNY' } })
  const counts = await page.evaluate(() => (window as unknown as PageWindow).kehu.api['archives.counts']({}))
  expect(counts).toEqual({ ok: true, value: { customers: 0, orders: 0, orderLines: 0 } })
})

test('an archive without the mark is not opened by a program that can be driven', async () => {
  const state = await page.evaluate(async () => {
    const { api } = (window as unknown as PageWindow).kehu
    await api['archives.close']({})
    const recent = await api['archives.listRecent']({})
    return { recent: recent.ok ? recent.value : [] }
  })
  const [archive] = state.recent
  const documents = path.join(dir, 'data', 'documents')
  const marked = readdirSync(documents, { recursive: true })
    .map(String)
    .filter(name => name.endsWith(mark))
  expect(marked).toHaveLength(1)
  rmSync(path.join(documents, String(marked[0])))
  const opened = await page.evaluate(
    token => (window as unknown as PageWindow).kehu.api['archives.open']({ archiveToken: token }),
    archive?.archiveToken ?? '',
  )
  expect(opened).toMatchObject({ ok: true, value: { kind: 'problem', code: 'archive-foreign' } })
})
