import type { FileBytes } from './file-bytes.ts'

const HEADER_BYTES = 512
const ENTRY_BYTES = 128
const SECTORS_FOLLOWED = 200
const FAT_IN_HEADER = 109
const LAST_SECTOR = 0xfffffffa
const STREAM_HEAD_BYTES = 8_192
const FILE_PASSWORD_RECORD = 0x2f

type Stream = { readonly name: string; readonly firstSector: number }

/**
 * Tells what an OLE compound file holds, by the names of its streams.
 *
 * Shape: `isEncrypted` for a package behind a password and for an xls whose first records say so.
 * Empty: an unreadable directory gives the format 'ole'.
 * Source: MS-CFB 2.1 to 2.6; MS-XLS 2.4.117 (FilePass).
 */
export async function readCompoundFile(file: FileBytes): Promise<{ format: string; isEncrypted: boolean }> {
  const header = await file.read(0, HEADER_BYTES)
  const shift = header.length < HEADER_BYTES ? 0 : header.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return { format: 'ole', isEncrypted: false }
  const readSector = (sector: number) => file.read((sector + 1) * 2 ** shift, 2 ** shift)
  const streams = await listStreams(header, readSector)
  const find = (pattern: RegExp) => streams.find(stream => pattern.test(stream.name))
  if (find(/^EncryptedPackage$/i)) return { format: 'xlsx', isEncrypted: true }
  const workbook = find(/^(?:workbook|book)$/i)
  if (workbook) {
    const head = await file.read((workbook.firstSector + 1) * 2 ** shift, STREAM_HEAD_BYTES)
    return { format: 'xls', isEncrypted: hasPasswordRecord(head) }
  }
  const format = find(/^WordDocument$/i) ? 'doc' : find(/^PowerPoint Document$/i) ? 'ppt' : 'ole'
  return { format: find(/^PerfectOffice/i) ? 'qpw' : format, isEncrypted: false }
}

async function listStreams(header: Buffer, readSector: (sector: number) => Promise<Buffer>) {
  const streams: Stream[] = []
  let sector = header.readUInt32LE(48)
  for (let count = 0; count < SECTORS_FOLLOWED && sector < LAST_SECTOR; count++) {
    const bytes = await readSector(sector)
    for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) streams.push(readEntry(bytes, at))
    if (bytes.length === 0) break
    sector = await nextSector(header, sector, bytes.length, readSector)
  }
  return streams
}

function readEntry(bytes: Buffer, at: number): Stream {
  const nameBytes = Math.min(64, bytes.readUInt16LE(at + 64))
  const name = bytes.toString('utf16le', at, at + Math.max(0, nameBytes - 2))
  return { name, firstSector: bytes.readUInt32LE(at + 116) }
}

async function nextSector(
  header: Buffer,
  sector: number,
  sectorBytes: number,
  readSector: (sector: number) => Promise<Buffer>,
): Promise<number> {
  const perSector = sectorBytes / 4
  const fatIndex = Math.floor(sector / perSector)
  if (fatIndex >= FAT_IN_HEADER) return LAST_SECTOR
  const fat = await readSector(header.readUInt32LE(76 + 4 * fatIndex))
  const at = (sector % perSector) * 4
  return at + 4 <= fat.length ? fat.readUInt32LE(at) : LAST_SECTOR
}

function hasPasswordRecord(head: Buffer): boolean {
  let at = 0
  while (at + 4 <= head.length) {
    const type = head.readUInt16LE(at)
    if (type === FILE_PASSWORD_RECORD) return true
    if (type === 0) return false
    at += 4 + head.readUInt16LE(at + 2)
  }
  return false
}
