// Started by import-killed.test.ts: imports a file of orders through the real engine and says what it is at.
import { writeSync } from 'node:fs'
import { openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'

const [archivePath = '', filePath = ''] = process.argv.slice(2)
const say = (word: string) => writeSync(1, `${word}\n`)
const engine = await openEngine({
  archivePath,
  appVersion: '0.0.0',
  spawnFileReader: spawnFileReaderWithFork,
})
engine.onEvent(event => {
  if (event.name === 'job.progressed') say(event.data.step)
})
const { fileToken } = engine.files.register(filePath)
const { stagingId } = (await engine.run('imports.stage', { fileToken })) as { stagingId: string }
const options = { kind: 'orders', shop: '' } as const
await engine.run('imports.commit', { stagingId, options, previewRevision: null, isDryRun: false })
say('committed')
await engine.whenIndexed()
await engine.close()
