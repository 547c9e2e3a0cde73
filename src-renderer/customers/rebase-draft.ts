import type { CustomerDraft } from '#shared/domain/customer.ts'
import { isSame } from './form-values.ts'

export type DraftField = keyof CustomerDraft

/** Which of two values of a field is kept. */
export type Choice = 'mine' | 'theirs'

const fieldsOf = (draft: CustomerDraft) => Object.keys(draft) as DraftField[]

/** Fields that the form changed and somebody else changed to something else. */
export function conflictingFields(
  mine: CustomerDraft,
  seen: CustomerDraft,
  stored: CustomerDraft,
): readonly DraftField[] {
  return fieldsOf(mine).filter(
    field =>
      !isSame(mine[field], seen[field]) &&
      !isSame(stored[field], seen[field]) &&
      !isSame(mine[field], stored[field]),
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
  const isMine = (field: DraftField) => !isSame(mine[field], seen[field]) && choices[field] !== 'theirs'
  const entries = fieldsOf(mine).map(field => [field, (isMine(field) ? mine : stored)[field]])
  return Object.fromEntries(entries) as CustomerDraft
}
