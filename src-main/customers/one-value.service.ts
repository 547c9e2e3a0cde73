import type { Act, ChangeRecorder } from '#main/changes/change-log.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { ContactPointKind, type CustomerDraft, Gender } from '#shared/domain/customer.ts'
import type { MendableField } from '#shared/domain/quality.ts'
import { afterWrite, getCustomerDraft } from './customer.service.ts'
import { normaliseDraft } from './customer-draft.ts'
import { saveCardFields, saveContactPoints } from './save-card.ts'

/** One value of a card that becomes another one. `before` tells several contact points of a kind apart; null: there was none. */
export type ValueChange = {
  readonly field: MendableField
  readonly before: string | null
  /** Null takes the value away. */
  readonly after: string | null
}

/**
 * Writes one value of a card as a form would, within an act.
 *
 * Errors: not-found; field-value-invalid where a file would have no name.
 */
export function saveOneValue(
  db: WritableDb,
  recorder: ChangeRecorder,
  customerId: number,
  change: ValueChange,
  act: Act,
): void {
  const draft = normaliseDraft(withValue(getCustomerDraft(db, customerId), change))
  if (draft.name === '') throw new AppError('field-value-invalid', { field: 'name', issue: 'required' })
  saveCardFields(db, recorder, customerId, draft, { ...act, isIdNumberTyped: change.field === 'idNumber' })
  if (isContact(change.field)) saveContactPoints(db, recorder, customerId, draft.contactPoints)
  afterWrite(db, [customerId])
}

function isContact(field: MendableField): field is ContactPointKind & MendableField {
  return ContactPointKind.safeParse(field).success
}

function withValue(draft: CustomerDraft, { field, before, after }: ValueChange): CustomerDraft {
  if (isContact(field)) return { ...draft, contactPoints: withPoint(draft, field, before, after) }
  if (field === 'gender') return { ...draft, gender: after === null ? null : Gender.parse(after) }
  if (field === 'name') return { ...draft, name: after ?? '' }
  return { ...draft, [field]: after }
}

/** The new one takes the place of the old one. */
function withPoint(
  { contactPoints }: CustomerDraft,
  kind: ContactPointKind,
  before: string | null,
  after: string | null,
): CustomerDraft['contactPoints'] {
  const isOld = (point: CustomerDraft['contactPoints'][number]) =>
    point.kind === kind && point.value === before
  if (after === null) return contactPoints.filter(point => !isOld(point))
  const next = { kind, value: after }
  if (!contactPoints.some(isOld)) return [...contactPoints, next]
  return contactPoints.map(point => (isOld(point) ? next : point))
}
