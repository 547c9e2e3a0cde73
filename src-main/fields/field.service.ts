import {
  type Act,
  beginChangeSet,
  type ChangeRecorder,
  changeTogether,
} from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { type FieldDefinition, type FieldDraft, type FieldGroup, fieldIssue } from '#shared/domain/field.ts'
import { FieldValue } from '#shared/domain/field-value.ts'
import { toStoredText } from '#shared/domain/text.ts'
import {
  findFieldDefinition,
  findFieldGroup,
  insertFieldDefinition,
  isFieldUsed,
  listFieldDefinitions,
  listFieldGroups,
  listFieldOptions,
  updateFieldDefinition,
} from './field.queries.ts'
import type { FieldDefinitionTable } from './field.table.ts'
import { optionsOf, type StoredOption, saveOptions } from './field-options.ts'
import { findAgain } from './find-again.ts'

/**
 * Reads all groups with their fields, in the order of the form.
 *
 * Shape: groups that are off are among them; hidden fields are not; hidden options are, since customers may have them.
 */
export function listFields(db: ReadableDb): FieldGroup[] {
  const options = listFieldOptions(db)
  const fields = listFieldDefinitions(db).filter(field => field.hidden_at === null)
  return listFieldGroups(db).map(group => ({
    groupId: group.field_group_id,
    code: group.code,
    name: group.name,
    tab: group.tab,
    customerKind: group.customer_kind,
    isSensitive: group.is_sensitive === 1,
    isOn: group.is_on === 1,
    purpose: group.purpose,
    fields: fields
      .filter(field => field.field_group_id === group.field_group_id)
      .map(field => definitionOf(field, optionsOf(options, field.field_id))),
  }))
}

/** Makes a field at the end of a group. Errors: not-found; field-value-invalid for a default that does not fit. */
export function addField(db: WritableDb, groupId: number, draft: FieldDraft, act: Act) {
  return db.transaction(() => {
    const recorder = beginChangeSet(db, factsOf('field-added', act))
    if (!findFieldGroup(db, groupId)) throw new AppError('not-found')
    const fieldId = insertFieldDefinition(db, {
      field_group_id: groupId,
      code: null,
      name: toStoredText(draft.name),
      value_kind: draft.valueKind,
      position: nextPosition(db, groupId),
      is_required: draft.isRequired ? 1 : 0,
      default_value: null,
      hidden_at: null,
    })
    saveOptions(db, null, fieldId, draft, act)
    saveDefault(db, null, fieldId, draft)
    recorder.inserted('field_definition', fieldId)
    for (const option of optionsOf(listFieldOptions(db), fieldId))
      recorder.inserted('field_option', option.field_option_id)
    return { fieldId, changeSetId: recorder.changeSetId }
  })
}

/**
 * Changes a field's name, choices, default and whether it is required.
 *
 * Errors: not-found; field-in-use when its kind of value would change while a customer has one; field-value-invalid.
 * Empty: nothing changed gives changeSetId null.
 */
export function saveField(db: WritableDb, fieldId: number, draft: FieldDraft, act: Act) {
  return changed(db, act, recorder => {
    const stored = findFieldDefinition(db, fieldId)
    if (!stored) throw new AppError('not-found')
    if (stored.value_kind !== draft.valueKind && isFieldUsed(db, fieldId)) throw new AppError('field-in-use')
    const columns = {
      name: toStoredText(draft.name),
      value_kind: draft.valueKind,
      is_required: draft.isRequired ? 1 : 0,
    } as const
    logDefinition(recorder, stored, columns)
    updateFieldDefinition(db, fieldId, columns)
    if (saveOptions(db, recorder, fieldId, draft, act)) findAgain(db, [fieldId])
    saveDefault(db, recorder, fieldId, draft)
  })
}

/** Puts a field before another of a group, or at its end. Errors: not-found. Empty: changeSetId null where it stands already. */
export function moveField(
  db: WritableDb,
  { fieldId, groupId, beforeId }: { fieldId: number; groupId: number; beforeId: number | null },
  act: Act,
) {
  return changed(db, act, recorder => {
    const moved = findFieldDefinition(db, fieldId)
    if (!moved || !findFieldGroup(db, groupId)) throw new AppError('not-found')
    const others = listFieldDefinitions(db).filter(
      field => field.field_group_id === groupId && field.field_id !== fieldId,
    )
    const index = others.findIndex(field => field.field_id === beforeId)
    const order = others.toSpliced(index < 0 ? others.length : index, 0, moved)
    order.forEach((field, place) => {
      const columns = { field_group_id: groupId, position: place + 1 }
      logDefinition(recorder, field, columns)
      updateFieldDefinition(db, field.field_id, columns)
    })
  })
}

/**
 * Takes a field off the form, or puts it back. Its values stay, and are shown and found again when it is back.
 *
 * Errors: not-found.
 * Empty: changeSetId null where it is so already.
 */
export function setFieldHidden(db: WritableDb, fieldId: number, isHidden: boolean, act: Act) {
  return changed(db, act, recorder => {
    const stored = findFieldDefinition(db, fieldId)
    if (!stored) throw new AppError('not-found')
    const columns = { hidden_at: isHidden ? (stored.hidden_at ?? act.now) : null }
    logDefinition(recorder, stored, columns)
    updateFieldDefinition(db, fieldId, columns)
    findAgain(db, [fieldId])
  })
}

type StoredDefinition = NonNullable<ReturnType<typeof findFieldDefinition>>

function definitionOf(field: StoredDefinition, options: readonly StoredOption[]): FieldDefinition {
  return {
    fieldId: field.field_id,
    groupId: field.field_group_id,
    code: field.code,
    name: field.name,
    valueKind: field.value_kind,
    isRequired: field.is_required === 1,
    defaultValue: field.default_value === null ? null : FieldValue.parse(JSON.parse(field.default_value)),
    options: options.map(option => ({
      optionId: option.field_option_id,
      code: option.code,
      name: option.name,
      isHidden: option.hidden_at !== null,
    })),
  }
}

function nextPosition(db: ReadableDb, groupId: number): number {
  const places = listFieldDefinitions(db).filter(field => field.field_group_id === groupId)
  return Math.max(0, ...places.map(field => field.position)) + 1
}

/** A default that is a choice names a stored one, so it is written after the choices. */
function saveDefault(
  db: WritableDb,
  recorder: ChangeRecorder | null,
  fieldId: number,
  { defaultValue }: FieldDraft,
): void {
  const stored = findFieldDefinition(db, fieldId)
  if (!stored) throw new AppError('not-found')
  const options = optionsOf(listFieldOptions(db), fieldId)
  const isPicture = stored.value_kind === 'image' && defaultValue !== null
  const issue = isPicture
    ? 'image-invalid'
    : fieldIssue({ ...definitionOf(stored, options), isRequired: false }, defaultValue ?? undefined)
  if (issue !== null) throw new AppError('field-value-invalid', { field: fieldId, issue })
  const columns = { default_value: defaultValue === null ? null : JSON.stringify(defaultValue) }
  if (recorder) logDefinition(recorder, stored, columns)
  updateFieldDefinition(db, fieldId, columns)
}

function logDefinition(
  recorder: ChangeRecorder,
  stored: StoredDefinition,
  columns: Partial<Record<keyof FieldDefinitionTable, string | number | null>>,
): void {
  for (const [column, value] of Object.entries(columns))
    recorder.updated(
      'field_definition',
      stored.field_id,
      column,
      stored[column as keyof StoredDefinition] ?? null,
      value,
    )
}

const factsOf = (kind: string, act: Act) => ({ kind, actor: act.actor, madeAt: act.now })

function changed(db: WritableDb, act: Act, work: (recorder: ChangeRecorder) => void) {
  return { changeSetId: changeTogether(db, factsOf('field-changed', act), work) }
}
