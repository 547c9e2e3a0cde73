import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** How it was shown that nothing reaches a network; the strongest that this machine allows. */
export const networkProofs = {
  'no-network': 'the run had no network: its namespace holds nothing but the loopback interface',
  traced: 'every connect and send of the run was traced, and none left this machine',
  counted: 'only the count of the program itself: neither unshare nor strace is permitted here',
} as const

export type NetworkProof = keyof typeof networkProofs

/** Tells whether there is a way out of this machine at all. */
export function hasNetwork(): boolean {
  return Object.values(os.networkInterfaces()).some(addresses =>
    addresses?.some(address => !address.internal),
  )
}

/** Chooses how the demo is run: here, in a namespace of its own without a network, or under a tracer. */
export function chooseProof(): NetworkProof {
  if (!hasNetwork()) return 'no-network'
  if (process.platform !== 'linux') return 'counted'
  if (canRun('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up'])) return 'no-network'
  return canRun('strace', ['-f', '-o', '/dev/null', 'true']) ? 'traced' : 'counted'
}

/** Runs a program without a network and gives its exit code. */
export function runWithoutNetwork(command: readonly string[]): number {
  return run('unshare', ['-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...command])
}

/** Runs a program under a tracer; gives its exit code and where it and its children wanted to go outside. */
export function runTraced(command: readonly string[]): {
  readonly code: number
  readonly outside: readonly string[]
} {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kehu-trace-'))
  const log = path.join(folder, 'calls')
  try {
    const code = run('strace', ['-f', '-qq', '-e', 'trace=connect,sendto,sendmsg', '-o', log, ...command])
    return { code, outside: findOutside(readFileSync(log, 'utf8')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Addresses of the internet in a trace that are not this machine's own. */
export function findOutside(trace: string): string[] {
  const addresses = [
    ...trace.matchAll(/sin6?_addr=[^"]*"([^"]+)"|inet_addr\("([^"]+)"\)|AF_INET6, "([^"]+)"/g),
  ]
  return addresses
    .map(([, first, second, third]) => first ?? second ?? third ?? '')
    .filter(address => address !== '' && !/^(127\.|::1$|::ffff:127\.)/.test(address))
}

function canRun(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

function run(command: string, args: readonly string[]): number {
  return spawnSync(command, args, { stdio: 'inherit' }).status ?? 1
}
