import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type NetworkProof, networkProofs } from './network-proof.ts'

/** What one step did and how long it took. */
export type DemoStep = {
  readonly name: string
  readonly elapsedMs: number
  readonly facts: Readonly<Record<string, string | number>>
}

/** Everything that the demo found out. */
export type DemoSummary = {
  readonly electron: string
  readonly version: string
  readonly sqlite: string
  /** Attempts to reach a network that the program refused and counted. */
  readonly networkAttempts: number
  readonly networkProof: NetworkProof
  readonly steps: readonly DemoStep[]
  readonly screenshots: readonly string[]
}

const jsonName = 'summary.json'

/** Writes the summary for people and for programs. */
export function writeSummary(folder: string, summary: DemoSummary): void {
  writeFileSync(path.join(folder, jsonName), `${JSON.stringify(summary, null, 2)}\n`)
  writeFileSync(path.join(folder, 'summary.md'), wordSummary(summary))
}

export function readSummary(folder: string): DemoSummary {
  return JSON.parse(readFileSync(path.join(folder, jsonName), 'utf8')) as DemoSummary
}

function wordSummary(summary: DemoSummary): string {
  const { electron, version, sqlite, networkAttempts, networkProof, steps, screenshots } = summary
  const rows = steps.map(({ name, elapsedMs, facts }) => {
    const words = Object.entries(facts).map(([fact, value]) => `${fact} ${value}`)
    return `| ${name} | ${(elapsedMs / 1000).toFixed(1)} s | ${words.join(', ')} |`
  })
  return `# Demo: from a dropped archive to a printed customer report

Kehu ${version}, ${electron}, SQLite ${sqlite}. All people and orders are made up.

Network: ${networkAttempts} attempts counted by the program; ${networkProofs[networkProof]}.

| step | time | facts |
| --- | --- | --- |
${rows.join('\n')}

Screenshots: ${screenshots.join(', ')}
`
}
