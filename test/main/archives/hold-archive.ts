// Started by archive-folder.test.ts: opens an archive, says so, and holds it until it is killed.
import { writeSync } from 'node:fs'
import { openArchiveFolder } from '#main/archives/archive-folder.ts'

const archive = openArchiveFolder(process.argv[2] ?? '')
writeSync(1, `held ${archive.wasClosedCleanly}\n`)
setInterval(() => undefined, 1000)
