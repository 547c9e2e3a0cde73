import { createHmac } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseKey, makeVault, parseVault, unlockVault } from '#main/database/vault.ts'
import { readVault, repairVault, writeVault } from '#main/database/vault-files.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

const now = new Date('2026-03-01T08:30:00Z')
const failsWith = (code: string) => expect.objectContaining({ code })

let folder: string

beforeEach(() => {
  folder = makeTestFolder()
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => path.join(folder, name)
const damage = (name: string) =>
  fs.writeFileSync(at(name), fs.readFileSync(at(name), 'utf8').replace('"seed": "', '"seed": "x'))

describe('a vault', () => {
  it('opens to the key that HKDF gives for its seed, worked by the two steps of RFC 5869', () => {
    const vault = makeVault()
    const seed = Buffer.from(vault.slots[0]?.seed ?? '', 'hex')
    expect(seed).toHaveLength(16)
    const extracted = createHmac('sha256', Buffer.alloc(32)).update(seed).digest()
    const expanded = createHmac('sha256', extracted).update(Buffer.from('db/1\x01', 'latin1')).digest()
    expect(unlockVault(vault)).toEqual(expanded)
    expect(databaseKey(seed)).toEqual(expanded)
  })

  it('is another for every archive', () => {
    const [one, other] = [makeVault(), makeVault()]
    expect(one.archiveId).not.toBe(other.archiveId)
    expect(unlockVault(one).equals(unlockVault(other))).toBe(false)
  })

  it('survives being written and read', () => {
    const vault = makeVault()
    expect(parseVault(JSON.stringify(vault))).toEqual(vault)
  })

  it.each([
    ['another seed', { slots: [{ kind: 'no-password' as const, seed: '00'.repeat(16) }] }],
    ['another archive id', { archiveId: '00000000-0000-4000-8000-000000000000' }],
    ['another key check', { keyCheck: '0'.repeat(16) }],
    ['another proof', { mac: '0'.repeat(64) }],
    ['no slot', { slots: [] }],
  ])('with %s does not prove itself', (_name, change) => {
    expect(() => parseVault(JSON.stringify({ ...makeVault(), ...change }))).toThrow(
      failsWith('vault-damaged'),
    )
  })

  it.each([[''], ['{'], ['null'], ['{"format":"kehu-vault"}']])('is not the text %s', text => {
    expect(() => parseVault(text)).toThrow(failsWith('vault-damaged'))
  })

  it('of a later program is called newer, not damaged', () => {
    expect(() => parseVault(JSON.stringify({ format: 'kehu-vault', version: 2 }))).toThrow(
      failsWith('archive-newer'),
    )
  })
})

describe('the vault files', () => {
  it('are three from the beginning, readable by their owner only', () => {
    writeVault(folder, makeVault(), now)
    expect(fs.readdirSync(folder).sort()).toEqual(['vault.json', 'vault.json.1', 'vault.json.2'])
    for (const name of fs.readdirSync(folder)) expect(fs.statSync(at(name)).mode & 0o777).toBe(0o600)
  })

  it('keep the two vaults before the newest', () => {
    const vaults = [makeVault(), makeVault(), makeVault(), makeVault()] as const
    for (const vault of vaults) writeVault(folder, vault, now)
    const stored = ['vault.json', 'vault.json.1', 'vault.json.2'].map(name =>
      parseVault(fs.readFileSync(at(name), 'utf8')),
    )
    expect(stored).toEqual([vaults[3], vaults[2], vaults[1]])
    expect(readVault(folder)).toEqual(vaults[3])
  })

  it.each([[['vault.json']], [['vault.json', 'vault.json.1']], [['vault.json.2']]])(
    'fall back to a good generation when %j are damaged, which are set aside and written anew',
    names => {
      const vault = makeVault()
      writeVault(folder, vault, now)
      for (const name of names) damage(name)
      const damaged = fs.readFileSync(at(names[0] ?? ''), 'utf8')
      expect(repairVault(folder, now)).toEqual(vault)
      for (const name of ['vault.json', 'vault.json.1', 'vault.json.2']) {
        expect(parseVault(fs.readFileSync(at(name), 'utf8'))).toEqual(vault)
      }
      expect(fs.readFileSync(at(`${names[0]}.damaged-2026-03-01T08-30-00`), 'utf8')).toBe(damaged)
    },
  )

  it('that are all damaged are an error, and stay as they are', () => {
    writeVault(folder, makeVault(), now)
    for (const name of fs.readdirSync(folder)) damage(name)
    const before = fs.readdirSync(folder).map(name => fs.readFileSync(at(name), 'utf8'))
    expect(() => repairVault(folder, now)).toThrow(failsWith('vault-damaged'))
    expect(fs.readdirSync(folder).map(name => fs.readFileSync(at(name), 'utf8'))).toEqual(before)
  })
})
