/** `npm run check:data`: reads every file of the published test data and prints what was expected and what came. */
import { checkFile, type FileReport, groupExpectations, listCheckedFiles } from './check-file.ts'
import { findDataFolder, NO_DATA } from './data-folder.ts'

const WIDTHS = [68, 34, 44] as const

const folder = findDataFolder()
if (folder === null) {
  console.log(`skipped: ${NO_DATA}`)
  process.exit(0)
}
const expectations = groupExpectations(folder)
const totals = new Map<string, number>()
let unexpected = 0
console.log(line('file', 'expected', 'got', 'verdict'))
for (const file of listCheckedFiles(folder))
  print(await checkFile(folder, file, expectations.get(file) ?? []))
console.log('')
for (const [verdict, number] of [...totals].sort()) console.log(`${verdict}: ${number}`)
console.log(`unexpected: ${unexpected}`)
process.exitCode = unexpected === 0 ? 0 : 1

function print(report: FileReport): void {
  totals.set(report.verdict, (totals.get(report.verdict) ?? 0) + 1)
  if (report.isUnexpected) unexpected++
  console.log(
    line(report.file, report.expected, report.got, `${report.verdict}${report.isUnexpected ? ' !' : ''}`),
  )
  for (const difference of report.differences.slice(0, 8)) console.log(`    ${difference.slice(0, 200)}`)
}

function line(...columns: string[]): string {
  return columns.map((text, index) => text.padEnd(WIDTHS[index] ?? 0)).join(' ')
}
