import type { Act } from '#main/changes/change-log.service.ts'
import { editCustomer, getCustomerDraft } from '#main/customers/customer.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { putBackLine } from '#main/orders/line-details.service.ts'
import { saveFlowNote } from '#main/orders/sales-order.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { kindsOfFields, readHistory } from './history.service.ts'
import { withValueOfBefore } from './value-of-before.ts'

/**
 * Puts the value back that a line of a file's history replaced; everything else stays as it is now. It is an edit like one by
 * hand: checked, searched, and taken back with one step.
 *
 * Errors: not-found for a line of another file and for one whose value cannot be put back; those of an edit.
 */
export function putBackValue(db: WritableDb, customerId: number, changeId: number, act: Act) {
  const line = readHistory(db, customerId)
    .flatMap(entry => entry.lines)
    .find(one => one.changeId === changeId)
  const before = line?.before == null ? null : String(line.before)
  if (line?.subject.of === 'item') {
    const { orderLineId, part } = line.subject
    return putBackLine(db, { orderLineId, part, value: before }, act)
  }
  if (line?.subject.of === 'flowNote') {
    const { salesOrderId } = line.subject
    const seen = line.now == null ? null : String(line.now)
    return saveFlowNote(db, { salesOrderId, seen, flowNote: before }, act, 'value-put-back')
  }
  const now = getCustomerDraft(db, customerId)
  const wanted = line && withValueOfBefore(now, line, kindsOfFields(db))
  if (!wanted) throw new AppError('not-found')
  return editCustomer(db, customerId, wanted, now, act, 'value-put-back')
}
