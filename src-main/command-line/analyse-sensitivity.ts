import { AppError } from '#shared/contract/app-error.ts'
import { SensitivityRequest } from '#shared/domain/price-sensitivity.ts'
import { dayOf, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/**
 * `analyse sensitivity --archive A --as-of D [--since D]`: how much of the orders and of the money is bought at a discount, by customer
 * and by category, against all; as one line.
 */
export const analyseSensitivity: Command = async (_words, flags, context) => {
  const request = SensitivityRequest.safeParse({ asOf: dayOf(flags), fromOn: flags.since ?? null })
  if (!request.success) throw new AppError('usage', { commands: '--since YYYY-MM-DD' })
  return withEngine(flags, context, async engine => {
    context.write(JSON.stringify(await engine.call('analytics.listPriceSensitivity', request.data)))
    return true
  })
}
