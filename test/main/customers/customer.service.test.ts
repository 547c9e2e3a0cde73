import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findRedoStep, findUndoStep } from '#main/changes/change.queries.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { countCustomers } from '#main/customers/customer.queries.ts'
import {
  createCustomer,
  deleteCustomers,
  editCustomer,
  getCustomerFile,
} from '#main/customers/customer.service.ts'
import { listCustomerIds } from '#main/customers/customer-list.queries.ts'
import { customerIdsInOrder } from '#main/customers/customer-order.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { type CustomerDraft, CustomerSortColumn } from '#shared/domain/customer.ts'
import { act, draftOf, dumpArchive, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let test_: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  test_ = openTestDatabase()
})
afterEach(() => test_.close())

const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
  return 'nothing was thrown'
}

const undo = (changeSetId: number | null) => {
  if (changeSetId === null) throw new Error('nothing was written')
  return undoChangeSet(test_.db, { changeSetId, edited: 'revert', actor: 'operator', madeAt: act.now })
}

const seenOf = (customerId: number): CustomerDraft => {
  const file = getCustomerFile(test_.db, customerId, 0)
  return draftOf({
    kind: file.kind,
    cardType: file.cardType,
    name: file.name,
    gender: file.gender,
    birthOn: file.birthOn,
    occupation: file.occupation,
    source: file.source,
    note: file.note,
    contactRefusedOn: file.contactRefusedOn,
    contactPoints: file.contactPoints,
    tags: file.tags,
  })
}

describe('archive numbers', () => {
  test('count up per class and are not given again after an undo', () => {
    const first = createCustomer(test_.db, draftOf(), act)
    const company = createCustomer(test_.db, draftOf({ kind: 'company', name: '样例公司' }), act)
    undo(first.changeSetId)
    const next = createCustomer(test_.db, draftOf(), act)
    expect([first.archiveNumber, company.archiveNumber, next.archiveNumber]).toEqual([
      'X-000001',
      'Q-000001',
      'X-000002',
    ])
  })
})

describe('a new file', () => {
  test('keeps what was typed, with phones and tags typed twice kept once', () => {
    const { customerId } = createCustomer(
      test_.db,
      draftOf({
        name: ' 林样一 ',
        contactPoints: [
          { kind: 'phone', value: '138 0000 1107' },
          { kind: 'phone', value: '+86 13800001107' },
          { kind: 'address', value: '西湖区样板路 12 号' },
        ],
        tags: ['老客', '老客', '婴儿'],
      }),
      act,
    )
    const file = getCustomerFile(test_.db, customerId, 10)
    expect(file.name).toBe('林样一')
    expect(file.contactPoints.filter(point => point.kind === 'phone')).toHaveLength(1)
    expect(file.address).toBe('西湖区样板路 12 号')
    expect(file.tags).toEqual(['老客', '婴儿'])
    expect(file.total).toEqual({ orderCount: 0, spendMinor: 0, returnCount: 0, firstOn: null, lastOn: null })
  })
})

describe('an edit', () => {
  test('is taken back and done again, contact points and tags included', () => {
    const { customerId } = createCustomer(
      test_.db,
      draftOf({ contactPoints: [{ kind: 'phone', value: '13800001107' }], tags: ['老客'] }),
      act,
    )
    const before = dumpArchive(test_.db)
    const seen = seenOf(customerId)
    const edited = editCustomer(
      test_.db,
      customerId,
      { ...seen, name: '样例乙', contactPoints: [{ kind: 'phone', value: '13800002208' }], tags: ['团长'] },
      seen,
      { ...act, now: '2026-11-21T05:00:00.000Z' },
    )
    const after = seenOf(customerId)
    expect(after.name).toBe('样例乙')
    const undone = undo(edited.changeSetId)
    expect(seenOf(customerId)).toEqual(seen)
    expect(dumpArchive(test_.db)).toBe(before)
    undo(undone.changeSetId)
    expect(seenOf(customerId)).toEqual(after)
  })

  test('of a field that was changed elsewhere meanwhile is refused and nothing is written', () => {
    const { customerId } = createCustomer(test_.db, draftOf(), act)
    const seen = seenOf(customerId)
    editCustomer(test_.db, customerId, { ...seen, occupation: '教师' }, seen, act)
    const before = dumpArchive(test_.db)
    expect(codeOf(() => editCustomer(test_.db, customerId, { ...seen, occupation: '医生' }, seen, act))).toBe(
      'conflict',
    )
    expect(dumpArchive(test_.db)).toBe(before)
  })

  test('leaves fields alone that another form changed meanwhile', () => {
    const { customerId } = createCustomer(test_.db, draftOf(), act)
    const seen = seenOf(customerId)
    editCustomer(test_.db, customerId, { ...seen, occupation: '教师' }, seen, act)
    editCustomer(test_.db, customerId, { ...seen, note: '放门口' }, seen, act)
    expect(seenOf(customerId)).toMatchObject({ occupation: '教师', note: '放门口' })
  })

  test('that changes nothing writes no change set', () => {
    const { customerId } = createCustomer(test_.db, draftOf(), act)
    const seen = seenOf(customerId)
    expect(editCustomer(test_.db, customerId, seen, seen, act).changeSetId).toBeNull()
  })
})

describe('the bin', () => {
  test('takes a customer out of lists and totals, and undo brings the file back', () => {
    const { customerId } = createCustomer(test_.db, draftOf(), act)
    insertOrder(test_.db, { customerId, orderedOn: '2026-08-16', netMinor: 51_200 })
    refreshCustomerTotals(test_.db, [customerId])
    const deleted = deleteCustomers(test_.db, [customerId], act)
    expect(listCustomerIds(test_.db, 'name', false)).toEqual([])
    expect(codeOf(() => getCustomerFile(test_.db, customerId, 0))).toBe('not-found')
    undo(deleted.changeSetId)
    expect(getCustomerFile(test_.db, customerId, 10)).toMatchObject({
      total: { orderCount: 1, spendMinor: 51_200, firstOn: '2026-08-16', lastOn: '2026-08-16' },
    })
  })
})

describe('Ctrl+Z and Ctrl+Y', () => {
  test('walk back through the acts and forward again, and a new act ends the way forward', () => {
    const one = createCustomer(test_.db, draftOf(), act)
    const two = createCustomer(test_.db, draftOf({ name: '样例乙' }), act)
    expect(findUndoStep(test_.db)?.change_set_id).toBe(two.changeSetId)
    const undone = undo(two.changeSetId)
    expect(findUndoStep(test_.db)?.change_set_id).toBe(one.changeSetId)
    expect(findRedoStep(test_.db)?.change_set_id).toBe(undone.changeSetId)
    undo(undone.changeSetId)
    expect(findUndoStep(test_.db)?.change_set_id).toBe(two.changeSetId)
    undo(two.changeSetId)
    createCustomer(test_.db, draftOf({ name: '样例丙' }), act)
    expect(findRedoStep(test_.db)).toBeUndefined()
  })
})

describe('the sorted list', () => {
  test('orders names by pinyin and leaves rows without a value to the end in both directions', () => {
    const names = ['周范三', '陈试四', '林样一']
    const ids = names.map(name => createCustomer(test_.db, draftOf({ name }), act).customerId)
    const [zhou, chen, lin] = ids
    expect(listCustomerIds(test_.db, 'name', false)).toEqual([chen, lin, zhou])
    editCustomer(
      test_.db,
      Number(lin),
      { ...seenOf(Number(lin)), occupation: '教师' },
      seenOf(Number(lin)),
      act,
    )
    expect(listCustomerIds(test_.db, 'occupation', false)[0]).toBe(lin)
    expect(listCustomerIds(test_.db, 'occupation', true)[0]).toBe(lin)
  })

  test('lists everybody outside the bin by every column, forwards and backwards', () => {
    const ids = ['样例甲', '样例乙', '样例丙', '样例丁'].map(
      name => createCustomer(test_.db, draftOf({ name }), act).customerId,
    )
    const [first = 0, second = 0, third = 0, binned = 0] = ids
    insertOrder(test_.db, { customerId: second, orderedOn: '2026-08-16', netMinor: 51_200 })
    insertOrder(test_.db, { customerId: third, orderedOn: '2026-08-15', netMinor: -300 })
    refreshCustomerTotals(test_.db, ids)
    deleteCustomers(test_.db, [binned], act)
    expect(listCustomerIds(test_.db, 'spendMinor', false)).toEqual([third, first, second])
    expect(listCustomerIds(test_.db, 'spendMinor', true)).toEqual([second, first, third])
    expect(listCustomerIds(test_.db, 'lastOn', false)).toEqual([third, second, first])
    expect(listCustomerIds(test_.db, 'lastOn', true)).toEqual([second, third, first])
    for (const column of CustomerSortColumn.options)
      for (const isDescending of [false, true])
        expect(
          customerIdsInOrder(test_.db, column, isDescending).toSorted((one, other) => one - other),
          column,
        ).toEqual([first, second, third])
    expect(countCustomers(test_.db)).toBe(3)
  })
})
