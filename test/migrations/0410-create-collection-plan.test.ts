import { expect, it } from 'vitest'
import { createCustomer } from '#main/customers/customer.service.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('what an older archive states about values stays, and names no plan', () => {
  withUpgradedArchive(
    { from: 400, to: 410 },
    older => {
      const { customerId } = createCustomer(older, draftOf({ occupation: '教师' }), act)
      older
        .prepare(
          "INSERT INTO field_source (customer_id, subject, value, verifier) VALUES (?, 'card:occupation', '教师', '样例店员')",
        )
        .run(customerId)
      return older.prepareRead<object>('SELECT * FROM field_source').get()
    },
    (db, before) => {
      expect(db.prepareRead('SELECT * FROM field_source').get()).toEqual({
        ...before,
        collection_plan_id: null,
      })
      expect(db.prepareRead('SELECT * FROM collection_plan').all()).toEqual([])
    },
  )
})
