import { getCustomerRows, getMissing } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { describeCell } from '#main/imports/found-cell.service.ts'
import { getArchiveSettings, todayOf } from '#main/settings/setting.service.ts'
import type { CustomerRow } from '#shared/domain/customer.ts'
import { damageKinds } from '#shared/domain/import-cell.ts'
import { maskIdNumber } from '#shared/domain/masking.ts'
import { type Finding, FindingField, type MendableField, type QualityKind } from '#shared/domain/quality.ts'
import { isFoundComplete, listWaitingCells, type WaitingCell } from './finding.queries.ts'
import { isOfCells, listSuspects, type Suspect, staleBefore } from './finding.service.ts'

type Found = Pick<Finding, 'findingId' | 'customerId' | 'field' | 'value' | 'reason' | 'cell'>

const fieldOfKind: Partial<Record<QualityKind, MendableField>> = {
  ...{ phone: 'phone', birthday: 'birthOn', 'id-number': 'idNumber', region: 'address' },
}

/**
 * Reads findings of a kind as they are shown, in the order of their ids.
 *
 * Shape: null for one that was settled meanwhile. Resident ID numbers are masked.
 */
export function describeFindings(
  db: ReadableDb,
  kind: QualityKind,
  ids: readonly number[],
  now: string,
): (Finding | null)[] {
  const found = new Map(findAgain(db, kind, ids, now).map(finding => [finding.findingId, finding]))
  const customerIds = [...new Set([...found.values()].map(({ customerId }) => customerId))]
  const rows = new Map(getCustomerRows(db, customerIds).map(row => [row.customerId, row]))
  return ids.map(id => {
    const finding = found.get(id)
    const row = finding && rows.get(finding.customerId)
    return finding && row ? describe(db, kind, finding, row) : null
  })
}

function findAgain(db: ReadableDb, kind: QualityKind, ids: readonly number[], now: string): Found[] {
  if (kind === 'stale' || kind === 'incomplete') return filesBelow(db, kind, ids, now)
  const stored = ids.filter(id => id > 0)
  const cells = ids.filter(id => id < 0)
  const suspects = stored.length > 0 ? listSuspects(db, kind, todayOf(db, now), stored) : []
  const waiting = isOfCells(kind) && cells.length > 0 ? listWaitingCells(db, kind, cells) : []
  return [...suspects.map(suspect => ofSuspect(kind, suspect)), ...waiting.flatMap(cell => ofCell(db, cell))]
}

function filesBelow(
  db: ReadableDb,
  kind: 'stale' | 'incomplete',
  ids: readonly number[],
  now: string,
): Found[] {
  const { incompleteBelow } = getArchiveSettings(db).quality
  const before = staleBefore(db, now)
  const isBelow = (row: CustomerRow) =>
    kind === 'stale'
      ? row.knownOn < before
      : row.completeness < incompleteBelow && !isFoundComplete(db, row.customerId)
  return getCustomerRows(db, ids)
    .filter(isBelow)
    .map(({ customerId }) => ({
      ...{ findingId: customerId, customerId, field: null, value: null, reason: kind, cell: null },
    }))
}

function ofSuspect(kind: QualityKind, { id, customerId, value, reason }: Suspect): Found {
  const shown = kind === 'id-number' ? maskIdNumber(value) : value
  return { findingId: id, customerId, field: fieldOfKind[kind] ?? null, value: shown, reason, cell: null }
}

const damages: ReadonlySet<string> = new Set(damageKinds)

function ofCell(db: ReadableDb, cell: WaitingCell): Found[] {
  const { id, customerId, code, stored } = cell
  const place = describeCell(db, cell)
  const field = FindingField.safeParse(cell.field)
  if (!place || !field.success) return []
  const reason = damages.has(code) ? `cell-mark.${code}` : `cell-issue.${code}`
  return [{ findingId: id, customerId, field: field.data, value: stored, reason, cell: place }]
}

/** Fields in the order in which a file is best filled in, as far as they can be typed where they are listed. */
const fillable: readonly MendableField[] = [
  ...(['phone', 'wechat', 'address', 'gender', 'birthOn', 'occupation', 'email', 'source', 'note'] as const),
]

function describe(db: ReadableDb, kind: QualityKind, found: Found, row: CustomerRow): Finding {
  const { archiveNumber, name, knownOn, completeness } = row
  const missing = kind === 'incomplete' ? getMissing(db, row.customerId) : []
  const field =
    kind === 'incomplete'
      ? (fillable.find(one => (missing as readonly string[]).includes(one)) ?? null)
      : found.field
  return { ...found, field, archiveNumber, name, knownOn, completeness, missing }
}
