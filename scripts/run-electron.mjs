// Starts the built program in the Electron of this machine; under Xvfb where there is no display.
import { spawn } from 'node:child_process'
import { findElectron, root } from './electron-runtime.mjs'

/** { child, stop } of a started window program. `env` is added to the environment. */
export function runElectron(extraArgs, env = {}) {
  const electron = findElectron()
  if (!electron) throw new Error('no Electron runtime: run "npm run setup"')
  const args = ['.', ...extraArgs]
  // Chromium refuses to run as root with its sandbox. The packaged program never gets this switch.
  if (process.platform === 'linux' && process.getuid() === 0) args.push('--no-sandbox')
  const isHeadless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  const command = isHeadless
    ? ['xvfb-run', '-a', '-s', '-screen 0 1440x900x24', electron.executable, ...args]
    : [electron.executable, ...args]
  if (isHeadless) console.error('[start] no display here: the window runs under Xvfb and cannot be seen')
  console.error(
    `[start] Electron ${electron.version}${electron.fallback ? ' (fallback for development)' : ''}`,
  )
  const child = spawn(command[0], command.slice(1), {
    cwd: root,
    stdio: 'inherit',
    // xvfb-run does not pass signals on: its whole group is told.
    detached: isHeadless,
    env: { ...process.env, ...env },
  })
  const stop = () => {
    try {
      process.kill(isHeadless ? -child.pid : child.pid, 'SIGTERM')
    } catch {
      child.kill()
    }
  }
  return { child, stop }
}
