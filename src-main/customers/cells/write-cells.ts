import type { Act, ChangeRecorder } from '#main/changes/change-log.service.ts'
import { prepareUpdateColumn } from '#main/customers/batch.queries.ts'
import { changeMany } from '#main/customers/batch.ts'
import { columnOfField } from '#main/customers/card-column.service.ts'
import { listContactPoints } from '#main/customers/customer.queries.ts'
import { contactPointKey } from '#main/customers/customer-draft.ts'
import { listSheetRows } from '#main/customers/list-row.ts'
import { nameKeysOf } from '#main/customers/name-keys.service.ts'
import { saveContactPoints, saveTags } from '#main/customers/save-card.ts'
import type { WritableDb } from '#main/database/db.ts'
import { saveFieldCells } from '#main/fields/field-cell.service.ts'
import { todayOf } from '#main/settings/setting.service.ts'
import { type Tick, untold } from '#main/threads/tick.ts'
import type { CardField } from '#shared/domain/card-field.ts'
import type { CellBlock, CellColumn, CellsResult } from '#shared/domain/cell-edit.ts'
import { type ContactPoint, ContactPointKind } from '#shared/domain/customer.ts'
import { fieldIdOf } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import type { RegionNames } from '#shared/domain/region.ts'
import { type AcceptedCell, judgeCells, RefusedCells, unpackBlock } from './judge-cells.ts'
import { prepareReading } from './read-cell.ts'

/**
 * Writes the cells of a block as one transaction and one change set, a thousand rows at a time; those that cannot be written are
 * told, the rest is kept.
 *
 * Shape: of contact points the one that is shown first is replaced, or goes with an empty text; the others stay.
 * Errors: invalid-request where there is not a text for each cell; cancelled, and nothing is changed.
 * Empty: changeSetId null when nothing was changed.
 * Cost: some 100 microseconds a cell.
 */
export function writeCells(db: WritableDb, packed: CellBlock, act: Act, tick: Tick = untold): CellsResult {
  const block = unpackBlock(packed)
  const fieldIds = block.columns.map(fieldIdOf).filter(fieldId => fieldId !== null)
  const { read } = prepareReading(db, act.now)
  const refused = new RefusedCells()
  let [first, written, unchanged] = [0, 0, 0]
  const write: Write = (recorder, _customers, _refuse, ids) => {
    const rows = new Map(listSheetRows(db, ids, fieldIds).map(row => [row.customerId, row]))
    const verdict = judgeCells(block, { first, count: ids.length, rows }, read, refused)
    for (const [column, cells] of groupBy(verdict.accepted, cell => cell.column))
      saveColumn(db, recorder, column, cells)
    saveContacts(db, recorder, verdict.accepted)
    first += ids.length
    written += verdict.accepted.length
    unchanged += verdict.unchanged
    return verdict.accepted.map(({ row }) => row.customerId)
  }
  const work = { kind: 'cells-set', factsOn: todayOf(db, act.now), write } as const
  const { changeSetId } = changeMany(db, block.customerIds, act, work, tick)
  return { changeSetId, written, unchanged, refused: refused.list() }
}

type Write = Parameters<typeof changeMany>[3]['write']

/** All but contact points and regions, which are written together. */
function saveColumn(
  db: WritableDb,
  recorder: ChangeRecorder,
  column: CellColumn,
  cells: readonly AcceptedCell[],
): void {
  const fieldId = fieldIdOf(column)
  if (fieldId !== null) {
    const values = cells.map(({ row, value }) => [row.customerId, storedValueOf(value)] as const)
    saveFieldCells(db, recorder, fieldId, new Map(values))
  } else if (column === 'tags')
    for (const { row, value } of cells) saveTags(db, recorder, row.customerId, value as string[])
  else if (isCardColumn(column)) saveCardColumn(db, recorder, column, cells)
}

const storedValueOf = (value: AcceptedCell['value']) => (value ?? undefined) as FieldValue | undefined

type CardColumn = Extract<CellColumn, CardField>
const isCardColumn = (column: CellColumn): column is CardColumn => column in columnOfField

const nameKeyColumns = ['name_sort', 'name_strokes'] as const

function saveCardColumn(
  db: WritableDb,
  recorder: ChangeRecorder,
  field: CardColumn,
  cells: readonly AcceptedCell[],
): void {
  const column = columnOfField[field]
  const statement = prepareUpdateColumn(db, column)
  const keyWriters =
    field === 'name' ? nameKeyColumns.map(key => [key, prepareUpdateColumn(db, key)] as const) : []
  for (const { row, value } of cells) {
    const { customerId } = row
    recorder.updated('customer', customerId, column, row[field], value as string | null)
    statement.run(value as string | null, customerId)
    if (field !== 'name') continue
    const [before, after] = [nameKeysOf(row.name), nameKeysOf(String(value))]
    for (const [key, writer] of keyWriters) {
      recorder.updated('customer', customerId, key, before[key], after[key])
      writer.run(after[key], customerId)
    }
  }
}

function saveContacts(db: WritableDb, recorder: ChangeRecorder, accepted: readonly AcceptedCell[]): void {
  const cells = accepted.filter(({ column }) => column === 'region' || isContact(column))
  for (const [customerId, ofCustomer] of groupBy(cells, cell => cell.row.customerId)) {
    const stored = listContactPoints(db, customerId).map(({ kind, value }): ContactPoint => ({ kind, value }))
    saveContactPoints(db, recorder, customerId, ofCustomer.reduce(withCell, stored))
  }
}

const isContact = (column: CellColumn): column is ContactPointKind =>
  ContactPointKind.options.some(kind => kind === column)

function withCell(points: readonly ContactPoint[], { column, value }: AcceptedCell): readonly ContactPoint[] {
  const kind = isContact(column) ? column : 'address'
  const [first, ...others] = points.filter(point => point.kind === kind)
  const rest = points.filter(point => point.kind !== kind)
  if (column === 'region')
    return first ? [...rest, { ...first, correctedRegion: value as RegionNames }, ...others] : points
  if (value === null) return [...rest, ...others]
  const key = contactPointKey(kind, String(value))
  const different = others.filter(point => contactPointKey(kind, point.value) !== key)
  return [...rest, { kind, value: String(value) }, ...different]
}

function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
