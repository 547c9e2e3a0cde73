import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readSource, root } from './source-files.ts'

const processes = ['shared', 'src-main', 'src-renderer']
const rooms = processes.flatMap(home =>
  readdirSync(path.join(root, home), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => `${home}/${entry.name}`),
)

test('every process and every room explains itself in a README of at most 40 lines', () => {
  const folders = [...processes, 'test', ...rooms]
  const without = folders.filter(folder => !existsSync(path.join(root, folder, 'README.md')))
  const tooLong = folders
    .filter(folder => !without.includes(folder))
    // test/README.md also holds the questions asked of screenshots.
    .filter(
      folder => folder !== 'test' && readSource(`${folder}/README.md`).trimEnd().split('\n').length > 40,
    )
  expect({ without, tooLong }).toEqual({ without: [], tooLong: [] })
})
