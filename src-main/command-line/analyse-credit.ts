import { AppError } from '#shared/contract/app-error.ts'
import { computeCreditRatios, FinancialStatement, RatioReadings } from '#shared/domain/credit-ratios.ts'
import { readJson } from './archive-commands.ts'
import type { Command } from './command.ts'

/**
 * `analyse credit --statement FILE [--cash as-stated|textbook] [--debt as-stated|textbook]`: the six ratios of a statement with what each
 * was divided from, or what it lacks, as one line. No archive is opened.
 */
export const analyseCredit: Command = async (_words, flags, context) => {
  const readings = RatioReadings.safeParse({
    ...{ cash: flags.cash ?? 'as-stated', debt: flags.debt ?? 'as-stated' },
  })
  if (flags.statement === undefined || !readings.success)
    throw new AppError('usage', {
      commands:
        'analyse credit --statement FILE.json [--cash as-stated|textbook] [--debt as-stated|textbook]',
    })
  const statement = FinancialStatement.safeParse(readJson(flags.statement, context))
  if (!statement.success) {
    const issues = statement.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    throw new AppError('invalid-request', { issues: issues.join('; ') })
  }
  const ratios = computeCreditRatios(statement.data, readings.data)
  context.write(JSON.stringify({ statement: statement.data, readings: readings.data, ratios }))
  return true
}
