// Makes the installers of this platform. They are for users, so only the official Electron that package.json
// names will do; `npm run dist -- --fallback-for-local-trial` packages what is here and says so in its name.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build, Platform } from 'electron-builder'
import { findElectron, root } from './electron-runtime.mjs'
import { packagingConfig } from './packaging.mjs'

const isTrial = process.argv.includes('--fallback-for-local-trial')
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const wanted = manifest.devDependencies.electron
const runtime = findElectron()
const isOfficial = runtime && !runtime.fallback && runtime.version === wanted
if (!isOfficial && !isTrial) {
  console.error(
    `[dist] refused: installers need the official Electron ${wanted}, here is ${runtime?.version ?? 'none'}.`,
  )
  console.error('[dist] Set ELECTRON_MIRROR and run "npm run setup -- --retry-electron", then try again.')
  console.error('[dist] For a trial on this machine only: npm run dist -- --fallback-for-local-trial')
  process.exit(1)
}
const config = packagingConfig(runtime)
if (isTrial) config.extraMetadata = { version: `${manifest.version}-trial` }
await build({
  targets: isTrial ? Platform.current().createTarget('dir') : Platform.current().createTarget(),
  projectDir: root,
  publish: 'never',
  config,
})
