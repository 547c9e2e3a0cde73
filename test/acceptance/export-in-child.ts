// Started by feature-25-large-export.test.ts: exports customers through the real engine, some and then all, and tells what
// memory the process had at most after each.
import { openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import {
  defaultExportChoices,
  type ExportFormat,
  type ExportOutcome,
  type ExportScope,
  exportColumns,
} from '#shared/domain/export.ts'

const [archivePath = '', target = '', format = 'xlsx'] = process.argv.slice(2)
const engine = await openEngine({
  archivePath,
  appVersion: '0',
  spawnFileReader: spawnFileReaderWithFork,
})

async function write(place: string, scope: ExportScope): Promise<ExportOutcome> {
  const { targetToken } = engine.files.registerTarget(place, true)
  const choices = {
    ...defaultExportChoices,
    format: format as ExportFormat,
    customerColumns: exportColumns.customers.map(({ name }) => name),
  }
  return (await engine.run('exports.write', {
    targetToken,
    choices,
    scope,
    language: 'zh-CN',
  })) as ExportOutcome
}

const peakMebibytes = () => process.resourceUsage().maxRSS / 1024
const { listId } = await engine.call('customers.openList', { sort: { column: 'name', isDescending: false } })
const some = await engine.call('customers.listPage', { listId, start: 0, count: 100 })
const customerIds = some.flatMap(customer => (customer ? [customer.customerId] : []))
await write(`${target}.some`, { of: 'customers', customerIds })
const before = peakMebibytes()
const outcome = await write(target, { of: 'list', listId, isWhole: true })
console.log(
  JSON.stringify({ outcome, grownMebibytes: peakMebibytes() - before, peakMebibytes: peakMebibytes() }),
)
await engine.close()
