import type { Act } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import {
  addRecord,
  getCustomerCredit,
  listDebtors,
  removeRecord,
  saveReadings,
  saveRecord,
} from './credit.service.ts'

/** Reads of the credit room that answer within a frame. */
export const creditQueries = (db: ReadableDb) =>
  ({ 'credit.ofCustomer': request => getCustomerCredit(db, request) }) satisfies Partial<Handlers>

/** Reads of the credit room that look at every order. */
export const creditReaderQueries = (db: ReadableDb) =>
  ({ 'credit.listDebtors': ({ asOf }) => listDebtors(db, asOf) }) satisfies Partial<Handlers>

/** Writes of the credit room. `act` says who acts and when. */
export const creditCommands = (db: WritableDb, act: () => Act) =>
  ({
    'credit.add': ({ customerId, record }) => addRecord(db, customerId, record, act()),
    'credit.save': ({ creditRecordId, record }) => saveRecord(db, creditRecordId, record, act()),
    'credit.remove': ({ creditRecordId }) => removeRecord(db, creditRecordId, act()),
    'credit.saveReadings': ({ readings }) => saveReadings(db, readings),
  }) satisfies Partial<Handlers>
