import path from 'node:path'
import { expect, test } from 'vitest'
import { folderHint, keepKnownArchives } from '#main/desktop/known-archives.ts'
import type { Settings, SettingsFile } from '#main/desktop/settings-file.ts'

function settingsInMemory(): SettingsFile {
  let settings: Settings = {
    preferences: { language: 'zh-CN', theme: 'system', density: 'compact', isNavigationFolded: false },
    archives: [],
    lastArchivePath: null,
    windowBounds: null,
    isMaximized: false,
  }
  return {
    get: () => settings,
    save: change => {
      settings = { ...settings, ...change }
      return settings
    },
  }
}

const pathsOf = (known: ReturnType<typeof keepKnownArchives>) => known.list().map(archive => archive.path)

test('the archive opened last stands first, each once, at most twenty', () => {
  const known = keepKnownArchives(settingsInMemory())
  for (const number of Array.from({ length: 25 }, (_, index) => index))
    known.opened(`/a${number}`, '2026-08-15T00:00:00Z')
  known.opened('/a10', '2026-08-16T00:00:00Z')
  expect(pathsOf(known)).toHaveLength(20)
  expect(pathsOf(known).slice(0, 3)).toEqual(['/a10', '/a24', '/a23'])
  expect(known.list()[0]?.lastOpenedAt).toBe('2026-08-16T00:00:00Z')
})

test('a count stays known when the archive is opened again', () => {
  const known = keepKnownArchives(settingsInMemory())
  known.opened('/a', '2026-08-15T00:00:00Z')
  known.counted('/a', 3214)
  known.opened('/a', '2026-08-16T00:00:00Z')
  expect(known.list()[0]?.customers).toBe(3214)
})

test('a forgotten archive is not opened at the next start', () => {
  const known = keepKnownArchives(settingsInMemory())
  known.opened('/a', '2026-08-15T00:00:00Z')
  known.opened('/b', '2026-08-15T00:00:00Z')
  known.forget('/a')
  expect([pathsOf(known), known.last()]).toEqual([['/b'], '/b'])
  known.forget('/b')
  expect([pathsOf(known), known.last()]).toEqual([[], null])
})

test('the place of an archive is shown from the home folder on', () => {
  const home = path.resolve('/home/a')
  expect(folderHint(path.join(home, 'Documents', '店.kehu'), home)).toBe(path.join('~', 'Documents'))
  expect(folderHint(path.join(home, '店.kehu'), home)).toBe('~')
  expect(folderHint(path.resolve('/stick/店.kehu'), home)).toBe(path.resolve('/stick'))
  expect(folderHint(path.resolve('/home/ab/店.kehu'), home)).toBe(path.resolve('/home/ab'))
})
