import { expect, it } from 'vitest'
import { insertOrder } from '#test/helpers/builders.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('gives the orders of an older archive a place for where their goods went, which is empty', () => {
  withUpgradedArchive(
    { from: 360, to: 370 },
    older => {
      insertOrder(older, { customerId: null, orderedOn: '2026-08-16', netMinor: 100 })
      return older.prepareRead<object>('SELECT * FROM sales_order').get()
    },
    (db, before) => {
      expect(db.prepareRead('SELECT * FROM sales_order').get()).toEqual({ ...before, flow_note: null })
    },
  )
})
