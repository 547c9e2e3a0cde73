import { readdirSync, readFileSync } from 'node:fs'

/** What a piece of work cost. CPU is the measure: it stays nearly the same on a busy machine. */
export type Cost<T> = { readonly value: T; readonly cpuMs: number; readonly wallMs: number }

/** Measures synchronous work by the CPU time of this thread. Units: to some µs. */
export function measureThread<T>(work: () => T): Cost<T> {
  bringAccountUpToDate()
  const startCpu = process.threadCpuUsage()
  const start = performance.now()
  const value = work()
  const wallMs = performance.now() - start
  bringAccountUpToDate()
  const { user, system } = process.threadCpuUsage(startCpu)
  return { value, cpuMs: (user + system) / 1000, wallMs }
}

const nothing = new Int32Array(new SharedArrayBuffer(4))

/** The system counts a thread's time when it takes the thread off its CPU; otherwise only every 4 ms. */
function bringAccountUpToDate(): void {
  Atomics.wait(nothing, 0, 0, 0.02)
}

/** Measures work by the CPU time of this process with all its threads, and of the child processes that have ended. */
export async function measureProcess<T>(work: () => Promise<T>): Promise<Cost<T>> {
  const startChildren = endedChildrenCpuMs()
  const startCpu = process.cpuUsage()
  const start = performance.now()
  const value = await work()
  const wallMs = performance.now() - start
  const { user, system } = process.cpuUsage(startCpu)
  await pause(300)
  return { value, cpuMs: (user + system) / 1000 + endedChildrenCpuMs() - startChildren, wallMs }
}

/** The value below which this share of the values lies. Empty: 0. */
export function quantile(share: number, values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const median = (values: readonly number[]) => quantile(0.5, values)

export const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** Memory of a process and all below it, as the share each really has. Units: MiB. Empty: 0 where the system does not tell. */
export function pssMebibytes(pid: number): number {
  return processTree(pid).reduce((sum, member) => sum + pssOf(member), 0) / 1024
}

/** CPU time that a process and all below it have used so far. Units: seconds. */
export function cpuSecondsOfTree(pid: number): number {
  return processTree(pid).reduce((sum, member) => sum + ticksOf(member).own, 0) / ticksPerSecond
}

const ticksPerSecond = 100

function processTree(pid: number): number[] {
  const found = [pid]
  const parents = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => [Number(name), ticksOf(Number(name)).parent] as const)
  for (const parent of found)
    for (const [child, itsParent] of parents) if (itsParent === parent) found.push(child)
  return found
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

function endedChildrenCpuMs(): number {
  return (ticksOf('self').children * 1000) / ticksPerSecond
}

/** Fields of /proc/PID/stat after the name: 2 parent, 12 and 13 own ticks, 14 and 15 those of ended children. */
function ticksOf(pid: number | 'self'): { parent: number; own: number; children: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? []
    const [parent = 0] = fields.slice(1)
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11)
    return { parent, own: user + system, children: childUser + childSystem }
  } catch {
    return { parent: 0, own: 0, children: 0 }
  }
}
