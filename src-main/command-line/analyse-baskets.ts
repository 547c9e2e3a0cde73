import { AppError } from '#shared/contract/app-error.ts'
import { BasketRequest } from '#shared/domain/baskets.ts'
import { analyseBuyers } from './analyse-buyers.ts'
import { dayOf, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/**
 * `analyse baskets --archive A --as-of D [--since D] [--by order|customer] [--least 5] [--support S] [--confidence C] [--lift L]
 * [--items N]`: what is bought together, the highest lift first, as one line. With `--bought` instead: who bought what.
 */
export const analyseBaskets: Command = async (words, flags, context) => {
  if (flags.bought) return analyseBuyers(words, flags, context)
  const request = BasketRequest.safeParse({
    ...{ asOf: dayOf(flags), fromOn: flags.since ?? null, by: flags.by ?? 'order' },
    minimumCount: Number(flags.least ?? 5),
    minimumSupport: Number(flags.support ?? 0),
    minimumConfidence: Number(flags.confidence ?? 0.1),
    minimumLift: Number(flags.lift ?? 1),
    mostItems: Number(flags.items ?? 3),
  })
  if (!request.success)
    throw new AppError('usage', {
      commands:
        '--since YYYY-MM-DD --by order|customer --least 1… --support 0..1 --confidence 0..1 --lift 0… --items 2..10',
    })
  return withEngine(flags, context, async engine => {
    context.write(JSON.stringify(await engine.call('analytics.findBasketRules', request.data)))
    return true
  })
}
