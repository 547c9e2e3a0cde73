import type { Act } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { listHiddenFields } from './field.queries.ts'
import { addField, listFields, moveField, saveField, setFieldHidden } from './field.service.ts'
import { addFieldGroup, saveFieldGroup } from './field-group.service.ts'

/** Reads of the fields room. */
export const fieldQueries = (db: ReadableDb) =>
  ({
    'fields.list': () => ({ groups: listFields(db) }),
    'fields.listHidden': () => ({
      fields: listHiddenFields(db).map(field => ({
        fieldId: field.field_id,
        code: field.code,
        name: field.name,
        hiddenAt: field.hidden_at ?? '',
        valueCount: field.value_count ?? 0,
      })),
    }),
  }) satisfies Partial<Handlers>

/** Writes of the fields room. `act` says who acts and when. */
export const fieldCommands = (db: WritableDb, act: () => Act) =>
  ({
    'fields.addGroup': draft => addFieldGroup(db, draft, act()),
    'fields.saveGroup': change => saveFieldGroup(db, change, act()),
    'fields.add': ({ groupId, field }) => addField(db, groupId, field, act()),
    'fields.save': ({ fieldId, field }) => saveField(db, fieldId, field, act()),
    'fields.move': request => moveField(db, request, act()),
    'fields.setHidden': ({ fieldId, isHidden }) => setFieldHidden(db, fieldId, isHidden, act()),
  }) satisfies Partial<Handlers>
