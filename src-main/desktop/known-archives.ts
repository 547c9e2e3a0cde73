import os from 'node:os'
import path from 'node:path'
import type { KnownArchive, SettingsFile } from './settings-file.ts'

const keptArchives = 20

/** The archives that were open before, most recent first, as `settings.json` keeps them. */
export type KnownArchives = {
  list(): readonly KnownArchive[]
  /** The archive to open at the next start; null after it was closed by hand. */
  last(): string | null
  opened(folder: string, at: string): void
  counted(folder: string, customers: number): void
  closed(): void
  forget(folder: string): void
}

/** Keeps the list of known archives in the settings: at most twenty. */
export function keepKnownArchives(settings: SettingsFile): KnownArchives {
  const list = () => settings.get().archives
  return {
    list,
    last: () => settings.get().lastArchivePath,
    opened(folder, at) {
      const former = list().find(known => known.path === folder)
      const opened = { path: folder, lastOpenedAt: at, customers: former?.customers ?? null }
      const others = list().filter(known => known !== former)
      settings.save({ archives: [opened, ...others].slice(0, keptArchives), lastArchivePath: folder })
    },
    counted(folder, customers) {
      const archives = list().map(known => (known.path === folder ? { ...known, customers } : known))
      settings.save({ archives })
    },
    closed: () => void settings.save({ lastArchivePath: null }),
    forget(folder) {
      const { lastArchivePath } = settings.get()
      settings.save({
        archives: list().filter(known => known.path !== folder),
        lastArchivePath: lastArchivePath === folder ? null : lastArchivePath,
      })
    },
  }
}

/**
 * Names the place of an archive for the start screen, with the home folder as ~.
 *
 * Example: folderHint('/home/a/Documents/店.kehu', '/home/a') -> '~/Documents'
 */
export function folderHint(folder: string, home = os.homedir()): string {
  const parent = path.dirname(folder)
  const inHome = path.relative(home, parent)
  if (inHome === '') return '~'
  return inHome.startsWith('..') || path.isAbsolute(inHome) ? parent : path.join('~', inHome)
}
