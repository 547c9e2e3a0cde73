import zlib from 'node:zlib'

const table = makeTable()

function makeTable(): Uint32Array {
  const entries = new Uint32Array(256)
  for (let index = 0; index < 256; index++) {
    let value = index
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    entries[index] = value
  }
  return entries
}

/**
 * Continues a CRC-32 by our own table: Node 18 (Electron 25) has no zlib.crc32.
 *
 * Example: crc32ByTable(Buffer.from('123456789'), 0) -> 0xcbf43926
 */
export function crc32ByTable(bytes: Uint8Array, previous: number): number {
  let crc = ~previous
  for (let index = 0; index < bytes.length; index++)
    crc = (table[(crc ^ (bytes[index] as number)) & 0xff] as number) ^ (crc >>> 8)
  return ~crc >>> 0
}

/** Continues a CRC-32 over one more chunk; zlib's own is used where it exists. */
export const crc32: (bytes: Uint8Array, previous: number) => number =
  typeof zlib.crc32 === 'function' ? zlib.crc32 : crc32ByTable
