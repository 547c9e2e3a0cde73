import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'

type Doors = Record<string, unknown>

const counterName = 'kehu-refused-connections'
let counter = new Int32Array(new SharedArrayBuffer(4))

/** Thrown by every function that would open a connection. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError'
  readonly code = 'E_OFFLINE'
}

/** Counts one try that was stopped somewhere else, by the session of the windows. */
export function countRefusal(): void {
  Atomics.add(counter, 0, 1)
}

/** Counts one refused try and throws. Used by the doors of Node here and by those of Electron in desktop/. */
export function refuseConnection(): never {
  countRefusal()
  throw new OfflineError('E_OFFLINE')
}

/**
 * Takes the network away from this thread: every function of Node that connects, listens, looks up a name or
 * sends a datagram counts the try and throws `E_OFFLINE`. To be called before anything else in main, in every
 * worker and in the file reader. Pipes to child processes and message ports are not touched.
 *
 * Threads started later count into the counter of the one that started them.
 */
export function blockNetwork(): void {
  const shared = getEnvironmentData(counterName)
  if (shared instanceof SharedArrayBuffer) counter = new Int32Array(shared)
  else setEnvironmentData(counterName, counter.buffer)
  close(net.Socket.prototype, ['connect'])
  close(net.Server.prototype, ['listen'])
  close(net, ['connect', 'createConnection'])
  close(tls, ['connect'])
  close(dgram.Socket.prototype, ['bind', 'connect', 'send'])
  close(http, ['get', 'request'])
  close(https, ['get', 'request'])
  close(http2, ['connect'])
  close(globalThis, ['fetch', 'WebSocket', 'EventSource'])
  for (const names of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
    close(names, lookUps(names))
  syncBuiltinESMExports()
}

/** Tells how many connections were tried and refused, in this thread and those it started. */
export function countRefusedConnections(): number {
  return Atomics.load(counter, 0)
}

function lookUps(names: object): string[] {
  return Object.getOwnPropertyNames(names).filter(name => /^(lookup|resolve|reverse)/.test(name))
}

function close(owner: object, names: readonly string[]): void {
  for (const name of names)
    if ((owner as Doors)[name] !== undefined)
      Object.defineProperty(owner, name, { value: refuseConnection, configurable: true, writable: true })
}
