import { expect, it } from 'vitest'
import { readWhole } from '#test/data/read-whole.ts'
import { writeBytes } from '#test/helpers/workbook-builder.ts'

const SECTOR = 512
const END_OF_CHAIN = 0xfffffffe

/** A compound file of three sectors: allocation table, directory, and the beginning of one stream. */
function makeCompoundFile(streamName: string, stream: readonly number[] = []): Buffer {
  const bytes = Buffer.alloc(SECTOR * 4, 0)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(1, 48)
  bytes.writeUInt32LE(0, 76)
  bytes.writeUInt32LE(END_OF_CHAIN, SECTOR + 4)
  for (const [index, name] of ['Root Entry', streamName].entries()) {
    const at = SECTOR * 2 + index * 128
    bytes.write(name, at, 'utf16le')
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64)
    bytes.writeUInt32LE(2, at + 116)
  }
  Buffer.from(stream).copy(bytes, SECTOR * 3)
  return bytes
}

const errorOf = async (bytes: Uint8Array) => (await readWhole(writeBytes(bytes, 'a.xlsx'))).error

it.each([
  ['EncryptedPackage', 'file-encrypted', 'xlsx'],
  ['WordDocument', 'file-type-unsupported', 'doc'],
  ['NativeContent_MAIN', 'file-type-unsupported', 'qpw'],
  ['Contents', 'file-type-unsupported', 'ole'],
])('a compound file with the stream %s is named', async (name, code, format) => {
  expect(await errorOf(makeCompoundFile(name))).toMatchObject({ code, details: { format } })
})

it.each(['Workbook', 'BOOK'])('a workbook whose stream %s holds nothing is damaged', async name => {
  expect((await errorOf(makeCompoundFile(name)))?.code).toBe('file-damaged')
})

it('a compound file that is cut, or whose directory runs in a circle, is named too', async () => {
  const whole = makeCompoundFile('Workbook')
  expect((await errorOf(whole.subarray(0, 100)))?.code).toBe('file-type-unsupported')
  expect((await errorOf(whole.subarray(0, 700)))?.code).toBe('file-type-unsupported')
  const circle = makeCompoundFile('Anything')
  circle.writeUInt32LE(1, SECTOR + 4)
  expect((await errorOf(circle))?.code).toBe('file-type-unsupported')
})
