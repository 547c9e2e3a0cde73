import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { z } from 'zod'
import { AppError } from '#shared/contract/app-error.ts'
import { ArchiveCounts, BackupReason } from '#shared/domain/archive.ts'
import { Vault } from './vault.ts'

const magic = Buffer.from('KEHUCBK\n', 'latin1')
const prefixLength = magic.length + 4 + 32
const longestHeader = 64 * 1024 * 1024
const chunkLength = 1024 * 1024
const hex256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Describes the header of a .cbk file: all that a fresh PC needs to show and to open it. It holds no customer data.
 *
 * `contentMark` changes with every command, so that equal marks mean there is nothing new to back up.
 */
export const BackupHeader = z.object({
  format: z.literal('kehu-backup'),
  version: z.literal(1),
  sequence: z.int().positive(),
  reason: BackupReason,
  madeAt: z.iso.datetime(),
  appVersion: z.string(),
  schemaVersion: z.int().positive(),
  counts: ArchiveCounts,
  contentMark: hex256,
  vault: Vault,
  /** Names of the files in attachments/ that this backup needs. */
  attachments: z.array(z.string()),
  bodySizeBytes: z.int().positive(),
  bodySha256: hex256,
})
export type BackupHeader = z.infer<typeof BackupHeader>

/**
 * Wraps a database file as a backup file and makes it survive a power cut.
 *
 * Layout: 'KEHUCBK\n', length of the header (32 bit, little endian), SHA-256 of the header, header (JSON), database.
 */
export function writeBackupFile(
  target: string,
  body: string,
  facts: Omit<BackupHeader, 'format' | 'version' | 'bodySizeBytes' | 'bodySha256'>,
): BackupHeader {
  const { sizeBytes, sha256 } = hashFrom(body, 0)
  const header: BackupHeader = {
    format: 'kehu-backup',
    version: 1,
    ...facts,
    bodySizeBytes: sizeBytes,
    bodySha256: sha256,
  }
  const text = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.length)
  const handle = fs.openSync(target, 'w', 0o600)
  try {
    for (const part of [magic, length, createHash('sha256').update(text).digest(), text])
      fs.writeFileSync(handle, part)
    eachChunk(body, 0, chunk => fs.writeFileSync(handle, chunk))
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
  return header
}

/**
 * Reads the header of a backup file; the database in it is not looked at.
 *
 * Errors: `backup-damaged`, `backup-newer` for a file of a later program.
 */
export function readBackupHeader(file: string): BackupHeader {
  return readHead(file).header
}

/**
 * Copies the database out of a backup file, checking every byte of the backup.
 *
 * Errors: `backup-damaged`, `backup-newer`; the target is then not usable.
 */
export function extractBackupBody(file: string, target: string): BackupHeader {
  const { header, bodyStart } = readHead(file)
  const hash = createHash('sha256')
  const handle = fs.openSync(target, 'w', 0o600)
  try {
    eachChunk(file, bodyStart, chunk => {
      hash.update(chunk)
      fs.writeFileSync(handle, chunk)
    })
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
  if (hash.digest('hex') !== header.bodySha256) throw new AppError('backup-damaged')
  return header
}

/**
 * Reads every byte of a backup file and compares it with what was written.
 *
 * Errors: `backup-damaged`, `backup-newer`. Cost: reads the whole file.
 */
export function checkBackupFile(file: string): BackupHeader {
  const { header, bodyStart } = readHead(file)
  const { sizeBytes, sha256 } = hashFrom(file, bodyStart)
  if (sizeBytes !== header.bodySizeBytes || sha256 !== header.bodySha256) throw new AppError('backup-damaged')
  return header
}

function readHead(file: string): { header: BackupHeader; bodyStart: number } {
  const handle = fs.openSync(file, 'r')
  try {
    const prefix = readExactly(handle, prefixLength, 0)
    const length = prefix.readUInt32LE(magic.length)
    if (!prefix.subarray(0, magic.length).equals(magic) || length > longestHeader)
      throw new AppError('backup-damaged')
    const text = readExactly(handle, length, prefixLength)
    const sha256 = createHash('sha256').update(text).digest()
    if (!sha256.equals(prefix.subarray(magic.length + 4))) throw new AppError('backup-damaged')
    return { header: parseHeader(text.toString('utf8')), bodyStart: prefixLength + length }
  } finally {
    fs.closeSync(handle)
  }
}

/** The text is what was written: its hash was right. So what does not fit comes from a later program. */
function parseHeader(text: string): BackupHeader {
  const header = BackupHeader.safeParse(JSON.parse(text))
  if (!header.success) throw new AppError('backup-newer')
  return header.data
}

function readExactly(handle: number, length: number, position: number): Buffer {
  const buffer = Buffer.alloc(length)
  if (fs.readSync(handle, buffer, 0, length, position) !== length) throw new AppError('backup-damaged')
  return buffer
}

function hashFrom(file: string, start: number): { sizeBytes: number; sha256: string } {
  const hash = createHash('sha256')
  let sizeBytes = 0
  eachChunk(file, start, chunk => {
    hash.update(chunk)
    sizeBytes += chunk.length
  })
  return { sizeBytes, sha256: hash.digest('hex') }
}

function eachChunk(file: string, start: number, visit: (chunk: Uint8Array) => void): void {
  const buffer = Buffer.alloc(chunkLength)
  const handle = fs.openSync(file, 'r')
  try {
    let position = start
    for (;;) {
      const length = fs.readSync(handle, buffer, 0, chunkLength, position)
      if (length === 0) return
      visit(buffer.subarray(0, length))
      position += length
    }
  } finally {
    fs.closeSync(handle)
  }
}
