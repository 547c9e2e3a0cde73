import path from 'node:path'
import { app } from 'electron'

/** Where the built parts of the program lie, in the project and in the package alike. */
export function pathsOfBuild() {
  const build = path.join(app.getAppPath(), 'out')
  return {
    renderer: path.join(build, 'renderer'),
    preload: path.join(build, 'preload', 'preload.cjs'),
    printPreload: path.join(build, 'preload', 'print-preload.cjs'),
  }
}
