import { AppError } from '#shared/contract/app-error.ts'
import { CohortRequest } from '#shared/domain/cohorts.ts'
import { dayOf, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/** `analyse cohorts --archive A --as-of D [--months 60]`: who stays, who buys again and how soon, as one line. */
export const analyseCohorts: Command = async (_words, flags, context) => {
  const request = CohortRequest.safeParse({ asOf: dayOf(flags), months: Number(flags.months ?? 60) })
  if (!request.success) throw new AppError('usage', { commands: '--months 1..120' })
  return withEngine(flags, context, async engine => {
    context.write(JSON.stringify(await engine.call('analytics.summarizeCohorts', request.data)))
    return true
  })
}
