import { dayOf, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/** `analyse seasonality --archive A --as-of D`: calendar months, weekdays and hours against the average, as one line. */
export const analyseSeasonality: Command = async (_words, flags, context) => {
  const asOf = dayOf(flags)
  return withEngine(flags, context, async engine => {
    context.write(JSON.stringify(await engine.call('analytics.summarizeSeasons', { asOf })))
    return true
  })
}
