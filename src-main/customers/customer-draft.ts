import type { ContactPoint, ContactPointKind, CustomerDraft } from '#shared/domain/customer.ts'
import { toIdNumber } from '#shared/domain/id-number.ts'
import { toPhoneKey, toSearchText, toStoredText, toStoredTextOrNull } from '#shared/domain/text.ts'

/**
 * Normalises a contact point for comparison: digits of a phone, folded text of everything else. A phone without
 * digits is compared as text.
 *
 * Example: contactPointKey('phone', '+86 138 0000 1107') -> '13800001107'
 */
export function contactPointKey(kind: ContactPointKind, value: string): string {
  if (kind === 'phone') return toPhoneKey(value) || toSearchText(value)
  return toSearchText(value).replace(/\s+/g, kind === 'address' ? '' : ' ')
}

/**
 * Normalises what was typed as it is stored; empty texts become null, a contact point or tag typed twice is kept once.
 */
export function normaliseDraft(draft: CustomerDraft): CustomerDraft {
  return {
    ...draft,
    name: toStoredText(draft.name),
    idNumber: draft.idNumber === null ? null : toIdNumber(draft.idNumber) || null,
    occupation: toStoredTextOrNull(draft.occupation),
    source: toStoredTextOrNull(draft.source),
    note: toStoredTextOrNull(draft.note),
    contactPoints: distinct(
      draft.contactPoints.map(normalisePoint),
      point => `${point.kind} ${contactPointKey(point.kind, point.value)}`,
    ),
    tags: distinct(draft.tags.map(toStoredText), tag => tag),
  }
}

function normalisePoint(point: ContactPoint): ContactPoint {
  return { ...point, value: toStoredText(point.value) }
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map(item => [keyOf(item), item])).values()]
}
