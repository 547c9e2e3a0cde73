import dgram from 'node:dgram'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine that counts whoever reaches it, over HTTP, web socket or a datagram. */
export interface LocalServer {
  readonly port: number
  readonly hits: readonly string[]
  close(): Promise<void>
}

export async function openLocalServer(): Promise<LocalServer> {
  const hits: string[] = []
  const server = http.createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`)
    response.setHeader('access-control-allow-origin', '*').end('hit')
  })
  server.on('upgrade', (request, socket) => {
    hits.push(`upgrade ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const datagrams = dgram.createSocket('udp4')
  datagrams.on('message', () => hits.push('datagram'))
  await new Promise<void>(resolve => datagrams.bind(port, '127.0.0.1', resolve))
  return {
    port,
    hits,
    async close() {
      datagrams.close()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
