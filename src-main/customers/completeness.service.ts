import type { ReadableDb } from '#main/database/db.ts'
import { fieldsOfForm } from '#main/fields/field-value.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { type CompletenessKey, personalParts } from '#shared/domain/completeness.ts'
import type { CustomerKind } from '#shared/domain/customer.ts'
import type { AskedKeys } from './completeness.queries.ts'

/** Write expressions for a row of `customer`, for the rooms that list files by their state. */
export { completenessSql, knownOnSql } from './completeness.queries.ts'

/**
 * Tells what a whole file holds, as the archive's settings say.
 *
 * Shape: fields that are not on the form are not asked for, nor what only people have of a company.
 */
export function getAskedKeys(db: ReadableDb): AskedKeys {
  const { completeness } = getArchiveSettings(db).quality
  const { lead, active, former } = completeness
  const hasOwn = [...lead, ...active, ...former].some(key => key.startsWith('field:'))
  const kinds = new Map(
    hasOwn ? fieldsOfForm(db).map(({ customerKind, field }) => [`field:${field.fieldId}`, customerKind]) : [],
  )
  const askedOf = (kind: CustomerKind) => {
    const isAsked = (key: CompletenessKey) => {
      if (!key.startsWith('field:')) return kind === 'individual' || !personalParts.includes(key)
      const owner = kinds.get(key)
      return owner !== undefined && (owner === null || owner === kind)
    }
    return {
      lead: lead.filter(isAsked),
      active: active.filter(isAsked),
      former: former.filter(isAsked),
    }
  }
  return { individual: askedOf('individual'), company: askedOf('company') }
}
