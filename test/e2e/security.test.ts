import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { contract } from '#shared/contract/contract.ts'
import { dropFiles } from './drop.ts'
import { launch, type Running } from './launch.ts'
import { type LocalServer, openLocalServer } from './local-server.ts'

type PageWindow = { kehu: Bridge }

let run: Running
let server: LocalServer
beforeAll(async () => {
  server = await openLocalServer()
  run = await launch()
})
afterAll(async () => {
  await run?.close()
  await server?.close()
})

/** Ways out of a page, each with its name; true means that something came back. */
async function tryWaysOut(page: Page, port: number): Promise<Record<string, unknown>> {
  return page.evaluate(async port => {
    const within = <T>(work: Promise<T>) =>
      Promise.race([work, new Promise<false>(resolve => setTimeout(() => resolve(false), 2000))])
    const loads = (element: HTMLImageElement | HTMLScriptElement, address: string) =>
      within(
        new Promise<boolean>(resolve => {
          element.onload = () => resolve(true)
          element.onerror = () => resolve(false)
          try {
            element.src = address
            document.head.append(element)
          } catch {
            resolve(false)
          }
        }),
      )
    const fetches = (address: string) =>
      within(
        fetch(address).then(
          answer => answer.ok,
          () => false,
        ),
      )
    const opens = () =>
      within(
        new Promise<boolean>(resolve => {
          try {
            const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`)
            socket.onopen = () => resolve(true)
            socket.onerror = () => resolve(false)
          } catch {
            resolve(false)
          }
        }),
      )
    const streams = () =>
      within(
        new Promise<boolean>(resolve => {
          const source = new EventSource(`http://127.0.0.1:${port}/stream`)
          source.onopen = () => resolve(true)
          source.onerror = () => resolve(false)
        }),
      )
    const talks = () =>
      within(
        (async () => {
          const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
          peer.createDataChannel('x')
          await peer.setLocalDescription(await peer.createOffer())
          await new Promise(resolve => setTimeout(resolve, 1500))
          peer.close()
          return false
        })(),
      )
    for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'stylesheet', 'icon']) {
      const link = Object.assign(document.createElement('link'), { rel, as: 'script' })
      link.href = `http://127.0.0.1:${port}/${rel}`
      document.head.append(link)
    }
    const frame = document.createElement('iframe')
    frame.src = `http://127.0.0.1:${port}/frame`
    document.body.append(frame)
    const result = {
      http: await fetches(`http://127.0.0.1:${port}/fetch`),
      https: await fetches(`https://127.0.0.1:${port}/fetch`),
      name: await fetches('http://localhost/'),
      file: await fetches('file:///etc/hostname'),
      otherHost: await fetches('app://other/index.html'),
      image: await loads(new Image(), `http://127.0.0.1:${port}/image`),
      script: await loads(document.createElement('script'), `http://127.0.0.1:${port}/script.js`),
      beacon: navigator.sendBeacon(`http://127.0.0.1:${port}/beacon`, 'x') && 'queued',
      socket: await opens(),
      stream: await streams(),
      datagram: await talks(),
    }
    frame.remove()
    return result
  }, port)
}

test('no way out of the page reaches even this machine', async () => {
  const ways = await tryWaysOut(run.page, server.port)
  expect(Object.entries(ways).filter(([, came]) => came === true)).toEqual([])
  expect(server.hits).toEqual([])
})

test('the server that nobody reached is there and counts', async () => {
  expect(await (await fetch(`http://127.0.0.1:${server.port}/control`)).text()).toBe('hit')
  expect(server.hits).toEqual(['GET /control'])
})

test('main itself cannot reach this machine either', async () => {
  const before = server.hits.length
  const codes = await run.app.evaluate(async ({ net }, port) => {
    const address = `http://127.0.0.1:${port}/main`
    const doors = [() => fetch(address), () => net.fetch(address), () => net.request(address)]
    const codeOf = async (door: () => unknown) => {
      try {
        await door()
        return 'open'
      } catch (error) {
        return (error as { code?: string }).code
      }
    }
    return Promise.all(doors.map(codeOf))
  }, server.port)
  expect(codes).toEqual(['E_OFFLINE', 'E_OFFLINE', 'E_OFFLINE'])
  expect(server.hits.length).toBe(before)
})

test('refused tries are counted for the status bar', async () => {
  const answer = await run.page.evaluate(() =>
    (window as unknown as PageWindow).kehu.api['program.facts']({}),
  )
  expect(answer.ok && answer.value.networkAttempts).toBeGreaterThan(0)
})

test('no text becomes code or markup: eval, inline handlers, data scripts and raw HTML are refused', async () => {
  const ran = await run.page.evaluate(async () => {
    const attempt = (work: () => unknown) => {
      try {
        work()
        return 'ran'
      } catch {
        return 'refused'
      }
    }
    const code = '1 + 1'
    // What the driver itself evaluates may use eval; after a pause the rules of the page hold.
    await new Promise(resolve => setTimeout(resolve, 10))
    const results = {
      // biome-ignore lint/security/noGlobalEval: the test is that it is refused
      eval: attempt(() => globalThis.eval(code)),
      constructed: attempt(() => (() => undefined).constructor(code)()),
      delayed: attempt(() => setTimeout(code as unknown as () => void, 0)),
      markup: attempt(() => {
        document.createElement('div').innerHTML = '<img src=x onerror="window.hasRun=1">'
      }),
    }
    const inline = document.createElement('button')
    attempt(() => inline.setAttribute('onclick', 'window.hasRun = 1'))
    document.body.append(inline)
    inline.click()
    inline.remove()
    await new Promise(resolve => setTimeout(resolve, 100))
    return { ...results, hasRun: (window as unknown as { hasRun?: number }).hasRun ?? 0 }
  })
  expect(ran).toEqual({
    eval: 'refused',
    constructed: 'refused',
    delayed: 'refused',
    markup: 'refused',
    hasRun: 0,
  })
})

test('the page has no Node, no Electron, and only the functions of the contract', async () => {
  const seen = await run.page.evaluate(() => {
    const { kehu } = window as unknown as PageWindow
    const isFrozen = Object.isFrozen(kehu) && Object.isFrozen(kehu.api)
    return {
      bridge: Object.keys(kehu).toSorted(),
      api: Object.keys(kehu.api).toSorted(),
      isFrozen,
      globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
        name => name in window,
      ),
    }
  })
  expect(seen.bridge).toEqual(['acceptDroppedFiles', 'api', 'onEvent'])
  expect(seen.api).toEqual(
    Object.keys(contract)
      .filter(name => name !== 'files.accept')
      .toSorted(),
  )
  expect(seen.isFrozen).toBe(true)
  expect(seen.globals).toEqual([])
})

test('the window runs with every lock and without developer tools', async () => {
  const preferences = await run.app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    const contents = window?.webContents
    contents?.openDevTools()
    await new Promise(resolve => setTimeout(resolve, 200))
    // What Electron itself says of a window is not in its types.
    const told = contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } = told.getLastWebPreferences()
    return {
      sandbox,
      contextIsolation,
      nodeIntegration,
      webviewTag,
      hasTools: contents?.isDevToolsOpened(),
      isPersistent: contents?.session.isPersistent(),
    }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    hasTools: false,
    isPersistent: false,
  })
})

test('permissions are refused, whatever is asked for', async () => {
  const answers = await run.page.evaluate(async () => {
    const refused = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        () => 'refused',
      )
    return {
      notifications: await Notification.requestPermission(),
      place: await refused(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      microphone: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
      clipboard: await refused(navigator.clipboard.readText()),
    }
  })
  expect(answers).toEqual({
    notifications: 'denied',
    place: 'refused',
    microphone: 'refused',
    clipboard: 'refused',
  })
})

test('a window that main did not open for the page is not answered, not even on our own address', async () => {
  const answers = await run.app.evaluate(async ({ BrowserWindow, app, session }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`
    const own = BrowserWindow.getAllWindows()[0]?.webContents.session
    const ask = async (page: string, webPreferences: Electron.WebPreferences) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, ...webPreferences },
      })
      await window.loadURL(page)
      const script = "kehu.api['preferences.get']({}).then(answer => answer.error?.code ?? 'answered')"
      const answer = await window.webContents.executeJavaScript(script)
      window.destroy()
      return answer
    }
    return [
      await ask('data:text/html,<p>x', { session: session.fromPartition('foreign') }),
      await ask('app://main/index.html', own ? { session: own } : {}),
    ]
  })
  expect(answers).toEqual(['untrusted-sender', 'untrusted-sender'])
})

test('the way to the data of a report is open to the window that main made for it only', async () => {
  const answer = await run.app.evaluate(async ({ BrowserWindow, app }) => {
    const preload = `${app.getAppPath()}/out/preload/print-preload.cjs`
    const own = BrowserWindow.getAllWindows()[0]?.webContents.session
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, ...(own ? { session: own } : {}) },
    })
    await window.loadURL('app://main/index.html#/print/guessed')
    const script = 'kehuPrint.getData().then(data => [data, Object.keys(kehuPrint), typeof window.kehu])'
    const seen = await window.webContents.executeJavaScript(script)
    window.destroy()
    return seen
  })
  expect(answer).toEqual([null, ['getData'], 'undefined'])
})

test('a bad request comes back as a code with its issues, and the program goes on', async () => {
  const answers = await run.page.evaluate(async () => {
    const { api } = (window as unknown as PageWindow).kehu
    const wrong = [undefined, null, 7, 'x', [], { theme: 'pink' }, { language: 'fr', theme: 'dark' }]
    const codes: (string | undefined)[] = []
    for (const request of wrong) {
      const answer = await api['preferences.save'](request as never)
      codes.push(answer.ok ? 'answered' : answer.error.code)
    }
    return codes
  })
  expect(new Set(answers)).toEqual(new Set(['invalid-request']))
  expect(
    await run.page.evaluate(
      async () => (await (window as unknown as PageWindow).kehu.api['preferences.get']({})).ok,
    ),
  ).toBe(true)
})

test('without an archive the calls about its data say so', async () => {
  const answer = await run.page.evaluate(() =>
    (window as unknown as PageWindow).kehu.api['archives.counts']({}),
  )
  expect(answer).toEqual({ ok: false, error: { code: 'no-archive-open', retry: false } })
})

test('no spelling of an address leads out of the folder of the page', async () => {
  const statuses = await run.page.evaluate(async () => {
    const spellings = [
      '../main/main.cjs',
      '..%2fmain%2fmain.cjs',
      '%2e%2e/main/main.cjs',
      '%2e%2e%2fmain%2fmain.cjs',
      '..%5cmain%5cmain.cjs',
      '..%252fmain%252fmain.cjs',
      '%2e%2e/%2e%2e/package.json',
      '..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
      'assets/..%2f..%2fpreload%2fpreload.cjs',
      'index.html%00.js',
      '/etc/passwd',
    ]
    const answers = await Promise.all(
      spellings.map(spelling =>
        fetch(`app://main/${spelling}`).then(
          answer => answer.status,
          () => 0,
        ),
      ),
    )
    const control = await fetch('app://main/index.html')
    return {
      reached: spellings.filter((_, index) => answers[index] === 200),
      control: control.status,
      policy: control.headers.get('content-security-policy'),
      sniffing: control.headers.get('x-content-type-options'),
    }
  })
  expect(statuses.reached).toEqual([])
  expect(statuses.control).toBe(200)
  expect(statuses.policy).toContain("default-src 'none'")
  expect(statuses.sniffing).toBe('nosniff')
})

test('a page cannot name a path: only files of a real drop get a token', async () => {
  const file = path.join(run.dir, '样例.csv')
  writeFileSync(file, '姓名\n林样一\n')
  await run.page.evaluate(() => {
    const { kehu } = window as unknown as PageWindow
    const taken: unknown[] = []
    Object.assign(window, { taken })
    window.addEventListener('dragover', event => event.preventDefault())
    window.addEventListener('drop', async event => {
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      const forged = [{ path: '/etc/hostname' }, new File(['x'], 'made.csv'), '/etc/hostname']
      taken.push(await kehu.acceptDroppedFiles(forged), await kehu.acceptDroppedFiles(files))
    })
  })
  await dropFiles(run.page, 'body', [file])
  const taken = () => run.page.evaluate(() => (window as unknown as { taken: unknown[] }).taken)
  await expect.poll(async () => (await taken()).length).toBe(2)
  const [forged, dropped] = await taken()
  expect(forged).toEqual({ ok: true, value: [] })
  expect(dropped).toEqual({
    ok: true,
    value: [{ fileToken: expect.stringMatching(/^[0-9a-f-]{36}$/), name: '样例.csv', sizeBytes: 17 }],
  })
})

test('a second start over the same data ends at once and leaves the first alone', async () => {
  const second = launch({ dir: run.dir })
  await expect(second).rejects.toThrow()
  expect(await run.page.title()).not.toBe('')
})

// The last test: the driver waits for a navigation that was refused until the page is gone.
test('a page cannot open windows, leave, or frame anything', async () => {
  const windowsBefore = run.app.windows().length
  const opened = await run.page.evaluate(port => {
    const answers = [window.open('about:blank'), window.open('app://main/index.html')]
    const link = Object.assign(document.createElement('a'), {
      target: '_blank',
      href: `http://127.0.0.1:${port}/`,
    })
    document.body.append(link)
    link.click()
    link.remove()
    const form = Object.assign(document.createElement('form'), { action: `http://127.0.0.1:${port}/away` })
    document.body.append(form)
    form.submit()
    location.href = `http://127.0.0.1:${port}/away`
    return answers
  }, server.port)
  await run.page.waitForTimeout(500)
  expect(opened).toEqual([null, null])
  expect(run.app.windows().length).toBe(windowsBefore)
  expect(run.page.url()).toMatch(/^app:\/\/main\/index\.html/)
  expect(server.hits.filter(hit => hit !== 'GET /control')).toEqual([])
})
