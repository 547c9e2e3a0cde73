/** `npm run fuzz -- [--files N] [--seed S]`: reads N damaged files and prints how they ended. */
import { parseArgs } from 'node:util'
import { runFuzz } from './run-fuzz.ts'

const LIMIT_MEBIBYTES = 1024
const { values } = parseArgs({
  options: { files: { type: 'string', default: '10000' }, seed: { type: 'string', default: '20260101' } },
})
const report = await runFuzz(Number(values.files), Number(values.seed), index => {
  if (index % 500 === 499) console.error(`${index + 1} files`)
})
console.log(`seed ${report.seed}, ${report.files} files`)
for (const [outcome, count] of [...report.outcomes].sort((one, other) => other[1] - one[1]))
  console.log(`${String(count).padStart(7)}  ${outcome}`)
console.log(`slowest: file ${report.slowest.file}, ${report.slowest.cpuSeconds.toFixed(2)} s CPU`)
console.log(`peak of the file reader: ${report.peakMebibytes.toFixed(0)} MiB of ${LIMIT_MEBIBYTES}`)
for (const file of report.failures) console.log(`FAILED ${file}`)
const isGood = report.failures.length === 0 && report.peakMebibytes <= LIMIT_MEBIBYTES
console.log(isGood ? 'ok' : 'not ok')
process.exitCode = isGood ? 0 : 1
