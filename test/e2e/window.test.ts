import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { launch, type Running } from './launch.ts'

type PageWindow = { kehu: Bridge }

let dir: string
const running: Running[] = []
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'kehu-window-'))
})
afterEach(async () => {
  for (const run of running.splice(0)) await run.close()
  rmSync(dir, { recursive: true, force: true })
})

async function start(): Promise<Running> {
  const run = await launch({ dir })
  running.push(run)
  return run
}

async function quit(run: Running): Promise<void> {
  running.splice(running.indexOf(run), 1)
  await run.close()
}

const state = (page: Page) =>
  page.evaluate(async () => {
    const answer = await (window as unknown as PageWindow).kehu.api['archives.state']({})
    return answer.ok ? answer.value : undefined
  })

const create = (page: Page, name: string) =>
  page.evaluate(
    name =>
      (window as unknown as PageWindow).kehu.api['archives.create']({
        name,
        currency: 'CNY',
        isPlaceAsked: false,
      }),
    name,
  )

const addCustomer = (page: Page, name: string) =>
  page.evaluate(
    name =>
      (window as unknown as PageWindow).kehu.api['customers.create']({
        draft: {
          kind: 'individual',
          cardType: 'active',
          name,
          gender: null,
          birthOn: null,
          idNumber: null,
          occupation: null,
          source: null,
          note: null,
          contactRefusedOn: null,
          contactPoints: [{ kind: 'phone', value: '13800000000' }],
          tags: [],
          fields: {},
        },
      } as never),
    name,
  )

/** A key as the system sends it: the driver's own keys go past the window to the page. */
const press = (run: Running, keyCode: string, ...modifiers: ('control' | 'shift')[]) =>
  run.app.evaluate(
    ({ BrowserWindow }, { keyCode, modifiers }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      for (const type of ['keyDown', 'keyUp'] as const) contents?.sendInputEvent({ type, keyCode, modifiers })
    },
    { keyCode, modifiers },
  )

test('the archive that was open is open again at the next start, with a backup of what was changed', async () => {
  const first = await start()
  expect(await state(first.page)).toEqual({ kind: 'none' })
  await create(first.page, '示例小店')
  await quit(first)
  const second = await start()
  await expect
    .poll(() => state(second.page))
    .toMatchObject({ kind: 'open', name: '示例小店', lastBackup: { reason: 'quit' } })
  await second.page.evaluate(() => (window as unknown as PageWindow).kehu.api['archives.close']({}))
  await quit(second)
  expect(await state((await start()).page)).toEqual({ kind: 'none' })
})

test('an archive is put back to a backup from the start screen, by the built threads', async () => {
  const { page } = await start()
  await create(page, '示例小店')
  await addCustomer(page, '样例客户一')
  const result = await page.evaluate(async () => {
    const { api } = (window as unknown as PageWindow).kehu
    const answered = <T>(answer: { ok: true; value: T } | { ok: false; error: unknown }): T => {
      if (!answer.ok) throw new Error(JSON.stringify(answer.error))
      return answer.value
    }
    const made = answered(await api['archives.backUpNow']({}))
    answered(await api['archives.close']({}))
    const [recent] = answered(await api['archives.listRecent']({}))
    const archiveToken = recent?.archiveToken ?? ''
    const backups = answered(await api['archives.listBackups']({ archiveToken }))
    const chosen = backups.find(backup => backup.sequence === made.sequence)
    const restored = answered(
      await api['archives.restore']({ backupToken: chosen?.backupToken ?? '', archiveToken }),
    )
    return { recent, restored, counts: answered(await api['archives.counts']({})) }
  })
  expect(result.recent).toMatchObject({ name: '示例小店', customers: 1 })
  expect(result.restored).toMatchObject({ kind: 'open', name: '示例小店' })
  expect(result.counts.customers).toBe(1)
})

test('the window comes back where it was', async () => {
  const first = await start()
  const moved = { x: 40, y: 60, width: 1210, height: 700 }
  await first.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    moved,
  )
  await quit(first)
  const bounds = await (await start()).app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  )
  expect(bounds).toEqual(moved)
})

test('a window is never smaller than its pages need', async () => {
  const run = await start()
  const size = await run.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    return [window?.getMinimumSize(), window?.isMenuBarVisible()]
  })
  expect(size).toEqual([[1180, 640], false])
})

test('Ctrl+Shift+N opens a second window of the same archive, and both hear of changes', async () => {
  const run = await start()
  await create(run.page, '示例小店')
  const opened = run.app.waitForEvent('window')
  await press(run, 'N', 'control', 'shift')
  const second = await opened
  await second.waitForSelector('#root > :not(.first-picture)')
  expect(await state(second)).toMatchObject({ kind: 'open', name: '示例小店' })
  const pages = [run.page, second]
  for (const page of pages)
    await page.evaluate(() => {
      const heard: unknown[] = []
      Object.assign(window, { heard })
      ;(window as unknown as PageWindow).kehu.onEvent('archive.changed', data => heard.push(data.kind))
    })
  await second.evaluate(() => (window as unknown as PageWindow).kehu.api['archives.close']({}))
  for (const page of pages)
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard))
      .toContain('none')
})

test('Ctrl with plus, minus and zero zooms from 100 to 150 %', async () => {
  const run = await start()
  const zoom = () =>
    run.app.evaluate(({ BrowserWindow }) =>
      Number(BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor().toFixed(2)),
    )
  for (const expected of [1.1, 1.25, 1.5, 1.5]) {
    await press(run, '=', 'control')
    await expect.poll(zoom).toBe(expected)
  }
  await press(run, '0', 'control')
  await expect.poll(zoom).toBe(1)
  await press(run, '-', 'control')
  expect(await zoom()).toBe(1)
})

test('unsaved changes are asked about before the window closes, and stay when the answer is no', async () => {
  const run = await start()
  await run.page.mouse.click(5, 5)
  await run.page.evaluate(() => {
    window.addEventListener('beforeunload', event => {
      event.preventDefault()
      event.returnValue = true
    })
  })
  const answerWith = (button: number) =>
    run.app.evaluate(({ dialog }, button) => {
      const questions: unknown[] = []
      Object.assign(globalThis, { questions })
      dialog.showMessageBoxSync = ((_window: unknown, options: { message: string }) => {
        questions.push(options.message)
        return button
      }) as typeof dialog.showMessageBoxSync
    }, button)
  const questions = () => run.app.evaluate(() => (globalThis as unknown as { questions: string[] }).questions)
  const close = () => run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

  await answerWith(0)
  await close()
  await expect.poll(questions).toEqual(['有改动还没保存'])
  expect(run.app.windows()).toHaveLength(1)

  await answerWith(1)
  const gone = run.page.waitForEvent('close')
  await close()
  await gone
})

test('language and theme are kept, and the theme reaches the page', async () => {
  const first = await start()
  const saved = await first.page.evaluate(() =>
    (window as unknown as PageWindow).kehu.api['preferences.save']({
      language: 'en',
      theme: 'dark',
      density: 'roomy',
      isNavigationFolded: true,
    }),
  )
  expect(saved.ok).toBe(true)
  const isDark = (page: Page) => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await expect.poll(() => isDark(first.page)).toBe(true)
  await quit(first)
  const second = await start()
  expect(await isDark(second.page)).toBe(true)
  const kept = await second.page.evaluate(() =>
    (window as unknown as PageWindow).kehu.api['preferences.get']({}),
  )
  expect(kept).toEqual({
    ok: true,
    value: { language: 'en', theme: 'dark', density: 'roomy', isNavigationFolded: true },
  })
})

test('an archive whose folder is gone leads to the start screen and is shown there as missing', async () => {
  const first = await start()
  await create(first.page, '示例小店')
  await quit(first)
  rmSync(path.join(dir, 'data', 'documents'), { recursive: true })
  const { page } = await start()
  expect(await state(page)).toEqual({ kind: 'none' })
  const recent = await page.evaluate(() =>
    (window as unknown as PageWindow).kehu.api['archives.listRecent']({}),
  )
  expect(recent).toMatchObject({ ok: true, value: [{ name: '示例小店', isMissing: true }] })
})

test('choosing a folder that is no archive says so, and a closed dialog changes nothing', async () => {
  const run = await start()
  await run.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = (async () => ({
      canceled: false,
      filePaths: [folder],
    })) as typeof dialog.showOpenDialog
  }, dir)
  const chosen = await run.page.evaluate(() =>
    (window as unknown as PageWindow).kehu.api['archives.chooseAndOpen']({}),
  )
  expect(chosen).toMatchObject({ ok: true, value: { kind: 'problem', code: 'archive-foreign' } })
  await run.app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = (async () => ({ canceled: true, filePaths: [] })) as typeof dialog.showOpenDialog
  })
  const closed = await run.page.evaluate(() => (window as unknown as PageWindow).kehu.api['files.choose']({}))
  expect(closed).toEqual({ ok: true, value: [] })
})

test('nothing of the archive is left outside of it in clear: not in settings, logs or the folders of Chromium', async () => {
  const run = await start()
  await create(run.page, '示例小店')
  const added = await addCustomer(run.page, '林样一甲乙丙')
  expect(added.ok).toBe(true)
  await run.page.evaluate(async () => {
    const { api } = (window as unknown as PageWindow).kehu
    await api['search.customers']({ text: '林样一甲乙丙', limit: 10 } as never)
    await api['customers.create']({ draft: { name: '林样一甲乙丙' } } as never)
  })
  await quit(run)
  const forms = ['utf8', 'utf16le'] as const
  const needles = ['林样一甲乙丙', '13800000000'].flatMap(text => forms.map(form => Buffer.from(text, form)))
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  expect(files.length).toBeGreaterThan(5)
  const leaking = files
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => {
      const content = readFileSync(file)
      return needles.some(needle => content.includes(needle))
    })
  expect(leaking).toEqual([])
})
