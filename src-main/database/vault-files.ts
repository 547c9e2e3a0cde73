import fs from 'node:fs'
import path from 'node:path'
import { AppError } from '#shared/contract/app-error.ts'
import { setAside, writeFileSafely } from './safe-files.ts'
import { parseVault, type Vault } from './vault.ts'

/** Newest first. */
const generations = ['vault.json', 'vault.json.1', 'vault.json.2'] as const

/** Tells whether any generation of a vault lies in the folder. */
export function hasVault(folder: string): boolean {
  return generations.some(name => fs.existsSync(path.join(folder, name)))
}

/**
 * Reads the newest generation of the vault that proves itself.
 *
 * Errors: `vault-damaged` when none does, `archive-newer` when one is of a later program.
 */
export function readVault(folder: string): Vault {
  const vault = readGenerations(folder).find(found => found !== undefined)
  if (vault === undefined) throw new AppError('vault-damaged')
  return vault
}

/**
 * Writes a vault as the newest generation; the older ones move down, and are filled when there were none.
 * Damaged ones are set aside, never overwritten.
 */
export function writeVault(folder: string, vault: Vault, now: Date): void {
  const [newest, second] = readGenerations(folder)
  setDamagedAside(folder, now)
  const wanted = [vault, newest ?? vault, second ?? newest ?? vault]
  // Oldest first: at every moment one generation holds what was the newest.
  for (const [index, name] of [...generations.entries()].reverse()) {
    writeFileSafely(path.join(folder, name), textOf(wanted[index] ?? vault))
  }
}

/**
 * Writes missing and damaged generations anew from the newest good one, which it gives back.
 *
 * Errors: those of `readVault`.
 */
export function repairVault(folder: string, now: Date): Vault {
  const vault = readVault(folder)
  setDamagedAside(folder, now)
  for (const name of generations) {
    const file = path.join(folder, name)
    if (!fs.existsSync(file)) writeFileSafely(file, textOf(vault))
  }
  return vault
}

function setDamagedAside(folder: string, now: Date): void {
  for (const name of generations) {
    const file = path.join(folder, name)
    if (fs.existsSync(file) && readGeneration(file) === undefined) setAside(file, now)
  }
}

function readGenerations(folder: string): readonly (Vault | undefined)[] {
  return generations.map(name => readGeneration(path.join(folder, name)))
}

function readGeneration(file: string): Vault | undefined {
  if (!fs.existsSync(file)) return undefined
  try {
    return parseVault(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault-damaged') return undefined
    throw error
  }
}

function textOf(vault: Vault): string {
  return `${JSON.stringify(vault, null, 2)}\n`
}
