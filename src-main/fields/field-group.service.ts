import { type Act, beginChangeSet, changeTogether } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { FieldGroupDraft } from '#shared/domain/field.ts'
import { toStoredText } from '#shared/domain/text.ts'
import {
  findFieldGroup,
  insertFieldGroup,
  listFieldDefinitions,
  listFieldGroups,
  updateFieldGroup,
} from './field.queries.ts'
import { findAgain } from './find-again.ts'

/** What can be changed of a group; `name` null is the catalogue's name. */
export type GroupChange = {
  readonly groupId: number
  readonly name: string | null
  readonly isOn: boolean
  readonly purpose: string | null
}

/** Makes an empty group after all others. */
export function addFieldGroup(db: WritableDb, draft: FieldGroupDraft, act: Act) {
  return db.transaction(() => {
    const recorder = beginChangeSet(db, { kind: 'field-group-added', actor: act.actor, madeAt: act.now })
    const groupId = insertFieldGroup(db, {
      code: null,
      name: toStoredText(draft.name),
      tab: draft.tab,
      customer_kind: draft.customerKind,
      position: Math.max(0, ...listFieldGroups(db).map(group => group.position)) + 1,
      purpose: null,
    })
    recorder.inserted('field_group', groupId)
    return { groupId, changeSetId: recorder.changeSetId }
  })
}

/**
 * Renames a group, switches it on or off, keeps what it is needed for. Values stay when it goes off.
 *
 * Errors: not-found; purpose-missing when a sensitive group would be on without one, or an own group without a name.
 * Empty: nothing changed gives changeSetId null.
 */
export function saveFieldGroup(db: WritableDb, { groupId, name, isOn, purpose }: GroupChange, act: Act) {
  const facts = { kind: 'field-changed', actor: act.actor, madeAt: act.now }
  const changeSetId = changeTogether(db, facts, recorder => {
    const stored = findFieldGroup(db, groupId)
    if (!stored) throw new AppError('not-found')
    const columns = {
      name: name === null && stored.code === null ? stored.name : name && toStoredText(name),
      is_on: isOn ? 1 : 0,
      purpose: (purpose && toStoredText(purpose)) || null,
    } as const
    if (stored.is_sensitive === 1 && isOn && columns.purpose === null) throw new AppError('purpose-missing')
    for (const [column, value] of Object.entries(columns))
      recorder.updated('field_group', groupId, column, stored[column as keyof typeof columns], value)
    updateFieldGroup(db, groupId, columns)
    if (stored.is_on !== columns.is_on) findAgain(db, fieldIdsOf(db, groupId))
  })
  return { changeSetId }
}

const fieldIdsOf = (db: ReadableDb, groupId: number) =>
  listFieldDefinitions(db)
    .filter(field => field.field_group_id === groupId)
    .map(field => field.field_id)
