import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSettingsFile } from '#main/desktop/settings-file.ts'
import type { Preferences } from '#shared/domain/settings.ts'

const defaults: Preferences = {
  language: 'zh-CN',
  theme: 'system',
  density: 'compact',
  isNavigationFolded: false,
}
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'settings-'))
  file = path.join(folder, 'deeper', 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('without a file the defaults hold', () => {
  expect(openSettingsFile(file, defaults).get()).toEqual({
    preferences: defaults,
    archives: [],
    lastArchivePath: null,
    windowBounds: null,
    isMaximized: false,
  })
})

test('what was saved is there at the next start, and nothing else lies beside it', () => {
  const english = { ...defaults, language: 'en' as const }
  openSettingsFile(file, defaults).save({
    preferences: english,
    windowBounds: { x: -5, y: 3, width: 1200, height: 700 },
  })
  expect(openSettingsFile(file, defaults).get()).toMatchObject({
    preferences: english,
    windowBounds: { x: -5, y: 3, width: 1200, height: 700 },
  })
  expect(readdirSync(path.dirname(file))).toEqual(['settings.json'])
})

test('a part that cannot be read falls back alone', () => {
  openSettingsFile(file, defaults).save({ isMaximized: true, lastArchivePath: '/archives/a.kehu' })
  const stored = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...stored, preferences: { language: 'fr' }, windowBounds: 'wide' }))
  expect(openSettingsFile(file, defaults).get()).toMatchObject({
    preferences: defaults,
    windowBounds: null,
    isMaximized: true,
    lastArchivePath: '/archives/a.kehu',
  })
})

test('a file that is no JSON at all counts as none', () => {
  openSettingsFile(file, defaults).save({ isMaximized: true })
  for (const text of ['', '{', 'null', '[]', '7']) {
    writeFileSync(file, text)
    expect(openSettingsFile(file, defaults).get().isMaximized).toBe(false)
  }
})

test('where nothing can be written the change holds until quit', () => {
  writeFileSync(path.join(folder, 'deeper'), 'a file where the folder should be')
  const settings = openSettingsFile(file, defaults)
  expect(settings.save({ isMaximized: true }).isMaximized).toBe(true)
  expect(settings.get().isMaximized).toBe(true)
})
