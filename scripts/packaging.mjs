// What packaging for this machine and packaging for release have in common.
import { cpSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { compatDir, FALLBACK, root } from './electron-runtime.mjs'

/** electron-builder's configuration for a runtime found by findElectron(). */
export function packagingConfig({ dist, version, fallback }) {
  // With an unpacked electronDist electron-builder leaves this file behind.
  const removeDefaultApp = ({ appOutDir }) =>
    rmSync(path.join(appOutDir, 'resources/default_app.asar'), { force: true })
  const config = {
    extends: path.join(root, 'electron-builder.yml'),
    electronDist: dist,
    electronVersion: version,
    afterPack: removeDefaultApp,
  }
  if (!fallback) return config
  return {
    ...config,
    // Electron 25 has no such fuse; `null` in an extending configuration does not remove a value.
    beforePack: ({ packager }) => {
      delete packager.config.electronFuses.grantFileProtocolExtraPrivileges
    },
    afterPack: context => {
      removeDefaultApp(context)
      const [newest] = readdirSync(compatDir)
        .filter(name => name.startsWith(`${FALLBACK.addonPackage}@`))
        .sort()
        .reverse()
      const addon = `resources/app.asar.unpacked/node_modules/${FALLBACK.addon}/prebuilds/linux-x64.node`
      cpSync(path.join(compatDir, newest, 'better_sqlite3.node'), path.join(context.appOutDir, addon))
    },
  }
}
