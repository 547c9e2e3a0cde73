import type { CustomerDraft } from '#shared/domain/customer.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { isSame } from './form-values.ts'

/** A field of the default card, or a further one by its key. */
export type DraftField = Exclude<keyof CustomerDraft, 'fields'> | `field:${string}`

/** Which of two values of a field is kept. */
export type Choice = 'mine' | 'theirs'

type FlatDraft = Readonly<Partial<Record<DraftField, unknown>>>

const prefix = 'field:'

/** The key of a further field. Empty: null for one of the default card. */
export function ownFieldKey(field: DraftField): string | null {
  return field.startsWith(prefix) ? field.slice(prefix.length) : null
}

/** What a draft holds in a further field. */
export function ownFieldValue(draft: CustomerDraft, field: DraftField): FieldValue | undefined {
  const key = ownFieldKey(field)
  return key === null ? undefined : draft.fields[key]
}

/** Fields that the form changed and somebody else changed to something else. */
export function conflictingFields(
  mine: CustomerDraft,
  seen: CustomerDraft,
  stored: CustomerDraft,
): readonly DraftField[] {
  const [ours, before, theirs] = [flatten(mine), flatten(seen), flatten(stored)]
  return fieldsOf(ours, before, theirs).filter(
    field =>
      !isSame(ours[field], before[field]) &&
      !isSame(theirs[field], before[field]) &&
      !isSame(ours[field], theirs[field]),
  )
}

/**
 * Puts the form's changes on top of what is stored now: fields that the form left alone take the stored value, so that what others
 * wrote stays.
 */
export function rebaseDraft(
  mine: CustomerDraft,
  seen: CustomerDraft,
  stored: CustomerDraft,
  choices: Readonly<Partial<Record<DraftField, Choice>>>,
): CustomerDraft {
  const [ours, before, theirs] = [flatten(mine), flatten(seen), flatten(stored)]
  const isMine = (field: DraftField) => !isSame(ours[field], before[field]) && choices[field] !== 'theirs'
  const kept = fieldsOf(ours, before, theirs).map(
    field => [field, (isMine(field) ? ours : theirs)[field]] as const,
  )
  return unflatten(kept)
}

function fieldsOf(...drafts: readonly FlatDraft[]): readonly DraftField[] {
  return [...new Set(drafts.flatMap(draft => Object.keys(draft)))] as DraftField[]
}

function flatten({ fields, ...card }: CustomerDraft): FlatDraft {
  const own = Object.entries(fields).map(([key, value]) => [`${prefix}${key}`, value])
  return { ...card, ...Object.fromEntries(own) }
}

function unflatten(entries: readonly (readonly [DraftField, unknown])[]): CustomerDraft {
  const card = entries.filter(([field]) => ownFieldKey(field) === null)
  const own = entries.flatMap(([field, value]) => {
    const key = ownFieldKey(field)
    return key === null || value === undefined ? [] : [[key, value] as const]
  })
  return { ...Object.fromEntries(card), fields: Object.fromEntries(own) } as CustomerDraft
}
