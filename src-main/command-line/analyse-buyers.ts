import type { Engine } from '#main/engine/open-engine.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { BasketProduct } from '#shared/domain/baskets.ts'
import { AnalysisMark, type MarkMember } from '#shared/domain/mark-members.ts'
import { dayOf, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

const pageSize = 200

/**
 * `analyse baskets --archive A --as-of D [--since D] --bought PRODUCT [--bought …] [--not-bought PRODUCT …]`: the customers who bought all
 * of some products and none of others, as one line. Products by name or key; who refused contact is marked and counted.
 */
export const analyseBuyers: Command = async (_words, flags, context) => {
  const asOf = dayOf(flags)
  return withEngine(flags, context, async engine => {
    const bought = await Promise.all((flags.bought ?? []).map(text => productOf(engine, text)))
    const notBought = await Promise.all((flags['not-bought'] ?? []).map(text => productOf(engine, text)))
    const mark = AnalysisMark.safeParse({
      ...{ kind: 'bought', fromOn: flags.since ?? null, asOf, isInOneOrder: false },
      products: bought.map(({ productId }) => productId),
      notProducts: notBought.map(({ productId }) => productId),
    })
    if (!mark.success) throw usage()
    const { listId, total, refusedCount } = await engine.call('analytics.openMarkMembers', {
      mark: mark.data,
      sort: { column: 'spendMinor', isDescending: true },
    })
    const customers: MarkMember[] = []
    for (let start = 0; start < total; start += pageSize)
      customers.push(...(await engine.call('analytics.markMembersPage', { listId, start, count: pageSize })))
    context.write(
      JSON.stringify({
        ...{ fromOn: flags.since ?? null, asOf, bought, notBought, count: total, refused: refusedCount },
        customers: customers.map(({ customerId, archiveNumber, isContactRefused, lastOn, ...sums }) => ({
          ...{ customerId, archiveNumber, isContactRefused, lastOn },
          ...{ orderCount: sums.orderCount, spendMinor: sums.spendMinor },
        })),
      }),
    )
    return true
  })
}

/** The product of a key, or of a name that only one has. Errors: usage when none or several are meant. */
async function productOf(engine: Engine, text: string): Promise<BasketProduct> {
  const found = await engine.call('analytics.findProducts', { text })
  const named = found.filter(({ name }) => name === text.trim())
  if (named.length > 1) throw usage(named.map(({ productId }) => productId).join(' '))
  const [product] = named
  if (product) return product
  if (/^\d+$/.test(text)) return { productId: Number(text), name: '' }
  throw usage(found.map(({ name }) => name).join(' · '))
}

const usage = (choices = '') =>
  new AppError('usage', {
    commands: `--since YYYY-MM-DD --bought PRODUCT --not-bought PRODUCT ${choices}`.trim(),
  })
