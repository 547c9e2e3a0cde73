import type { SheetColumn } from '#renderer/components/sheet-grid/sheet-column.ts'
import { formatInstant } from '#renderer/i18n/format-date.ts'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import { type BinRow, binDays } from '#shared/domain/customer-bin.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

const dayMs = 86_400_000

/** In how many days a deleted customer goes for good: 90 at first, 1 on the last day, 0 once the time is over. */
export function daysLeft(deletedAt: string, now: Date): number {
  const left = Date.parse(deletedAt) + binDays * dayMs - now.getTime()
  return Math.max(0, Math.ceil(left / dayMs))
}

/** The columns of the bin. Who is not in it any more stands without a name. */
export function binColumns({ t, tCode }: Translation): readonly SheetColumn<BinRow | null>[] {
  const column = (
    key: string,
    title: string,
    widthPx: number,
    text: (row: BinRow) => string,
  ): SheetColumn<BinRow | null> => ({ key, title, widthPx, text: row => (row ? text(row) : '') })
  return [
    column('archiveNumber', t('field.archiveNumber'), 110, row => row.archiveNumber),
    column('name', t('import-field.name'), 220, row => row.name),
    column('phone', t('customers.column.phone'), 130, row => (row.phone ? formatPhone(row.phone) : '')),
    column('kind', t('customers.form.kind'), 80, row => tCode(`customer-kind.${row.kind}`)),
    {
      ...column('orderCount', t('field.orderCount'), 72, row => formatNumber(row.orderCount)),
      isNumeric: true,
    },
    column('lastOn', t('field.lastOn'), 104, row => row.lastOn ?? ''),
    column('deletedAt', t('bin.deletedAt'), 160, row => formatInstant(row.deletedAt)),
    {
      ...column('daysLeft', t('bin.daysLeft'), 120, row => String(daysLeft(row.deletedAt, new Date()))),
      isNumeric: true,
    },
  ]
}
