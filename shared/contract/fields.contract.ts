import { z } from 'zod'
import { FieldDraft, FieldGroup, FieldGroupDraft, FieldId } from '#shared/domain/field.ts'
import type { Contract } from './method.ts'

const GroupId = z.int().positive()
const Saved = z.object({ changeSetId: z.int().nullable() })

export const fieldsContract = {
  /** All groups with their fields, in the order of the form; groups that are off too, hidden fields not. */
  'fields.list': {
    kind: 'query',
    on: 'main',
    request: z.object({}),
    response: z.object({ groups: z.array(FieldGroup) }),
  },
  /** Fields that were taken off the form, the newest first, with the number of customers who have a value of it. */
  'fields.listHidden': {
    kind: 'query',
    on: 'main',
    request: z.object({}),
    response: z.object({
      fields: z.array(
        z.object({
          fieldId: FieldId,
          code: z.string().nullable(),
          name: z.string().nullable(),
          hiddenAt: z.string(),
          valueCount: z.int(),
        }),
      ),
    }),
  },
  'fields.addGroup': {
    kind: 'command',
    on: 'writer',
    request: FieldGroupDraft,
    response: z.object({ groupId: GroupId, changeSetId: z.int() }),
  },
  /** Renames a group, switches it on or off. A sensitive one goes on only with a purpose: else `purpose-missing`. */
  'fields.saveGroup': {
    kind: 'command',
    on: 'writer',
    request: z.object({
      groupId: GroupId,
      /** Null: the catalogue's name. */
      name: FieldGroupDraft.shape.name.nullable(),
      isOn: z.boolean(),
      purpose: z.string().trim().max(500).nullable(),
    }),
    response: Saved,
  },
  'fields.add': {
    kind: 'command',
    on: 'writer',
    request: z.object({ groupId: GroupId, field: FieldDraft }),
    response: z.object({ fieldId: FieldId, changeSetId: z.int() }),
  },
  /** Changes a field. Its kind of value stays while a customer has one: else `field-in-use`. Options left out are hidden. */
  'fields.save': {
    kind: 'command',
    on: 'writer',
    request: z.object({ fieldId: FieldId, field: FieldDraft }),
    response: Saved,
  },
  /** Puts a field before another of the same or another group; `beforeId` null: at the end of the group. */
  'fields.move': {
    kind: 'command',
    on: 'writer',
    request: z.object({ fieldId: FieldId, groupId: GroupId, beforeId: FieldId.nullable() }),
    response: Saved,
  },
  /** Takes a field off the form or puts it back; values stay. */
  'fields.setHidden': {
    kind: 'command',
    on: 'writer',
    request: z.object({ fieldId: FieldId, isHidden: z.boolean() }),
    response: Saved,
  },
} as const satisfies Contract
