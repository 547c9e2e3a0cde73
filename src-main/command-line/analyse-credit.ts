import { AppError } from '#shared/contract/app-error.ts'
import { computeCreditRatios, FinancialStatement, RatioReadings } from '#shared/domain/credit-ratios.ts'
import { dayOf, readJson, withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/**
 * `analyse credit --archive A --as-of D [--customer NUMBER]`: who owes what, the longest overdue first; of one customer also statements
 * with their ratios, sheets and what was agreed. `analyse credit --statement FILE [--cash R] [--debt R]`: the six ratios of one
 * statement; no archive is opened. One line each.
 */
export const analyseCredit: Command = (words, flags, context) => {
  if (flags.statement !== undefined) return analyseStatement(words, flags, context)
  if (flags.archive === undefined || flags['as-of'] === undefined) throw usage()
  const asOf = dayOf(flags)
  return withEngine(flags, context, async engine => {
    if (flags.customer === undefined) {
      context.write(JSON.stringify(await engine.call('credit.listDebtors', { asOf })))
      return true
    }
    const { customerId } = await engine.call('identities.findByNumber', {
      archiveNumber: flags.customer,
    })
    const credit = await engine.call('credit.ofCustomer', { customerId, asOf })
    context.write(JSON.stringify({ archiveNumber: flags.customer, ...credit }))
    return true
  })
}

const analyseStatement: Command = async (_words, flags, context) => {
  const readings = RatioReadings.safeParse({
    ...{ cash: flags.cash ?? 'as-stated', debt: flags.debt ?? 'as-stated' },
  })
  if (flags.statement === undefined || !readings.success) throw usage()
  const statement = FinancialStatement.safeParse(readJson(flags.statement, context))
  if (!statement.success) {
    const issues = statement.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    throw new AppError('invalid-request', { issues: issues.join('; ') })
  }
  const ratios = computeCreditRatios(statement.data, readings.data)
  context.write(JSON.stringify({ statement: statement.data, readings: readings.data, ratios }))
  return true
}

const usage = () =>
  new AppError('usage', {
    commands:
      'analyse credit --archive A --as-of D [--customer NUMBER] | --statement FILE.json [--cash as-stated|textbook] [--debt as-stated|textbook]',
  })
