import { createHmac, hkdfSync, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '#shared/contract/app-error.ts'

/** A slot opens the archive. Without a password it holds the seed itself. */
const VaultSlot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('no-password'), seed: z.string().regex(/^[0-9a-f]{32}$/) }),
])

/**
 * Describes vault.json: which archive this is, the ways to its seed, and two proofs: `keyCheck` tells a wrong key
 * from a damaged database (SQLite says the same of both), `mac` tells whether the vault was changed.
 */
export const Vault = z.strictObject({
  format: z.literal('kehu-vault'),
  version: z.literal(1),
  archiveId: z.uuid(),
  derivation: z.literal('hkdf-sha256'),
  slots: z.array(VaultSlot).min(1),
  keyCheck: z.string().regex(/^[0-9a-f]{16}$/),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Vault = z.infer<typeof Vault>

/** Makes the vault of a new archive: a new seed, in a slot without a password. */
export function makeVault(): Vault {
  const seed = randomBytes(16)
  const vault: Omit<Vault, 'mac'> = {
    format: 'kehu-vault',
    version: 1,
    archiveId: randomUUID(),
    derivation: 'hkdf-sha256',
    slots: [{ kind: 'no-password', seed: seed.toString('hex') }],
    keyCheck: keyCheckOf(databaseKey(seed)),
  }
  return { ...vault, mac: macOf(vault, seed) }
}

/**
 * Unlocks a vault.
 *
 * Shape: 32 bytes, to be zeroed when the archive is closed.
 * Errors: `vault-damaged` when the vault does not prove itself.
 */
export function unlockVault(vault: Vault): Buffer {
  const [slot] = vault.slots
  if (slot === undefined) throw new AppError('vault-damaged')
  const seed = Buffer.from(slot.seed, 'hex')
  const key = databaseKey(seed)
  const isSound = isEqual(keyCheckOf(key), vault.keyCheck) && isEqual(macOf(vault, seed), vault.mac)
  seed.fill(0)
  if (isSound) return key
  key.fill(0)
  throw new AppError('vault-damaged')
}

/**
 * Derives the raw key of archive.db from the archive's seed.
 *
 * Source: HKDF with SHA-256 (RFC 5869), no salt, info 'db/1'.
 */
export function databaseKey(seed: Uint8Array): Buffer {
  return derive(seed, 'db/1')
}

/**
 * Derives the key of the files in attachments/ from the seed of an unlocked vault.
 *
 * Shape: 32 bytes, to be zeroed like the database's. Source: HKDF with SHA-256 (RFC 5869), no salt, info 'att/1'.
 */
export function attachmentKeyOf(vault: Vault): Buffer {
  const [slot] = vault.slots
  if (slot === undefined) throw new AppError('vault-damaged')
  const seed = Buffer.from(slot.seed, 'hex')
  const key = derive(seed, 'att/1')
  seed.fill(0)
  return key
}

/**
 * Reads the text of a vault file.
 *
 * Errors: `archive-newer` for a vault of a later program, `vault-damaged` for anything else that is none.
 */
export function parseVault(text: string): Vault {
  const value = parseJson(text)
  const head = z.object({ format: z.literal('kehu-vault'), version: z.number() }).safeParse(value)
  if (head.success && head.data.version > 1)
    throw new AppError('archive-newer', { version: head.data.version })
  const vault = Vault.safeParse(value)
  if (!vault.success) throw new AppError('vault-damaged')
  unlockVault(vault.data).fill(0)
  return vault.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('vault-damaged')
  }
}

function derive(seed: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', seed, '', info, 32))
}

function keyCheckOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('key-check/1').digest('hex').slice(0, 16)
}

function macOf(vault: Omit<Vault, 'mac'>, seed: Uint8Array): string {
  const { format, version, archiveId, derivation, slots, keyCheck } = vault
  const text = JSON.stringify([format, version, archiveId, derivation, slots.map(slotParts), keyCheck])
  return createHmac('sha256', derive(seed, 'vault/1')).update(text).digest('hex')
}

function slotParts({ kind, seed }: Vault['slots'][number]): readonly string[] {
  return [kind, seed]
}

function isEqual(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))
}
