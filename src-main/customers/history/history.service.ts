import { shownCardValue } from '#main/customers/card-column.service.ts'
import { getCustomerDraft } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { fieldsOfForm } from '#main/fields/field-value.service.ts'
import type { EditHistory, HistoryEntry } from '#shared/domain/edit-history.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import {
  fileLine,
  type Lookup,
  lineOfCreated,
  linesOfAct,
  parseRow,
  type StoredLine,
} from './file-changes.ts'
import {
  type FileAct,
  type FileChange,
  type FilePart,
  listActs,
  listCreatedParts,
  listFileChanges,
  listFileParts,
  listOrderParts,
  listTagNames,
  type OrderTable,
} from './history.queries.ts'
import { withValueOfBefore } from './value-of-before.ts'

/** An act with what it changed, as it is stored. */
export type StoredEntry = { readonly act: FileAct; readonly lines: readonly StoredLine[] }

/**
 * Tells what happened to a customer's file: every act that changed its card, ways of contact, tags, buyer IDs or own fields,
 * with the values of before and after, by whom, and from which file.
 *
 * Shape: the newest act first, at most `limit`; ID numbers masked. What hung on a file that was merged into this one came
 * along with its history.
 * Errors: not-found when the customer does not exist or is in the bin. Cost: the lines of one file, at most 5,000.
 */
export function getEditHistory(db: ReadableDb, customerId: number, limit: number): EditHistory {
  const draft = getCustomerDraft(db, customerId)
  const entries = readHistory(db, customerId)
  const kindOf = kindsOfFields(db)
  return {
    entries: entries
      .slice(0, limit)
      .map(entry =>
        shownEntry(entry, line =>
          line.now === undefined ? withValueOfBefore(draft, line, kindOf) !== null : line.now !== line.before,
        ),
      ),
    total: entries.length,
  }
}

/** Reads the history of a file with its values as they are stored, the newest act first. */
export function readHistory(db: ReadableDb, customerId: number): StoredEntry[] {
  const changes = listFileChanges(db, customerId)
  const look = lookupOf(db, customerId, changes)
  const lines = new Map<number, StoredLine[]>()
  for (const [changeSetId, ofAct] of byAct(changes)) lines.set(changeSetId, linesOfAct(ofAct, look))
  for (const [changeSetId, parts] of byAct(listCreatedParts(db, customerId))) {
    const isWhole = parts.some(part => part.table_name === 'customer')
    const ofImport = isWhole
      ? [fileLine(null, 'created')]
      : parts.flatMap(part =>
          lineOfCreated(
            part.table_name,
            firstValue(changes, part.table_name, part.row_id),
            part.row_id,
            look,
          ),
        )
    lines.set(changeSetId, [...(lines.get(changeSetId) ?? []), ...ofImport])
  }
  return listActs(db, [...lines.keys()]).flatMap(act => {
    const ofAct = lines.get(act.change_set_id) ?? []
    return ofAct.length === 0 ? [] : [{ act, lines: ofAct }]
  })
}

/** Makes the question of what kind a field is; those on no form have none. */
export function kindsOfFields(db: ReadableDb) {
  const kinds = new Map(fieldsOfForm(db).map(({ field }) => [field.fieldId, field.valueKind]))
  return (fieldId: number) => kinds.get(fieldId)
}

function shownEntry({ act, lines }: StoredEntry, canPutBack: (line: StoredLine) => boolean): HistoryEntry {
  return {
    changeSetId: act.change_set_id,
    ...{ kind: act.kind, actor: act.actor, madeAt: act.made_at },
    ...{ importBatchId: act.import_batch_id, fileName: act.file_name },
    step: act.step,
    isUndone: act.undone_by_change_set_id !== null,
    lines: lines.map(line => {
      const { subject, before, after, changeId } = line
      const hide = isIdNumber(line) ? maskedIdNumber : (value: FieldValue | null) => value
      return {
        subject,
        before: hide(before),
        after: hide(after),
        putBackId: canPutBack(line) ? changeId : null,
      }
    }),
  }
}

const isIdNumber = ({ subject }: StoredLine) => subject.of === 'card' && subject.field === 'idNumber'
const maskedIdNumber = (value: FieldValue | null) =>
  value === null ? null : shownCardValue('id_number', String(value))

function byAct<T extends { readonly change_set_id: number }>(items: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const group = groups.get(item.change_set_id)
    if (group) group.push(item)
    else groups.set(item.change_set_id, [item])
  }
  return groups
}

function lookupOf(db: ReadableDb, customerId: number, changes: readonly FileChange[]): Lookup {
  const parts = new Map<string, FilePart>()
  for (const { table_name, row_id, column_name, before, after } of changes)
    if (column_name === '*' && table_name !== 'customer')
      parts.set(`${table_name} ${row_id}`, parseRow(before ?? after))
  const idsIn = (table: OrderTable) =>
    changes.filter(change => change.table_name === table).map(change => change.row_id)
  const ofOrders = listOrderParts(db, idsIn('sales_order'), idsIn('order_line'))
  for (const part of [...listFileParts(db, customerId), ...ofOrders])
    parts.set(`${part.table_name} ${part.row_id}`, part)
  const tagIds = [
    ...[...parts.values()].map(part => part.tag_id),
    ...changes
      .filter(change => change.column_name === 'tag_id')
      .flatMap(({ before, after }) => [before, after]),
  ].filter(tagId => typeof tagId === 'number')
  const tagNames = listTagNames(db, tagIds)
  return {
    customerId,
    findPart: (table, rowId) => parts.get(`${table} ${rowId}`),
    tagName: tagId => tagNames.get(tagId) ?? null,
  }
}

/** What a row said when it was made: what its first change replaced. Empty: null when it is as it was. */
function firstValue(changes: readonly FileChange[], table: string, rowId: number): string | number | null {
  const first = changes.findLast(
    change => change.table_name === table && change.row_id === rowId && change.column_name === 'value',
  )
  return first?.before ?? null
}
