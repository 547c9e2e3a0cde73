import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
// @ts-expect-error plain JavaScript, shared with the set-up
import { findElectron, root } from '../../scripts/electron-runtime.mjs'

/** The built program of this folder. */
export const ownProgram = root as string

/** Starts a program in a real window, with a data folder of its own. */
export function launchProgram(program: string, data: string): Promise<ElectronApplication> {
  const args = [program, `--data-dir=${data}`, '--disable-gpu', '--lang=zh-CN']
  if (process.platform === 'linux' && process.getuid?.() === 0) args.push('--no-sandbox')
  const { NODE_OPTIONS: _, ELECTRON_RUN_AS_NODE: __, VITE_DEV_SERVER_URL: ___, ...env } = process.env
  return _electron.launch({
    executablePath: findElectron().executable,
    colorScheme: null,
    args,
    env: { ...env, LANGUAGE: 'zh_CN' } as Record<string, string>,
  })
}

/** Waits until the list says how many there are and its first rows stand there with their cells. */
export async function seeRows(page: Page, customers: number): Promise<void> {
  await page
    .locator(`[role="grid"][aria-rowcount="${customers + 2}"] [role="gridcell"]`)
    .nth(100)
    .waitFor()
}

/** Writes the settings as the program leaves them when it ends with an archive open. */
export function rememberArchive(dataFolder: string, archive: string): void {
  mkdirSync(dataFolder, { recursive: true })
  const settings = {
    preferences: { language: 'zh-CN', theme: 'light', density: 'compact', isNavigationFolded: false },
    archives: [{ path: archive, lastOpenedAt: null, customers: null }],
    lastArchivePath: archive,
  }
  writeFileSync(path.join(dataFolder, 'settings.json'), JSON.stringify(settings))
}
