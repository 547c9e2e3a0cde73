import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')

/** Runs a script in a Node of its own: a blocked network cannot be given back. */
function runBlocked(script: string): unknown {
  const source = `
    import net, { connect } from 'node:net'
    import dns from 'node:dns'
    import dgram from 'node:dgram'
    import http, { request } from 'node:http'
    import https from 'node:https'
    import http2 from 'node:http2'
    import tls from 'node:tls'
    import { spawnSync } from 'node:child_process'
    import { Worker } from 'node:worker_threads'
    import { blockNetwork, countRefusedConnections } from '#main/threads/network-block.ts'
    const isRefused = async door => { try { await door(); return false } catch (error) { return error.code === 'E_OFFLINE' } }
    ${script}`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', source], {
    cwd: root,
    encoding: 'utf8',
  })
  return JSON.parse(output)
}

test('every way out of Node is refused and counted', () => {
  const result = runBlocked(`
    blockNetwork()
    const doors = [
      () => fetch('http://127.0.0.1:9/'),
      () => new WebSocket('ws://127.0.0.1:9/'),
      () => connect(9, '127.0.0.1'),
      () => net.createConnection(9, '127.0.0.1'),
      () => new net.Socket().connect(9, '127.0.0.1'),
      () => net.createServer().listen(0),
      () => tls.connect(9, '127.0.0.1'),
      () => request('http://127.0.0.1:9/'),
      () => http.get('http://127.0.0.1:9/'),
      () => https.request('https://127.0.0.1:9/'),
      () => http2.connect('http://127.0.0.1:9/'),
      () => dgram.createSocket('udp4').send('x', 9, '127.0.0.1'),
      () => dgram.createSocket('udp4').bind(0),
      () => dns.lookup('localhost', () => {}),
      () => dns.promises.lookup('localhost'),
      () => dns.resolve4('localhost', () => {}),
      () => new dns.Resolver().resolveMx('localhost', () => {}),
      () => new dns.promises.Resolver().reverse('127.0.0.1'),
    ]
    const open = []
    for (const door of doors) if (!(await isRefused(door))) open.push(String(door))
    console.log(JSON.stringify({ open, refused: countRefusedConnections(), doors: doors.length }))`)
  expect(result).toEqual({ open: [], refused: 18, doors: 18 })
})

test('tries in a thread are counted by the one that started it', () => {
  const result = runBlocked(`
    blockNetwork()
    const thread = new Worker(\`
      import { blockNetwork } from '#main/threads/network-block.ts'
      blockNetwork()
      try { fetch('http://127.0.0.1:9/') } catch {}\`, { eval: true })
    await new Promise(resolve => thread.once('exit', resolve))
    console.log(JSON.stringify(countRefusedConnections()))`)
  expect(result).toBe(1)
})

test('child processes still run and talk over their pipes', () => {
  const result = runBlocked(`
    blockNetwork()
    const { stdout } = spawnSync(process.execPath, ['-p', '6 * 7'], { encoding: 'utf8' })
    console.log(JSON.stringify([stdout.trim(), countRefusedConnections()]))`)
  expect(result).toEqual(['42', 0])
})
