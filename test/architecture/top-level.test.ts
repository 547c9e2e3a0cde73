import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from './source-files.ts'

const designCard = [
  'README.md',
  'electron-builder.yml',
  'package-lock.json',
  'package.json',
  'scripts',
  'shared',
  'src-main',
  'src-renderer',
  'test',
  'tsconfig.json',
]

test('the top level is that of the design card; settings of tools are dotfiles', () => {
  const made = readFileSync(path.join(root, '.gitignore'), 'utf8')
    .split('\n')
    .map(line => line.replace(/\/$/, ''))
  const found = readdirSync(root).filter(name => !name.startsWith('.') && !made.includes(name))
  expect(found.toSorted()).toEqual(designCard)
})
