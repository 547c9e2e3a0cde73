import { AppError } from '#shared/contract/app-error.ts'
import { ValueRequest } from '#shared/domain/lifetime-value.ts'
import { dayOf, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/**
 * `analyse value --archive A --as-of D [--months 12] [--discount 0.1]`: what is expected of every buyer, or why nothing is said, as
 * one line.
 */
export const analyseValue: Command = async (_words, flags, context) => {
  const request = ValueRequest.safeParse({
    asOf: dayOf(flags),
    horizonMonths: Number(flags.months ?? 12),
    yearlyDiscount: Number(flags.discount ?? 0.1),
  })
  if (!request.success) throw new AppError('usage', { commands: '--months 1..60 --discount 0..1' })
  return withEngine(flags, context, async engine => {
    const { analysis, members } = await engine.call('analytics.listValue', request.data)
    context.write(JSON.stringify({ ...analysis, customers: members }))
    return true
  })
}
