import fs from 'node:fs'
import path from 'node:path'
import { app } from 'electron'

/** The folders of this start of the program. */
export type UserDataPaths = {
  readonly settingsFile: string
  readonly logs: string
  /** Where new archives go when no place is asked for. */
  readonly documents: string
  /** A folder that tests may drive; every archive opened from it must carry the same mark. */
  readonly isTestFolder: boolean
}

/** Marks a data folder, and each archive, that a test made and may drive over a debugging port. */
export const testMark = 'E2E-ONLY'

/**
 * Chooses the folders and tells Electron; to be called before `ready` and before the single-instance lock.
 *
 * `--data-dir=FOLDER` keeps everything in one folder: for tests, and for use from a stick.
 */
export function chooseUserDataPaths(): UserDataPaths {
  const given = app.commandLine.getSwitchValue('data-dir')
  const userData = given ? path.resolve(given) : path.join(app.getPath('appData'), 'kehu')
  fs.mkdirSync(userData, { recursive: true, mode: 0o700 })
  app.setPath('userData', userData)
  app.setPath('sessionData', path.join(userData, 'chromium'))
  return {
    settingsFile: path.join(userData, 'settings.json'),
    logs: path.join(userData, 'logs'),
    documents: given ? path.join(userData, 'documents') : app.getPath('documents'),
    isTestFolder: fs.existsSync(path.join(userData, testMark)),
  }
}
