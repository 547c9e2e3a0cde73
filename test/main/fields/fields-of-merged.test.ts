import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCustomer, editCustomer, getCustomerFile } from '#main/customers/customer.service.ts'
import { listFields } from '#main/fields/field.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { previewSplit, splitMerge } from '#main/identities/split.service.ts'
import { proposedSplit } from '#shared/domain/customer-merge.ts'
import type { FieldValues } from '#shared/domain/field-value.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let test_: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  test_ = openTestDatabase()
})
afterEach(() => test_.close())

const keyOf = (code: string) =>
  listFields(test_.db)
    .flatMap(group => group.fields)
    .find(field => field.code === code)?.fieldId ?? 0
const create = (fields: FieldValues) => createCustomer(test_.db, draftOf({ fields }), act).customerId
const valuesOf = (customerId: number) => getCustomerFile(test_.db, customerId, 0).fields
const mergeIdOf = (customerId: number) =>
  test_.db
    .prepareRead<{ id: number }>('SELECT customer_merge_id AS id FROM customer_merge WHERE customer_id = ?')
    .get(customerId)?.id ?? 0

test('a merge fills the fields that the survivor left empty; a split gives both back what was theirs', () => {
  const [hobbies, character, school] = [keyOf('hobbies'), keyOf('character'), keyOf('school')]
  const first = create({ [hobbies]: '钓鱼' })
  const second = create({ [hobbies]: '下棋', [character]: '爽快' })
  mergeCustomers(
    test_.db,
    { survivorId: first, otherIds: [second], sources: {}, importBatchId: null },
    { actor: 'operator', now: '2026-11-22T08:00:00.000Z' },
  )
  expect(valuesOf(first)).toEqual({ [hobbies]: '钓鱼', [character]: '爽快' })

  const merged = draftOf({ fields: valuesOf(first) })
  editCustomer(
    test_.db,
    first,
    { ...merged, fields: { ...merged.fields, [school]: '样例中学' } },
    { ...merged, fields: valuesOf(first) },
    act,
  )
  const asked = previewSplit(test_.db, mergeIdOf(second))
  expect(asked.later).toMatchObject([{ kind: 'field-value', label: '样例中学', proposed: 'survivor' }])
  expect(asked.returning['field-value']).toBe(1)
  splitMerge(
    test_.db,
    { mergeId: mergeIdOf(second), choices: proposedSplit },
    { actor: 'operator', now: '2026-11-22T09:00:00.000Z' },
  )
  expect([valuesOf(first), valuesOf(second)]).toEqual([
    { [hobbies]: '钓鱼', [school]: '样例中学' },
    { [hobbies]: '下棋', [character]: '爽快' },
  ])
})
