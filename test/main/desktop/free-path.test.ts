import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freePath } from '#main/desktop/free-path.ts'

test('a name that is taken gets the next free number', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'free-'))
  try {
    for (const expected of ['小店.kehu', '小店 2.kehu', '小店 3.kehu']) {
      const free = freePath(folder, '小店', '.kehu')
      expect(path.basename(free)).toBe(expected)
      mkdirSync(free)
    }
    expect(path.basename(freePath(folder, '../小店', '.kehu'))).toBe('.._小店.kehu')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
