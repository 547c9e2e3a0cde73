import { type Act, type ChangeRecorder, changeTogether } from '#main/changes/change-log.service.ts'
import { afterWrite, getCustomerRows } from '#main/customers/customer.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { writeEntry } from '#main/entries/entry.service.ts'
import { listFields } from '#main/fields/field.service.ts'
import { saveFieldCells } from '#main/fields/field-cell.service.ts'
import {
  checkFieldValues,
  fieldsOfForm,
  getFieldValues,
  normaliseFieldValues,
} from '#main/fields/field-value.service.ts'
import { saveFieldSource } from '#main/quality/field-source.service.ts'
import { todayOf } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Call, CallAnswer } from '#shared/domain/call-script.ts'
import { unstated } from '#shared/domain/field-source.ts'
import type { FieldValues } from '#shared/domain/field-value.ts'

/**
 * Writes what was answered at a call: each answer into its field, stated as collected by telephone today, and a note of
 * service; one act, taken back as one.
 *
 * Errors: not-found for a customer who is not there or a field that is off the form; conflict when a field holds another
 * value than was seen; field-value-invalid.
 * Empty: changeSetId null when nothing was said that the file did not hold.
 */
export function saveCall(db: WritableDb, { customerId, answers, note }: Call, act: Act) {
  const today = todayOf(db, act.now)
  const facts = { kind: 'call-saved', actor: act.actor, madeAt: act.now }
  const changeSetId = changeTogether(db, facts, recorder => {
    const [customer] = getCustomerRows(db, [customerId])
    if (!customer) throw new AppError('not-found')
    const source = { ...unstated, methodOptionId: findTelephoneOption(db), statedOn: today }
    const { values, changedIds } = readAnswers(db, customerId, answers)
    checkFieldValues(db, customer.kind, values, new Set(changedIds))
    for (const fieldId of changedIds) {
      saveFieldCells(db, recorder, fieldId, new Map([[customerId, values[fieldId]]]))
      if (values[fieldId] === undefined) continue
      saveFieldSource(db, recorder, { customerId, subject: { of: 'own', fieldId }, source })
    }
    saveNote(db, recorder, { customerId, note, today, now: act.now })
    if (recorder.count > 0) afterWrite(db, [customerId])
  })
  return { changeSetId }
}

type CallNote = Pick<Call, 'customerId' | 'note'> & {
  readonly today: ReturnType<typeof todayOf>
  readonly now: string
}

function saveNote(
  db: WritableDb,
  recorder: ChangeRecorder,
  { customerId, note, today, now }: CallNote,
): void {
  if (note === null) return
  writeEntry(db, recorder, { customerId, draft: { kind: 'service', happenedOn: today, note }, now })
}

/** The values of the file with the answers in place, as they are stored, and the fields that are changed by them. */
function readAnswers(db: ReadableDb, customerId: number, answers: readonly CallAnswer[]) {
  const onForm = new Set(fieldsOfForm(db).map(({ field }) => field.fieldId))
  if (answers.some(({ fieldId }) => !onForm.has(fieldId))) throw new AppError('not-found')
  const stored = getFieldValues(db, customerId)
  const typed: Record<string, FieldValues[string]> = { ...stored }
  for (const { fieldId, value } of answers) {
    if (value === null) delete typed[fieldId]
    else typed[fieldId] = value
  }
  const values = normaliseFieldValues(db, typed, null)
  const changed = answers.filter(({ fieldId }) => !isSame(values[fieldId], stored[fieldId]))
  const differing = changed.filter(({ fieldId, seen }) => !isSame(seen ?? undefined, stored[fieldId]))
  if (differing.length > 0)
    throw new AppError('conflict', { fields: differing.map(({ fieldId }) => `field:${fieldId}`).join(',') })
  return { values, changedIds: changed.map(({ fieldId }) => fieldId) }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The choice that says that something was asked by telephone. Empty: null where the archive no longer offers it. */
function findTelephoneOption(db: ReadableDb): number | null {
  const fields = listFields(db).flatMap(group => group.fields)
  const method = fields.find(({ code }) => code === 'collection-method')
  return method?.options.find(({ code }) => code === 'phone-form')?.optionId ?? null
}
