// npm run demo: the main job in the real window without anyone at the screen. Leaves screenshots, PDFs and a summary in
// demo-output and ends with 1 when a step fails. Runs itself without a network where the system permits that.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import * as display from '#test/e2e/display.ts'
import { doMainJob } from './demo-steps.ts'
import { readSummary, writeSummary } from './demo-summary.ts'
import { DemoWindow, insist } from './demo-window.ts'
import {
  chooseProof,
  hasNetwork,
  type NetworkProof,
  networkProofs,
  runTraced,
  runWithoutNetwork,
} from './network-proof.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const folder = path.join(root, 'demo-output')
const ownCommand = (proof: NetworkProof) => [process.execPath, import.meta.filename, `--proof=${proof}`]

const given = process.argv.find(word => word.startsWith('--proof='))?.slice('--proof='.length)
if (given !== undefined) process.exitCode = await runHere(given as NetworkProof)
else process.exitCode = await runWithProof(chooseProof())

async function runWithProof(proof: NetworkProof): Promise<number> {
  console.error(`[demo] network: ${networkProofs[proof]}`)
  if (proof === 'counted' || !hasNetwork()) return runHere(proof)
  if (proof === 'no-network') return runWithoutNetwork(ownCommand(proof))
  const { code, outside } = runTraced(ownCommand('counted'))
  if (code !== 0) return code
  if (outside.length > 0) {
    console.error(`demo failed: something wanted to reach ${[...new Set(outside)].join(', ')}`)
    return 1
  }
  writeSummary(folder, { ...readSummary(folder), networkProof: 'traced' })
  return 0
}

async function runHere(networkProof: NetworkProof): Promise<number> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await display.setup()
  try {
    await runInWindow(networkProof)
    console.log(`demo done: ${path.relative(root, folder)}/summary.md`)
    return 0
  } catch (error) {
    console.error(`demo failed: ${error instanceof Error ? error.message : error}`)
    return 1
  } finally {
    await display.teardown()
  }
}

async function runInWindow(networkProof: NetworkProof): Promise<void> {
  insist(networkProof !== 'no-network' || !hasNetwork(), 'there is a network where there should be none')
  const demo = await DemoWindow.open(folder)
  try {
    await doMainJob(demo, path.join(root, 'out', 'sample'))
    const { version, runtime, sqlite, networkAttempts } = await demo.ask('program.facts', {})
    const { steps, screenshots, run } = demo
    writeSummary(folder, {
      electron: runtime,
      version,
      sqlite,
      networkAttempts,
      networkProof,
      steps,
      screenshots,
    })
    insist(networkAttempts === 0, `${networkAttempts} attempts to reach a network`)
    insist(run.pageErrors.length === 0, `errors of the page: ${run.pageErrors.join(' | ')}`)
  } finally {
    await demo.run.close()
  }
}
