import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeError, openLog } from '#main/desktop/log.ts'
import { AppError } from '#shared/contract/app-error.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('an error is described by its kind, code and places, never by its text or folders', () => {
  const error = Object.assign(new RangeError('林样一 13800000000\nsecond line 示例路 1 号'), {
    code: 'SQLITE_FULL',
  })
  const described = describeError(error)
  expect(described).toMatchObject({ kind: 'RangeError', code: 'SQLITE_FULL' })
  expect(described.frames[0]).toMatch(/^log\.test\.ts:\d+:\d+$/)
  expect(JSON.stringify(described)).not.toMatch(/林样一|138|示例|\/test\//)
})

test('a code that is a sentence is left out', () => {
  expect(describeError(Object.assign(new Error(), { code: '林样一 的档案' }))).not.toHaveProperty('code')
})

test('an unexpected failure of another thread keeps the place where it happened', () => {
  const error = new AppError('internal', { place: 'RangeError | score (rfm.ts:12:5)' })
  expect(describeError(error)).toEqual({
    kind: 'AppError',
    code: 'internal',
    frames: ['RangeError', 'score (rfm.ts:12:5)'],
  })
})

test('something thrown that is no error is described by its type alone', () => {
  expect(describeError('林样一')).toEqual({ kind: 'string', frames: [] })
})

test('each entry is one line with a time', () => {
  const log = openLog(path.join(folder, 'logs'))
  log({ code: 'internal', where: 'customers.get', error: new Error('林样一') })
  log({ code: 'crashed', where: 'window' })
  const lines = readFileSync(path.join(folder, 'logs', 'kehu.log'), 'utf8')
    .trim()
    .split('\n')
  expect(lines).toHaveLength(2)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    code: 'internal',
    where: 'customers.get',
    kind: 'Error',
  })
  expect(Object.keys(JSON.parse(lines[1] ?? ''))).toEqual(['at', 'code', 'where'])
})

test('a full log makes room: two files, never more', () => {
  const log = openLog(folder)
  for (const round of [1, 2, 3]) {
    writeFileSync(path.join(folder, 'kehu.log'), 'x'.repeat(300 * 1024))
    log({ code: 'internal', where: `round ${round}` })
  }
  expect(readdirSync(folder).toSorted()).toEqual(['kehu.1.log', 'kehu.log'])
  expect(statSync(path.join(folder, 'kehu.log')).size).toBeLessThan(1024)
})

test('a folder that cannot be written does not stop the program', () => {
  writeFileSync(path.join(folder, 'logs'), 'a file where the folder should be')
  expect(() => openLog(path.join(folder, 'logs'))({ code: 'internal', where: 'x' })).not.toThrow()
})
