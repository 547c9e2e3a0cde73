import type { Act, ChangeRecorder } from '#main/changes/change-log.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import type { FieldDraft } from '#shared/domain/field.ts'
import { toStoredText } from '#shared/domain/text.ts'
import { insertFieldOption, listFieldOptions, updateFieldOption } from './field.queries.ts'
import type { FieldOptionTable } from './field.table.ts'

/** A choice as it is stored. */
export type StoredOption = ReturnType<typeof listFieldOptions>[number]

/** Picks the choices of a field. */
export const optionsOf = (options: readonly StoredOption[], fieldId: number) =>
  options.filter(option => option.field_id === fieldId)

/**
 * Stores the choices in the order of the list; those left out are hidden, never removed. `recorder` null: the field is new.
 * Tells whether one that was there has another name now.
 */
export function saveOptions(
  db: WritableDb,
  recorder: ChangeRecorder | null,
  fieldId: number,
  draft: FieldDraft,
  act: Act,
): boolean {
  let isRenamed = false
  const hasOptions = draft.valueKind === 'choice' || draft.valueKind === 'choices'
  const wanted = hasOptions ? draft.options : []
  const stored = optionsOf(listFieldOptions(db), fieldId)
  const byId = new Map(stored.map(option => [option.field_option_id, option]))
  wanted.forEach(({ optionId, name }, index) => {
    const known = optionId === null ? undefined : byId.get(optionId)
    const columns = { name: toStoredText(name), position: index + 1, hidden_at: null }
    if (known) {
      isRenamed ||= known.name !== columns.name
      changeOption(db, recorder, known, columns)
    } else {
      const inserted = insertFieldOption(db, { field_id: fieldId, code: null, ...columns })
      recorder?.inserted('field_option', inserted)
    }
  })
  const kept = new Set(wanted.map(({ optionId }) => optionId))
  for (const option of stored)
    if (!kept.has(option.field_option_id) && option.hidden_at === null)
      changeOption(db, recorder, option, { hidden_at: act.now })
  return isRenamed
}

function changeOption(
  db: WritableDb,
  recorder: ChangeRecorder | null,
  stored: StoredOption,
  columns: Partial<Pick<FieldOptionTable, 'name' | 'position' | 'hidden_at'>>,
): void {
  for (const [column, value] of Object.entries(columns))
    recorder?.updated(
      'field_option',
      stored.field_option_id,
      column,
      stored[column as keyof typeof columns] ?? null,
      value,
    )
  updateFieldOption(db, stored.field_option_id, columns)
}
