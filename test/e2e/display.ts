// One Xvfb for all tests in real windows; started only where there is no display to use.
import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

let server: ChildProcess | undefined

export async function setup(): Promise<void> {
  if (process.platform !== 'linux' || process.env.E2E_USE_DISPLAY) return
  // -displayfd lets the X server choose a free number itself: no races, no xauth.
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  server = child
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`Xvfb exited with ${code}`)))
    const displayNumber = child.stdio[3] as Readable
    displayNumber.once('data', data => resolve(String(data).trim()))
  })
  process.env.DISPLAY = `:${number}`
}

export async function teardown(): Promise<void> {
  if (!server) return
  const gone = new Promise(resolve => server?.removeAllListeners('exit').once('exit', resolve))
  server.kill()
  await gone
}
