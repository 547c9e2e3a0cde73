import type { ReadableDb } from '#main/database/db.ts'
import { fieldsOfForm } from '#main/fields/field-value.service.ts'
import type { MediaReport } from '#shared/domain/report.ts'
import { sumMedia } from './media-report.queries.ts'

const nobody = { customers: 0, buyers: 0, spendMinor: 0 }

/**
 * Counts which media customers said they follow, with the buyers among them and their net sales over all time.
 *
 * Shape: choices that were taken out of the list stand there while customers have them.
 * Empty: fieldId null, and nothing counted, while the field is off the form.
 * Cost: the values of one field; customers are looked up by key.
 */
export function getMediaReport(db: ReadableDb, customerIds: readonly number[] | null): MediaReport {
  const field = fieldsOfForm(db).find(one => one.field.code === 'media-touch')?.field
  if (!field) return { fieldId: null, media: [], answered: nobody, customerCount: 0 }
  const rows = sumMedia(db, field.fieldId, customerIds).map(({ spend_minor, ...row }) => ({
    ...row,
    spendMinor: spend_minor,
  }))
  const sumsOf = (part: string, optionId: number | null) => {
    const row = rows.find(one => one.part === part && one.option_id === optionId)
    return row ? { customers: row.customers, buyers: row.buyers, spendMinor: row.spendMinor } : nobody
  }
  return {
    fieldId: field.fieldId,
    media: field.options
      .map(option => ({ option, ...sumsOf('option', option.optionId) }))
      .filter(({ option, customers }) => !option.isHidden || customers > 0)
      .toSorted((one, other) => other.customers - one.customers),
    answered: sumsOf('answered', null),
    customerCount: sumsOf('all', null).customers,
  }
}
