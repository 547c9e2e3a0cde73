import { AppError } from '#shared/contract/app-error.ts'
import { AbcRequest, usualAbcLimits } from '#shared/domain/abc.ts'
import { dayOf, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/**
 * `analyse abc --archive A --as-of D [--since D] [--by customer|product] [--shares 0.8,0.95] [--limit N]`: who brings most of the sales,
 * the largest first, as one line.
 */
export const analyseAbc: Command = async (_words, flags, context) => {
  const by = flags.by ?? 'customer'
  const [aShare, bShare, ...others] = (flags.shares ?? '').split(',').map(Number)
  const request = AbcRequest.safeParse({
    ...{ asOf: dayOf(flags), fromOn: flags.since ?? null },
    limits: flags.shares === undefined ? usualAbcLimits : { aShare, bShare },
    firstRows: flags.limit === undefined ? Number.MAX_SAFE_INTEGER : Number(flags.limit),
  })
  if (!request.success || others.length > 0 || (by !== 'customer' && by !== 'product'))
    throw new AppError('usage', {
      commands: '--since YYYY-MM-DD --by customer|product --shares A,B (0..1, rising) --limit 0…',
    })
  const method = by === 'customer' ? 'analytics.rankCustomers' : 'analytics.rankProducts'
  return withEngine(flags, context, async engine => {
    const { firstRows: _, ...answer } = await engine.call(method, request.data)
    context.write(JSON.stringify({ by, ...answer }))
    return true
  })
}
