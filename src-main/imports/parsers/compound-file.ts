import type { FileBytes } from './file-bytes.ts'

const HEADER_BYTES = 512
const ENTRY_BYTES = 128
const SECTORS_FOLLOWED = 200
const FAT_IN_HEADER = 109
const LAST_SECTOR = 0xfffffffa

/**
 * Tells what an OLE compound file holds, by the names of its streams.
 *
 * Shape: `isEncrypted` for a package behind a password; an xls says so in its own records.
 * Empty: an unreadable directory gives the format 'ole'.
 * Source: MS-CFB 2.1 to 2.6.
 */
export async function readCompoundFile(file: FileBytes): Promise<{ format: string; isEncrypted: boolean }> {
  const header = await file.read(0, HEADER_BYTES)
  const shift = header.length < HEADER_BYTES ? 0 : header.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return { format: 'ole', isEncrypted: false }
  const readSector = (sector: number) => file.read((sector + 1) * 2 ** shift, 2 ** shift)
  const names = await listStreams(header, readSector)
  const find = (pattern: RegExp) => names.some(name => pattern.test(name))
  if (find(/^EncryptedPackage$/i)) return { format: 'xlsx', isEncrypted: true }
  if (find(/^(?:workbook|book)$/i)) return { format: 'xls', isEncrypted: false }
  const format = find(/^WordDocument$/i) ? 'doc' : find(/^PowerPoint Document$/i) ? 'ppt' : 'ole'
  return { format: find(/^(?:PerfectOffice|NativeContent)_MAIN$/i) ? 'qpw' : format, isEncrypted: false }
}

async function listStreams(header: Buffer, readSector: (sector: number) => Promise<Buffer>) {
  const names: string[] = []
  let sector = header.readUInt32LE(48)
  for (let count = 0; count < SECTORS_FOLLOWED && sector < LAST_SECTOR; count++) {
    const bytes = await readSector(sector)
    for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) names.push(readName(bytes, at))
    if (bytes.length === 0) break
    sector = await nextSector(header, sector, bytes.length, readSector)
  }
  return names
}

function readName(bytes: Buffer, at: number): string {
  const nameBytes = Math.min(64, bytes.readUInt16LE(at + 64))
  return bytes.toString('utf16le', at, at + Math.max(0, nameBytes - 2))
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
