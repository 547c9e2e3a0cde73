import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import * as display from '#test/e2e/display.ts'
import type { BenchContext } from './bench-context.ts'
import { launchProgram, ownProgram, rememberArchive, seeRows } from './bench-program.ts'
import type { BenchRow } from './bench-row.ts'
import { cpuSecondsOfTree, median, pause, pssMebibytes } from './measure.ts'

const runs = 2

/** Starts the built program over the large archive until rows of its list can be seen, beside an empty window. */
export async function benchStart({ folder, size, shop }: BenchContext): Promise<BenchRow[]> {
  const { folder: archive } = await shop()
  const dataFolder = path.join(folder, 'program-data')
  await display.setup()
  try {
    // The first start of a data folder builds Chromium's own files: it counts for neither.
    const empty = await startSome(emptyProgram(folder), path.join(folder, 'empty-data'), page =>
      page.waitForSelector('p'),
    )
    rememberArchive(dataFolder, archive)
    const ours = await startSome(ownProgram, dataFolder, page => seeRows(page, size.customers))
    return [
      {
        name: `start to usable list, ${size.customers.toLocaleString('en')} customers`,
        unit: 's by the clock',
        ours: median(ours.map(run => run.seconds)),
        peer: { name: 'empty window', value: median(empty.map(run => run.seconds)) },
        target: { kind: 'at-most', value: size.customers > 200_000 ? 2.5 : 2 },
        note: `CPU ${median(ours.map(run => run.cpuSeconds))} s, empty ${median(empty.map(run => run.cpuSeconds))} s`,
      },
      {
        name: 'memory of all processes with the list open',
        unit: 'MiB PSS',
        ours: median(ours.map(run => run.memory)),
        peer: { name: 'empty window', value: median(empty.map(run => run.memory)) },
        target: { kind: 'at-most', value: size.customers > 200_000 ? 700 : 450 },
      },
    ]
  } finally {
    await display.teardown()
  }
}

type Start = { readonly seconds: number; readonly cpuSeconds: number; readonly memory: number }

async function startSome(
  program: string,
  data: string,
  isUsable: (page: Page) => Promise<unknown>,
): Promise<Start[]> {
  const starts: Start[] = []
  for (let run = -1; run < runs; run++) {
    const start = await startOnce(program, data, isUsable)
    if (run >= 0) starts.push(start)
  }
  return starts
}

async function startOnce(
  program: string,
  data: string,
  isUsable: (page: Page) => Promise<unknown>,
): Promise<Start> {
  const start = performance.now()
  const app = await launchProgram(program, data)
  try {
    const page = await app.firstWindow()
    await isUsable(page)
    const seconds = (performance.now() - start) / 1000
    const pid = app.process().pid ?? 0
    const cpuSeconds = cpuSecondsOfTree(pid)
    await pause(2000)
    return { seconds, cpuSeconds, memory: pssMebibytes(pid) }
  } finally {
    await app.close()
  }
}

/** The floor: a program that only opens a sandboxed window with one word in it. */
function emptyProgram(folder: string): string {
  const program = path.join(folder, 'empty-program')
  rmSync(program, { recursive: true, force: true })
  mkdirSync(program)
  writeFileSync(
    path.join(program, 'package.json'),
    '{ "name": "empty", "version": "1.0.0", "main": "main.cjs" }',
  )
  writeFileSync(
    path.join(program, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.setPath('userData', app.commandLine.getSwitchValue('data-dir'))
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL('data:text/html,<p>empty</p>'))
app.on('window-all-closed', () => app.quit())
`,
  )
  return program
}
