/** A field of a table: its name as bytes, the letter of its type, how wide it is. */
export type DbfTestField = { readonly name: Uint8Array; readonly type: string; readonly length: number }

/** Writes a dBASE III table byte by byte. `driver` names the encoding, 0 none; a record that begins with * is deleted. */
export function dbfBytes(
  fields: readonly DbfTestField[],
  records: readonly (readonly Uint8Array[])[],
  { driver = 0, version = 0x03, deleted = [] as readonly number[] } = {},
): Buffer {
  const headerLength = 32 + 32 * fields.length + 1
  const recordLength = 1 + fields.reduce((sum, field) => sum + field.length, 0)
  const head = Buffer.alloc(headerLength)
  head[0] = version
  head.set([124, 3, 5], 1)
  head.writeUInt32LE(records.length, 4)
  head.writeUInt16LE(headerLength, 8)
  head.writeUInt16LE(recordLength, 10)
  head[29] = driver
  fields.forEach(({ name, type, length }, index) => {
    const at = 32 + 32 * index
    head.set(name.subarray(0, 11), at)
    head[at + 11] = type.charCodeAt(0)
    head[at + 16] = length % 256
    head[at + 17] = Math.floor(length / 256)
  })
  head[headerLength - 1] = 0x0d
  const body = records.map((record, index) => {
    const bytes = Buffer.alloc(recordLength, 0x20)
    bytes[0] = deleted.includes(index) ? 0x2a : 0x20
    let at = 1
    fields.forEach(({ length }, field) => {
      bytes.set((record[field] ?? Buffer.alloc(0)).subarray(0, length), at)
      at += length
    })
    return bytes
  })
  return Buffer.concat([head, ...body, Buffer.from([0x1a])])
}
