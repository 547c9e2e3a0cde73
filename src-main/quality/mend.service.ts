import { type Act, type ChangeRecorder, changeTogether } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { afterWrite } from '#main/customers/customer.service.ts'
import { saveOneValue } from '#main/customers/one-value.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { prepareFieldCells, saveFieldCells } from '#main/fields/field-cell.service.ts'
import { todayOf } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { ContactPointKind } from '#shared/domain/customer.ts'
import { fieldIdOf } from '#shared/domain/field.ts'
import { type CorrectionSource, type SourcedValue, unstated } from '#shared/domain/field-source.ts'
import { type FindingField, MendableField, type QualityKind } from '#shared/domain/quality.ts'
import { insertDecision } from './decision.queries.ts'
import { describeFindings } from './describe-finding.ts'
import { saveFieldSource } from './field-source.service.ts'
import { listWaitingCells } from './finding.queries.ts'
import { isOfCells, listSuspects } from './finding.service.ts'
import { readTyped } from './read-typed.ts'

/** Names a finding. */
export type FindingRef = { readonly kind: QualityKind; readonly findingId: number }

/** What is typed for a finding: for which field, and what was shown there. */
export type Mending = FindingRef & {
  readonly field: FindingField
  readonly seen: string | null
  readonly typed: string
  readonly source: CorrectionSource
}

/**
 * Puts right what is listed as wrong or missing, and states from where that is known, as of today; one act, taken back as
 * one.
 *
 * Errors: not-found when it was settled meanwhile; conflict when another value stands there now; field-value-invalid.
 */
export function mendFinding(db: WritableDb, mending: Mending, act: Act) {
  const { kind, findingId, field, seen, source } = mending
  const today = todayOf(db, act.now)
  const facts = { kind: 'finding-mended', actor: act.actor, madeAt: act.now }
  const changeSetId = changeTogether(db, facts, recorder => {
    const [finding] = describeFindings(db, kind, [findingId], act.now)
    if (!finding) throw new AppError('not-found')
    if (finding.value !== seen || finding.field !== field) throw new AppError('conflict', { fields: field })
    const { customerId } = finding
    const stated = { ...unstated, ...source, statedOn: today }
    const fieldId = fieldIdOf(field)
    if (fieldId !== null) {
      saveTypedField(db, recorder, { customerId, fieldId, typed: mending.typed })
      saveFieldSource(db, recorder, { customerId, subject: { of: 'own', fieldId }, source: stated })
      return
    }
    const before = storedValue(db, mending, today)
    const after = readTyped(db, kind, MendableField.parse(field), mending.typed, today)
    if (after === null && before === null)
      throw new AppError('field-value-invalid', { field, issue: 'required' })
    saveOneValue(db, recorder, customerId, { field: MendableField.parse(field), before, after }, act)
    if (after === null) return
    saveFieldSource(db, recorder, {
      customerId,
      subject: subjectOf(MendableField.parse(field), after),
      source: stated,
    })
  })
  return { changeSetId }
}

/**
 * Remembers that something is right as it is: it is not listed again while it stays so.
 *
 * Errors: not-found when it was settled meanwhile. Files that are stale are confirmed instead.
 */
export function acceptFinding(
  db: WritableDb,
  accepted: FindingRef & { readonly note: string | null },
  act: Act,
) {
  const { kind, findingId, note } = accepted
  const today = todayOf(db, act.now)
  const facts = { kind: 'finding-accepted', actor: act.actor, madeAt: act.now }
  const changeSetId = changeTogether(db, facts, recorder => {
    const [finding] = describeFindings(db, kind, [findingId], act.now)
    if (!finding || kind === 'stale') throw new AppError('not-found')
    const value = finding.cell?.text ?? storedValue(db, accepted, today) ?? ''
    const decision = { customer_id: finding.customerId, kind, value, note, decided_on: today }
    recorder.inserted('quality_decision', insertDecision(db, decision))
    raiseRevision(db, 'customers')
  })
  return { changeSetId }
}

/** Writes what was typed for a field beyond the default card. Errors: not-found when it is off the form; field-value-invalid. */
function saveTypedField(
  db: WritableDb,
  recorder: ChangeRecorder,
  {
    customerId,
    fieldId,
    typed,
  }: { readonly customerId: number; readonly fieldId: number; readonly typed: string },
): void {
  const cell = prepareFieldCells(db).get(fieldId)
  if (!cell) throw new AppError('not-found')
  const reading = cell.read(typed)
  const issue = 'issue' in reading ? reading.issue : reading.value === undefined ? 'required' : null
  if (issue !== null || 'issue' in reading)
    throw new AppError('field-value-invalid', { field: fieldId, issue: issue ?? 'required' })
  saveFieldCells(db, recorder, fieldId, new Map([[customerId, reading.value]]))
  afterWrite(db, [customerId])
}

/** The value behind a finding as it is stored; null where nothing is. */
function storedValue(db: ReadableDb, { kind, findingId }: FindingRef, today: CalendarDate): string | null {
  if (findingId > 0) return listSuspects(db, kind, today, [findingId])[0]?.value ?? null
  return isOfCells(kind) ? (listWaitingCells(db, kind, [findingId])[0]?.stored ?? null) : null
}

function subjectOf(field: MendableField, value: string): SourcedValue {
  const kind = ContactPointKind.safeParse(field)
  if (kind.success) return { of: 'contact', kind: kind.data, value }
  return { of: 'card', field: field as Exclude<MendableField, ContactPointKind> }
}
