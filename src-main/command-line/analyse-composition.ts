import { AppError } from '#shared/contract/app-error.ts'
import { CompositionRequest, usualAges } from '#shared/domain/composition.ts'
import { dayOf, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/**
 * `analyse composition --archive A --as-of D [--since D] [--preset ten-segments] [--ages 18,25,…]`: of whom the customers consist and
 * how that changed since the period of the same length before, as one line.
 */
export const analyseComposition: Command = async (_words, flags, context) => {
  const request = CompositionRequest.safeParse({
    ...{ asOf: dayOf(flags), fromOn: flags.since ?? null, ruleSetCode: flags.preset ?? 'ten-segments' },
    ages: flags.ages === undefined ? usualAges : flags.ages.split(',').map(Number),
  })
  if (!request.success)
    throw new AppError('usage', {
      commands: '--since YYYY-MM-DD --preset ten-segments|classic-eight --ages 18,25,… (1..120, rising)',
    })
  return withEngine(flags, context, async engine => {
    context.write(JSON.stringify(await engine.call('analytics.composeCustomers', request.data)))
    return true
  })
}
