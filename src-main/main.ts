import { app, Menu } from 'electron'
import { registerAppScheme } from './desktop/app-protocol.ts'
import { lockAllContents } from './desktop/locks.ts'
import { openLog } from './desktop/log.ts'
import { guardProcess } from './desktop/process-guards.ts'
import { type Desktop, startDesktop } from './desktop/start-desktop.ts'
import { appendOfflineSwitches, findDrivingSwitches } from './desktop/switches.ts'
import { chooseUserDataPaths } from './desktop/user-data-paths.ts'
import { blockNetwork } from './threads/network-block.ts'

blockNetwork()

const developmentServer = app.isPackaged ? undefined : process.env.VITE_DEV_SERVER_URL
const isChecked = !app.isPackaged && process.env.KEHU_CHECK_RESPONSES === '1'
const paths = chooseUserDataPaths()
const log = openLog(paths.logs, isChecked ? line => process.stderr.write(line) : undefined)
const drivingSwitches = app.isPackaged ? findDrivingSwitches(app.commandLine, process.argv) : []

if (drivingSwitches.length > 0 && !paths.isTestFolder) {
  // Another program could read the archive through such a switch. Only a folder made for tests may be driven.
  log({ code: 'driving-switch', where: drivingSwitches.join(' ') })
  app.exit(1)
} else if (!app.requestSingleInstanceLock()) {
  app.exit(0)
} else {
  start()
}

/** Everything that must be said before Electron is ready, then the start itself. */
function start(): void {
  let desktop: Desktop | undefined
  let isEnding = false

  appendOfflineSwitches(app.commandLine, developmentServer !== undefined)
  // With --no-sandbox, which only tests as root use, this would crash the network service in a loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerAppScheme()
  lockAllContents(developmentServer)
  setMenu()
  guardProcess(log, () => {
    if (!isChecked) desktop?.tellCrash()
    void Promise.resolve(desktop?.end()).finally(() => app.exit(1))
  })

  app.on('second-instance', () => desktop?.focus())
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', event => {
    event.preventDefault()
    if (isEnding) return
    isEnding = true
    void Promise.resolve(desktop?.end()).finally(() => app.exit(0))
  })
  app
    .whenReady()
    .then(() => {
      desktop = startDesktop({ paths, log, developmentServer, isChecked })
    })
    .catch(error => {
      log({ code: 'internal', where: 'start', error })
      app.exit(1)
    })
}

/** No menu bar; macOS needs one for copy and paste to work. */
function setMenu(): void {
  const isMac = process.platform === 'darwin'
  const roles = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] as const
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate([...roles]) : null)
}
