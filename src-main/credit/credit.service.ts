import { type Act, changeCustomers } from '#main/changes/change-log.service.ts'
import { getRevision } from '#main/changes/revision.service.ts'
import { getCustomerRows } from '#main/customers/customer.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { getSetting, saveSetting } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  CreditDraft,
  type CreditKind,
  type CreditRecord,
  type CustomerCredit,
  type Debtor,
  type DebtorList,
} from '#shared/domain/credit.ts'
import { computeCreditRatios, RatioReadings } from '#shared/domain/credit-ratios.ts'
import { toStoredTextOrNull } from '#shared/domain/text.ts'
import {
  deleteRecord,
  findRecord,
  insertRecord,
  iterateOpenOrders,
  listDebtorNames,
  listOpenOrders,
  listRecords,
  type OpenOrderRow,
  type RecordColumns,
  updateRecord,
} from './credit.queries.ts'
import { creditPosition, dueOrders } from './credit-position.ts'
import { termsOf } from './credit-terms.service.ts'

const readingsKey = 'credit-readings'
/** Orders that are listed one by one; all count. */
const listedOrders = 500

/** Reads by which reading of the source the ratios are computed; as the source states them until somebody chose. */
export function getReadings(db: ReadableDb): RatioReadings {
  return getSetting(db, readingsKey, RatioReadings) ?? { cash: 'as-stated', debt: 'as-stated' }
}

/** Keeps the chosen reading of the ratios. */
export function saveReadings(db: WritableDb, readings: RatioReadings): RatioReadings {
  saveSetting(db, readingsKey, readings)
  return readings
}

/**
 * Gathers all that is known of a customer's credit on a day: statements with their ratios, sheets, what was agreed, and what is
 * owed by the orders that are unpaid today.
 *
 * Errors: not-found for a customer who does not exist or is in the bin.
 */
export function getCustomerCredit(
  db: ReadableDb,
  { customerId, asOf }: { readonly customerId: number; readonly asOf: CalendarDate },
): CustomerCredit {
  if (getCustomerRows(db, [customerId]).length === 0) throw new AppError('not-found')
  const readings = getReadings(db)
  const known = listRecords(db, customerId)
    .filter(row => row.dated_on <= asOf)
    .map(row => ({ creditRecordId: row.credit_record_id, record: readRecord(row) }))
  const terms = termsOf(db, [customerId], asOf).get(customerId) ?? null
  const orders = listOpenOrders(db, customerId, asOf)
  return {
    ...{ asOf, customerId, readings, position: creditPosition(orders, terms, asOf) },
    orders: dueOrders(orders.slice(0, listedOrders), terms?.termDays ?? null, asOf),
    statements: known.flatMap(one => (one.record.kind === 'statement' ? [withRatios(one, readings)] : [])),
    reviews: known.flatMap(one =>
      one.record.kind === 'review' ? [{ ...one, isDue: one.record.nextReviewOn < asOf }] : [],
    ),
    terms: known.filter(({ record }) => record.kind === 'terms'),
  }
}

function withRatios(one: CreditRecord, readings: RatioReadings) {
  if (one.record.kind !== 'statement') throw new AppError('invalid-request')
  const { kind: _kind, note: _note, datedOn, ...items } = one.record
  return { ...one, ratios: computeCreditRatios({ asOf: datedOn, ...items }, readings) }
}

/**
 * Lists who owes what on a day, the longest overdue first, then those whose days nobody agreed, then who is in time.
 *
 * Cost: one pass over the orders of all days up to it.
 */
export function listDebtors(db: ReadableDb, asOf: CalendarDate): DebtorList {
  const ordersOf = new Map<number, OpenOrderRow[]>()
  let unassignedMinor = 0
  for (const { customerId, ...order } of iterateOpenOrders(db, asOf)) {
    if (customerId === null) unassignedMinor += Math.max(0, order.owedMinor)
    else ordersOf.set(customerId, [...(ordersOf.get(customerId) ?? []), order])
  }
  const terms = termsOf(db, [...ordersOf.keys()], asOf)
  const debtors = listDebtorNames(db, [...ordersOf.keys()])
    .map(({ customer_id: customerId, archive_number: archiveNumber, name }) => ({
      ...{ customerId, archiveNumber, name },
      position: creditPosition(ordersOf.get(customerId) ?? [], terms.get(customerId) ?? null, asOf),
    }))
    .sort(byUrgency)
  const sum = (figure: (debtor: Debtor) => number) =>
    debtors.reduce((total, debtor) => total + figure(debtor), 0)
  return {
    ...{ asOf, revision: getRevision(db), customers: debtors.length, unassignedMinor, debtors },
    owedMinor: sum(({ position }) => position.owedMinor),
    overdueCustomers: sum(({ position }) => Number(position.warnings.includes('overdue'))),
    overdueMinor: sum(({ position }) => position.ageing?.overdueMinor ?? 0),
  }
}

function byUrgency(a: Debtor, b: Debtor): number {
  const rank = ({ position }: Debtor) =>
    position.ageing === null ? 0.5 : position.ageing.overdueMinor > 0 ? position.ageing.longestDays : 0
  return rank(b) - rank(a) || b.position.owedMinor - a.position.owedMinor || a.customerId - b.customerId
}

/** Notes a statement, a sheet or what was agreed. Errors: invalid-request; not-found for a customer who is gone. */
export function addRecord(db: WritableDb, customerId: number, draft: CreditDraft, act: Act) {
  const columns = columnsOf(draft)
  const changeSetId = changeCustomers(db, 'credit-noted', act, recorder => {
    if (getCustomerRows(db, [customerId]).length === 0) throw new AppError('not-found')
    recorder.inserted('credit_record', insertRecord(db, { ...columns, customer_id: customerId }))
  })
  return { changeSetId }
}

/** Changes what was noted. Errors: invalid-request; not-found, also for another kind. Empty: changeSetId null when nothing changed. */
export function saveRecord(db: WritableDb, creditRecordId: number, draft: CreditDraft, act: Act) {
  const columns = columnsOf(draft)
  const changeSetId = changeCustomers(db, 'credit-changed', act, recorder => {
    const stored = findRecord(db, creditRecordId)
    if (!stored || stored.kind !== draft.kind) throw new AppError('not-found')
    recorder.updated('credit_record', creditRecordId, 'dated_on', stored.dated_on, columns.dated_on)
    recorder.updated('credit_record', creditRecordId, 'content', stored.content, columns.content)
    updateRecord(db, creditRecordId, columns)
  })
  return { changeSetId }
}

/** Removes what was noted. Errors: not-found. */
export function removeRecord(db: WritableDb, creditRecordId: number, act: Act) {
  const changeSetId = changeCustomers(db, 'credit-removed', act, recorder => {
    if (!findRecord(db, creditRecordId)) throw new AppError('not-found')
    recorder.deleting('credit_record', creditRecordId)
    deleteRecord(db, creditRecordId)
  })
  return { changeSetId }
}

function readRecord({ kind, dated_on, content }: RecordColumns): CreditDraft {
  return CreditDraft.parse({ kind, datedOn: dated_on, ...(JSON.parse(content) as object) })
}

/** Texts as they are stored; the day stands in a column of its own. */
function columnsOf(draft: CreditDraft): RecordColumns & { readonly kind: CreditKind } {
  const checked = CreditDraft.safeParse(draft)
  if (!checked.success) throw new AppError('invalid-request')
  const { kind, datedOn, ...content } = checked.data
  const stored = Object.entries(content).map(([part, value]) => [
    part,
    typeof value === 'string' ? toStoredTextOrNull(value) : value,
  ])
  return { kind, dated_on: datedOn, content: JSON.stringify(Object.fromEntries(stored)) }
}
