import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { appErrorCodes } from '#shared/contract/app-error.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'
import { damage } from './damage.ts'
import { ReaderProcess } from './reader-process.ts'
import { seedFiles } from './seed-files.ts'

/** What a run over many damaged files gave. */
export type FuzzReport = {
  readonly seed: number
  readonly files: number
  readonly outcomes: ReadonlyMap<string, number>
  /** Paths of the files that ended as no file may. */
  readonly failures: readonly string[]
  readonly slowest: { readonly file: number; readonly cpuSeconds: number }
  readonly peakMebibytes: number
}

/** Codes with which a file may be refused; anything else is a fault of the reader. */
const allowed = new Set<string>(
  appErrorCodes.filter(code => /^(?:file-(?!reader|missing)|xlsx-variant|encoding-)/.test(code)),
)

/** Reads damaged copies of sound files in a real file reader process; the same seed gives the same files. */
export async function runFuzz(
  files: number,
  seed: number,
  onFile: (index: number) => void = () => undefined,
): Promise<FuzzReport> {
  const random = new SeededRandom(seed)
  const seeds = await seedFiles()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kehu-fuzz-'))
  const reader = new ReaderProcess()
  const outcomes = new Map<string, number>()
  const failures: string[] = []
  let slowest = { file: 0, cpuSeconds: 0 }
  try {
    for (let file = 0; file < files; file++) {
      const sound = seeds[file % seeds.length]
      if (!sound) break
      const filePath = path.join(folder, `${seed}-${file}.${sound.extension}`)
      fs.writeFileSync(filePath, damage(sound, random))
      const { outcome, cpuSeconds } = await reader.read(filePath)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (cpuSeconds > slowest.cpuSeconds) slowest = { file, cpuSeconds }
      if (outcome === 'rows' || allowed.has(outcome)) fs.rmSync(filePath)
      else failures.push(filePath)
      onFile(file)
    }
  } finally {
    reader.close()
    if (failures.length === 0) fs.rmSync(folder, { recursive: true })
  }
  return { seed, files, outcomes, failures, slowest, peakMebibytes: reader.peakMebibytes }
}
