import { AppError } from '#shared/contract/app-error.ts'
import { translateCode } from '#shared/i18n/translate.ts'
import { withEngine } from './archive-commands.ts'
import type { Command } from './command.ts'

/** `report media --archive A`: which media customers follow, with buyers and net sales over all time, as one line. */
export const showReport: Command = async ([name], flags, context) => {
  if (name !== 'media') throw new AppError('usage', { commands: 'report media --archive A' })
  return withEngine(flags, context, async engine => {
    const report = await engine.call('reports.getData', {
      kind: 'media',
      where: null,
      whereText: null,
      hasHoleMargin: false,
    })
    if (report.kind !== 'media') throw new Error('the report that was asked for is given')
    const { answered, customerCount, media } = report
    context.write(
      JSON.stringify({
        isOnForm: report.fieldId !== null,
        customers: customerCount,
        answered: answered.customers,
        unknown: customerCount - answered.customers,
        buyers: answered.buyers,
        spendMinor: answered.spendMinor,
        media: media.map(({ option, customers, buyers, spendMinor }) => ({
          medium: option.name ?? translateCode(context.language, `card-option.media-touch.${option.code}`),
          customers,
          shareOfAnswered: answered.customers === 0 ? null : customers / answered.customers,
          buyers,
          spendMinor,
        })),
      }),
    )
    return true
  })
}
