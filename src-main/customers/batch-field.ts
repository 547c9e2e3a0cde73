import type { Act, ChangeRecorder } from '#main/changes/change-log.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { saveFieldOfMany } from '#main/fields/field-of-many.service.ts'
import { todayOf } from '#main/settings/setting.service.ts'
import { type Tick, untold } from '#main/threads/tick.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { BatchChange, BatchRefusal, BatchResult } from '#shared/domain/batch-edit.ts'
import type { RegionNames } from '#shared/domain/region.ts'
import { toStoredTextOrNull } from '#shared/domain/text.ts'
import {
  type BatchColumn,
  type BatchCustomer,
  listFirstAddresses,
  updateColumnOfMany,
  updateRegions,
} from './batch.queries.ts'
import { changeMany } from './batch.ts'
import type { RegionColumns } from './customer.table.ts'
import { regionByHand } from './region.service.ts'

type Write = {
  readonly db: WritableDb
  readonly recorder: ChangeRecorder
  readonly customers: readonly BatchCustomer[]
  readonly refuse: (reason: BatchRefusal) => void
}

const columns = {
  kind: 'kind',
  gender: 'gender',
  occupation: 'occupation',
  source: 'source',
  contactRefusedOn: 'contact_refused_on',
} as const satisfies Record<string, BatchColumn>

/**
 * Gives many customers one value of one field; one act, taken back as one.
 *
 * Shape: a region goes to the address that is shown first; a company has no gender; a refusal of contact keeps its day
 * where that is an earlier one.
 * Errors: not-found for a region that does not exist and for a field that is not on the form; field-value-invalid.
 * Cost: one read and one write for each thousand, and a line of the change log for each changed cell.
 */
export function setFieldOfMany(
  db: WritableDb,
  customerIds: readonly number[],
  change: BatchChange,
  act: Act,
  tick: Tick = untold,
): BatchResult {
  const factsOn = todayOf(db, act.now)
  const write = (recorder: ChangeRecorder, customers: readonly BatchCustomer[], refuse: Write['refuse']) => {
    const step = { db, recorder, customers, refuse }
    if (change.field === 'own') return writeOwnField(step, change)
    return change.field === 'region' ? writeRegion(step, change.value) : writeColumn(step, change)
  }
  return changeMany(db, customerIds, act, { kind: 'customers-set', factsOn, write }, tick)
}

type ColumnChange = Exclude<BatchChange, { field: 'own' | 'region' }>

function writeColumn({ db, recorder, customers, refuse }: Write, change: ColumnChange): number[] {
  const column = columns[change.field]
  const value = isText(change) ? toStoredTextOrNull(change.value) : change.value
  const ids: number[] = []
  for (const customer of customers) {
    const before = customer[column]
    if (change.field === 'gender' && value !== null && customer.kind === 'company') {
      refuse('other-kind')
      continue
    }
    if (before === value || isRefusedBefore(change, before)) continue
    recorder.updated('customer', customer.customer_id, column, before, value)
    ids.push(customer.customer_id)
  }
  updateColumnOfMany(db, ids, column, value)
  return ids
}

const isText = ({ field }: ColumnChange) => field === 'occupation' || field === 'source'

const isRefusedBefore = ({ field, value }: ColumnChange, before: string | null) =>
  field === 'contactRefusedOn' && value !== null && before !== null && before < value

function writeRegion({ db, recorder, customers, refuse }: Write, names: RegionNames): number[] {
  const region = regionByHand(names)
  if (!region) throw new AppError('not-found')
  const { code: region_code, province, city, district, confidence: region_confidence } = region
  const wanted: RegionColumns = { region_code, province, city, district, region_confidence }
  const addresses = listFirstAddresses(
    db,
    customers.map(({ customer_id }) => customer_id),
  )
  for (let missing = customers.length - addresses.length; missing > 0; missing--) refuse('no-address')
  const entries = Object.entries(wanted) as [keyof RegionColumns, string | null][]
  const changed = addresses.filter(address => entries.some(([column, value]) => address[column] !== value))
  for (const address of changed)
    for (const [column, value] of entries)
      recorder.updated('contact_point', address.contact_point_id, column, address[column], value)
  updateRegions(
    db,
    changed.map(({ contact_point_id }) => contact_point_id),
    wanted,
  )
  return changed.map(({ customer_id }) => customer_id)
}

function writeOwnField(
  { db, recorder, customers, refuse }: Write,
  { fieldId, value }: Extract<BatchChange, { field: 'own' }>,
): readonly number[] {
  const { changedIds, otherKind } = saveFieldOfMany(db, recorder, { fieldId, value, customers })
  for (let count = 0; count < otherKind; count++) refuse('other-kind')
  return changedIds
}
