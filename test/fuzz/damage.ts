import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { crc32 } from '#main/imports/parsers/crc32.ts'
import type { SeededRandom } from '#test/helpers/seeded-random.ts'
import type { SeedFile } from './seed-files.ts'

const LONGEST_BLOCK = 600
const SECTOR = 512
const MOST_DAMAGES = 4
const edges = [0, 1, 0x7f, 0x80, 0xff, 0xfe, 0x20, 0x3c, 0x22]
const hugeNumbers = [0xffffffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0x10000, 0]
const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1')

/** Damages a copy of a sound file in one to four ways: bytes, blocks, sectors, numbers, tokens, parts of a zip. */
export function damage(seed: SeedFile, random: SeededRandom): Buffer {
  let bytes =
    seed.extension === 'xlsx' && random.chance(50) ? damagePart(seed, random) : Buffer.from(seed.bytes)
  const times = 1 + random.below(MOST_DAMAGES)
  for (let time = 0; time < times && bytes.length > 0; time++) bytes = random.pick(ways)(bytes, random, seed)
  return bytes
}

type Way = (bytes: Buffer, random: SeededRandom, seed: SeedFile) => Buffer

const flipByte: Way = (bytes, random) => {
  bytes[random.below(bytes.length)] = random.chance(50) ? random.pick(edges) : random.below(256)
  return bytes
}

const cutEnd: Way = (bytes, random) =>
  random.chance(30) ? bytes.subarray(0, random.below(bytes.length)) : bytes

const removeBlock: Way = (bytes, random) => {
  const at = random.below(bytes.length)
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.below(LONGEST_BLOCK))])
}

const swapBlocks: Way = (bytes, random) => {
  const length = random.chance(50) ? SECTOR : 1 + random.below(LONGEST_BLOCK)
  const [one, other] = [random.below(bytes.length), random.below(bytes.length)]
  const copy = Buffer.from(bytes.subarray(one, one + length))
  bytes.copy(bytes, one, other, other + length)
  copy.copy(bytes, other)
  return bytes
}

const repeatBlock: Way = (bytes, random) => {
  const at = random.below(bytes.length)
  const block = bytes.subarray(at, at + random.below(LONGEST_BLOCK))
  return Buffer.concat([
    bytes.subarray(0, at),
    ...Array<Buffer>(1 + random.below(20)).fill(block),
    bytes.subarray(at),
  ])
}

const writeNumber: Way = (bytes, random) => {
  if (bytes.length > 4) bytes.writeUInt32LE(random.pick(hugeNumbers), random.below(bytes.length - 4))
  return bytes
}

const insertToken: Way = (bytes, random, { tokens, extension }) => {
  const at = random.below(bytes.length)
  const token = Buffer.from(random.pick(tokens), extension === 'xls' ? 'latin1' : 'utf8')
  return Buffer.concat([bytes.subarray(0, at), token, bytes.subarray(at)])
}

const growDigits: Way = (bytes, random) => {
  const from = random.below(bytes.length)
  const at = bytes.findIndex((byte, index) => index >= from && byte >= 0x30 && byte <= 0x39)
  if (at < 0) return bytes
  const digits = Buffer.from('9'.repeat(1 + random.below(30)))
  return Buffer.concat([bytes.subarray(0, at), digits, bytes.subarray(at)])
}

/** The first sectors of an xls tell where all others are; the headers of a zip lie at its end. */
const damageDirectory: Way = (bytes, random, { extension }) => {
  const span = Math.min(bytes.length - 4, SECTOR)
  if (span <= 0) return bytes
  const start = extension === 'xlsx' ? bytes.length - 4 - span : random.below(3) * SECTOR
  const at = Math.max(0, Math.min(bytes.length - 4, start + random.below(span)))
  bytes.writeUInt32LE(random.chance(50) ? random.pick(hugeNumbers) : random.below(300), at)
  return bytes
}

const ways: readonly Way[] = [
  flipByte,
  flipByte,
  cutEnd,
  removeBlock,
  swapBlocks,
  repeatBlock,
  writeNumber,
  insertToken,
  insertToken,
  growDigits,
  damageDirectory,
]

/** Damages the text of one part and packs it again, so that what is wrong lies behind the checksums of the zip. */
function damagePart({ bytes, tokens }: SeedFile, random: SeededRandom): Buffer {
  const starts: number[] = []
  for (let at = bytes.indexOf(LOCAL_HEADER); at >= 0; at = bytes.indexOf(LOCAL_HEADER, at + 4))
    starts.push(at)
  const parts = starts.map(at => readPart(bytes, at))
  const chosen = random.below(parts.length)
  const way = random.pick([
    flipByte,
    removeBlock,
    repeatBlock,
    insertToken,
    insertToken,
    growDigits,
    swapBlocks,
  ])
  return packParts(
    parts.map(({ name, body }, index) => ({
      name,
      body: index === chosen ? way(Buffer.from(body), random, { extension: 'xml', bytes, tokens }) : body,
    })),
  )
}

type Part = { readonly name: Buffer; readonly body: Buffer }

/** The builder writes sizes behind each part, so the inflater finds its end. */
function readPart(bytes: Buffer, at: number): Part {
  const nameLength = bytes.readUInt16LE(at + 26)
  const from = at + 30 + nameLength + bytes.readUInt16LE(at + 28)
  const name = bytes.subarray(at + 30, at + 30 + nameLength)
  const isStored = bytes.readUInt16LE(at + 8) === 0
  return { name, body: isStored ? Buffer.alloc(0) : inflateRawSync(bytes.subarray(from)) }
}

function packParts(parts: readonly Part[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, body } of parts) {
    const packed = deflateRawSync(body)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(body, 0), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(body.length, 18)
    facts.writeUInt16LE(name.length, 22)
    local.push(LOCAL_HEADER, facts, name, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, name)
    offset += 30 + name.length + packed.length
  }
  const size = central.reduce((sum, piece) => sum + piece.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, ...central, end])
}
