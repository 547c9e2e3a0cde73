import type { ContactPoint, CustomerDraft } from '#shared/domain/customer.ts'
import type { FieldValueKind } from '#shared/domain/field.ts'
import type { FieldValue, FieldValues } from '#shared/domain/field-value.ts'
import { maskIdNumber } from '#shared/domain/masking.ts'
import type { StoredLine } from './file-changes.ts'

/**
 * Gives the card with the value of before a change, all else as it is now.
 *
 * Shape: of what a file has many of (ways of contact, tags, several choices) those that came go and those that went are back.
 * Empty: null where that would change nothing, and where the value cannot be put back by itself: buyer IDs, the old number,
 * the file as a whole, a contact point or tag that only came, a field that is on no form.
 */
export function withValueOfBefore(
  draft: CustomerDraft,
  { subject, before, after }: StoredLine,
  kindOfField: (fieldId: number) => FieldValueKind | undefined,
): CustomerDraft | null {
  switch (subject.of) {
    case 'card': {
      if (subject.field === 'legacyNumber') return null
      const shown = subject.field === 'idNumber' && typeof before === 'string' ? maskIdNumber(before) : before
      return draft[subject.field] === shown ? null : { ...draft, [subject.field]: before }
    }
    case 'contact': {
      if (typeof before !== 'string') return null
      const contactPoints = swapped(
        draft.contactPoints,
        point => point.kind === subject.kind && point.value === after,
        point => point.kind === subject.kind && point.value === before,
        { kind: subject.kind, value: before },
      )
      return contactPoints && { ...draft, contactPoints }
    }
    case 'tag': {
      if (typeof before !== 'string' || draft.tags.includes(before)) return null
      return { ...draft, tags: [...draft.tags, before] }
    }
    case 'own': {
      const kind = kindOfField(subject.fieldId)
      if (kind === undefined) return null
      const key = String(subject.fieldId)
      const now = draft.fields[key]
      const wanted = kind === 'choices' ? chosen(now, before, after) : (before ?? undefined)
      return isSame(wanted, now) ? null : { ...draft, fields: withField(draft.fields, key, wanted) }
    }
    default:
      return null
  }
}

/** Puts one in the place of another, or behind all. Empty: null when it is there already. */
function swapped(
  points: readonly ContactPoint[],
  isAfter: (point: ContactPoint) => boolean,
  isBefore: (point: ContactPoint) => boolean,
  before: ContactPoint,
): ContactPoint[] | null {
  if (points.some(isBefore)) return null
  const place = points.findIndex(isAfter)
  return place < 0 ? [...points, before] : points.with(place, before)
}

function withField(fields: FieldValues, key: string, value: FieldValue | undefined): FieldValues {
  const { [key]: _, ...others } = fields
  return value === undefined ? others : { ...others, [key]: value }
}

function chosen(
  now: FieldValue | undefined,
  before: FieldValue | null,
  after: FieldValue | null,
): number[] | undefined {
  const went = listOf(before)
  const came = listOf(after)
  const kept = listOf(now).filter(option => went.includes(option) || !came.includes(option))
  const all = [...kept, ...went.filter(option => !kept.includes(option))]
  return all.length === 0 ? undefined : all
}

function listOf(value: FieldValue | null | undefined): number[] {
  return value === null || value === undefined ? [] : [value].flat().map(Number)
}

function isSame(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
