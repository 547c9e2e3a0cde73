import fs from 'node:fs'
import path from 'node:path'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import type { BenchContext } from './bench-context.ts'
import { writeBenchWorkbook } from './bench-files.ts'
import type { BenchRow } from './bench-row.ts'
import { memberTable } from './bench-tables.ts'
import { measureProcess } from './measure.ts'

const rowCount = 100_000

/** From a dropped file of 100,000 rows to its first rows and columns, and to the verdict of every row, by the engine. */
export async function benchPreview({ folder }: BenchContext): Promise<BenchRow[]> {
  const file = await writeBenchWorkbook(memberTable(rowCount), 'preview.xlsx')
  const archivePath = path.join(folder, '样例预览.kehu')
  createArchiveFolder(archivePath, () => undefined)
  const engine = await openEngine({
    archivePath,
    appVersion: '0.1.0',
    spawnFileReader: spawnFileReaderWithFork,
  })
  try {
    const { fileToken } = engine.files.register(file)
    // Who drops a file has the list before the eyes: its reader runs.
    await engine.call('customers.openList', { sort: { column: 'name', isDescending: false } })
    const head = await measureHead(engine, fileToken)
    const staged = await measureProcess(() => engine.run('imports.stage', { fileToken }))
    const { stagingId } = staged.value as { stagingId: string }
    const preview = await measureProcess(() => engine.call('imports.preview', { stagingId, options: {} }))
    const { counts } = preview.value
    if (counts.rows !== rowCount) throw new Error(`${counts.rows} rows in the preview`)
    await engine.call('imports.discard', { stagingId })
    const sum = (pick: 'cpuMs' | 'wallMs') => (staged[pick] + preview[pick]) / 1000
    const parts = [staged, preview].map(({ wallMs }) => `${(wallMs / 1000).toFixed(1)} s`)
    return [
      {
        name: 'preview of a 100,000-row file, from the drop: columns and first rows',
        unit: 's by the clock',
        ours: head / 1000,
        target: { kind: 'at-most', value: 1 },
      },
      {
        name: 'the same: the verdict of every row',
        unit: 's by the clock',
        ours: sum('wallMs'),
        note: `read ${parts.join(', compare ')}; CPU ${sum('cpuMs').toFixed(1)} s`,
      },
    ]
  } finally {
    await engine.close()
    fs.rmSync(archivePath, { recursive: true })
  }
}

/** Reads the file once, and answers when its first rows could be looked at. Units: ms. */
async function measureHead(engine: Engine, fileToken: string): Promise<number> {
  const ended = new Promise<void>(resolve => {
    const stop = engine.onEvent(event => {
      if (event.name !== 'job.ended') return
      stop()
      resolve()
    })
  })
  const start = performance.now()
  const { jobId } = await engine.call('imports.stage', { fileToken })
  const head = await engine.call('imports.previewHead', { jobId, options: {} })
  const wallMs = performance.now() - start
  if (!head?.isHeadOnly) throw new Error('the first rows were not there before the rest')
  await ended
  return wallMs
}
