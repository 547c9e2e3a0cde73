// Bundled and started by killed-work.ts: does one piece of work through the real engine and says what it is at.
import { writeSync } from 'node:fs'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'

const [archivePath = '', work = '', place = ''] = process.argv.slice(2)
const say = (word: string) => writeSync(1, `${word}\n`)

async function read(engine: Engine): Promise<string> {
  const { fileToken } = engine.files.register(place)
  return ((await engine.run('imports.stage', { fileToken })) as { stagingId: string }).stagingId
}

const works: Readonly<Record<string, (engine: Engine) => Promise<unknown>>> = {
  read,
  import: async engine => {
    const stagingId = await read(engine)
    const options = { kind: 'orders', shop: '' } as const
    return engine.run('imports.commit', { stagingId, options, previewRevision: null, isDryRun: false })
  },
  undo: engine => engine.run('imports.undo', { importBatchId: Number(place), edited: 'revert' }),
  compact: engine => engine.run('archives.compact', {}),
  backup: engine => engine.backUp('manual'),
  everything: engine => {
    const { targetToken } = engine.files.registerTarget(place, false)
    return engine.run('exports.writeEverything', { targetToken, language: 'zh-CN' })
  },
}

async function run(): Promise<void> {
  const engine = await openEngine({
    archivePath,
    appVersion: '0.0.0',
    spawnFileReader: spawnFileReaderWithFork,
  })
  engine.onEvent(event => {
    if (event.name === 'job.progressed') say(event.data.step)
  })
  await works[work]?.(engine)
  say('done')
  await engine.whenIndexed()
  await engine.close()
}

void run()
