import type { Engine } from '#main/engine/open-engine.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { CardField } from '#shared/domain/card-field.ts'
import { everyImport } from '#shared/domain/import-history.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import type { ValueSubject } from '#shared/domain/value-source.ts'
import { withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

const usage = 'imports [show ID | source --customer NUMBER --field FIELD] --archive A [--limit N]'
const usualLimit = 50

/**
 * `imports --archive A [--limit N]`: the history, one import a line. `imports show ID`: one in full. `imports source`: the
 * cells a value of a customer comes from, one value a line.
 */
export const showImports: Command = async (words, flags, context) => {
  const [verb, id] = words
  return withEngine(flags, context, async engine => {
    const write = (line: unknown) => context.write(JSON.stringify(line))
    if (verb === undefined) {
      const count = Math.min(200, Math.max(1, Number(flags.limit ?? usualLimit) || usualLimit))
      const { batches } = await engine.call('imports.history', { filter: everyImport, start: 0, count })
      for (const batch of batches) write(batch)
    } else if (verb === 'show' && Number.isInteger(Number(id))) {
      write(await engine.call('imports.batch', { importBatchId: Number(id) }))
    } else if (verb === 'source' && flags.customer !== undefined && flags.field !== undefined) {
      for (const line of await sourcesOf(engine, flags.customer, flags.field)) write(line)
    } else throw new AppError('usage', { commands: usage })
    return true
  })
}

async function sourcesOf(engine: Engine, archiveNumber: string, field: string) {
  const file = await findCustomer(engine, archiveNumber)
  const { customerId } = file
  const lines: object[] = []
  for (const { value, subject } of subjectsOf(file, field)) {
    const source = await engine.call('imports.sourceOf', { customerId, subject })
    lines.push({ archiveNumber: file.archiveNumber, field, value, ...source })
  }
  return lines
}

async function findCustomer(engine: Engine, archiveNumber: string): Promise<CustomerFile> {
  await engine.whenIndexed()
  const { hits } = await engine.call('search.customers', { text: archiveNumber, limit: 50 })
  const hit = hits.find(({ customer }) => customer.archiveNumber === archiveNumber)
  if (!hit) throw new AppError('not-found')
  return engine.call('customers.get', { customerId: hit.customer.customerId, orderLimit: 500 })
}

type Asked = { readonly value: string | number | null; readonly subject: ValueSubject }

/** The values of a customer that a name stands for: a field of the card, ways of contact, tags, accounts, sums, orders. */
function subjectsOf(file: CustomerFile, field: string): readonly Asked[] {
  const card = CardField.safeParse(field)
  if (card.success) return [{ value: file[card.data], subject: { of: 'card', field: card.data } }]
  switch (field) {
    case 'phone':
    case 'address':
    case 'email':
    case 'wechat':
      return file.contactPoints
        .filter(point => point.kind === field)
        .map(({ kind, value }) => ({ value, subject: { of: 'contact', kind, value } }))
    case 'tags':
      return file.tags.map(name => ({ value: name, subject: { of: 'tag', name } }))
    case 'identities':
      return file.identities.map(({ kind, platform, shop, value }) => ({
        value,
        subject: { of: 'identity', kind, platform, shop, value },
      }))
    case 'balances':
      return file.openingBalances.map(({ openingBalanceId, spendMinor }) => ({
        value: spendMinor,
        subject: { of: 'balance', openingBalanceId },
      }))
    case 'orders':
      return file.orders.map(({ salesOrderId, orderNumber }) => ({
        value: orderNumber,
        subject: { of: 'order', salesOrderId, field: null },
      }))
    default:
      throw new AppError('usage', { commands: usage })
  }
}
