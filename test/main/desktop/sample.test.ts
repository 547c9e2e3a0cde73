import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listSampleWorkbooks } from '#main/desktop/sample.ts'
import { AppError } from '#shared/contract/app-error.ts'

let program: string
beforeEach(() => {
  program = mkdtempSync(path.join(os.tmpdir(), 'program-'))
})
afterEach(() => rmSync(program, { recursive: true, force: true }))

function putSample(folder: string): string {
  const sample = path.join(folder, 'out', 'sample')
  mkdirSync(sample, { recursive: true })
  for (const name of ['2-订单.xlsx', '1-客户.xlsx', 'README.txt']) writeFileSync(path.join(sample, name), '')
  return sample
}

test('the workbooks of the sample come in the order of their names, and nothing else does', () => {
  const sample = putSample(program)
  expect(listSampleWorkbooks(program)).toEqual([
    path.join(sample, '1-客户.xlsx'),
    path.join(sample, '2-订单.xlsx'),
  ])
})

test('in a package the workbooks lie beside the archive of the program', () => {
  const sample = putSample(path.join(program, 'app.asar.unpacked'))
  expect(listSampleWorkbooks(path.join(program, 'app.asar'))[0]).toBe(path.join(sample, '1-客户.xlsx'))
})

test('a build without a sample says that the file is missing', () => {
  expect(() => listSampleWorkbooks(program)).toThrow(new AppError('file-missing'))
})
