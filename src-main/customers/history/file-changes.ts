import { cardColumns } from '#main/customers/card-column.service.ts'
import type { CardField } from '#shared/domain/card-field.ts'
import type { CreditKind } from '#shared/domain/credit.ts'
import type { ContactPointKind } from '#shared/domain/customer.ts'
import type { HistorySubject } from '#shared/domain/edit-history.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { entryWords, type FileEntryKind } from '#shared/domain/file-entry.ts'
import { type Ability, type FunnelStage, placeOf } from '#shared/domain/funnel.ts'
import type { FileChange, FilePart } from './history.queries.ts'

/** One value that an act changed, as it is stored. `changeId` null: made with many others by an import. */
export type StoredLine = {
  readonly changeId: number | null
  readonly subject: HistorySubject
  readonly before: FieldValue | null
  readonly after: FieldValue | null
  /** What stands there now; only of what is put back in orders. */
  readonly now?: FieldValue | null
}

/** What a row that hangs on a file says, and whose it is. */
type PartFacts = { readonly subject: HistorySubject; readonly value: FieldValue; readonly customerId: number }

/** What is looked up while lines are made. */
export type Lookup = {
  readonly customerId: number
  /** A row as it is now, or as it was when it went. */
  readonly findPart: (table: string, rowId: number) => FilePart | undefined
  readonly tagName: (tagId: number) => string | null
}

const fieldOfColumn: ReadonlyMap<string, CardField> = new Map(
  cardColumns.map(([field, column]) => [column, field]),
)
const regionColumns = ['province', 'city', 'district']

/**
 * Gathers what one act changed of a file.
 *
 * Shape: an act that made the file is the one line that says so. A contact point that took the place of another is one line;
 * so is a field of several choices, with those that went and those that came.
 */
export function linesOfAct(changes: readonly FileChange[], look: Lookup): StoredLine[] {
  const ofCard = changes.filter(change => change.table_name === 'customer')
  const made = ofCard.find(change => change.column_name === '*')
  if (made) return made.before === null ? [fileLine(made.change_id, 'created')] : []
  const ofParts = changes.filter(change => change.table_name !== 'customer').toReversed()
  return [
    ...ofCard.toReversed().flatMap(cardLine),
    ...joined(ofParts.flatMap(change => partLine(change, look))),
    ...regionLines(ofParts),
  ]
}

/** The line of a row that an import put on a file that was there. */
export function lineOfCreated(
  table: string,
  value: FieldValue | null,
  rowId: number,
  look: Lookup,
): StoredLine[] {
  const facts = partFacts(table, look.findPart(table, rowId), look)
  if (!facts) return []
  return [{ changeId: null, subject: facts.subject, before: null, after: value ?? facts.value }]
}

/** The line that says that the file itself was made, went to the bin or came back. */
export function fileLine(changeId: number | null, event: 'created' | 'deleted' | 'restored'): StoredLine {
  return { changeId, subject: { of: 'file', event }, before: null, after: null }
}

function cardLine({ change_id, column_name, before, after }: FileChange): StoredLine[] {
  if (column_name === 'deleted_at') return [fileLine(change_id, after === null ? 'restored' : 'deleted')]
  const field = fieldOfColumn.get(column_name)
  return field ? [{ changeId: change_id, subject: { of: 'card', field }, before, after }] : []
}

/** What somebody wrote about an order or one of its items. */
function orderLine(change: FileChange, look: Lookup): StoredLine[] {
  const { change_id: changeId, table_name, row_id, column_name, before, after } = change
  const part = look.findPart(table_name, row_id)
  if (!part) return []
  const label = String(part.label)
  const subject: HistorySubject =
    column_name === 'flow_note'
      ? { of: 'flowNote', salesOrderId: row_id, order: label }
      : {
          of: 'item',
          part: column_name === 'picture' ? 'picture' : 'details',
          orderLineId: row_id,
          title: label,
        }
  return [{ changeId, subject, before, after, now: part[column_name] ?? null }]
}

function partLine(change: FileChange, look: Lookup): StoredLine[] {
  if (change.table_name === 'sales_order' || change.table_name === 'order_line')
    return orderLine(change, look)
  const { change_id: changeId, table_name, row_id, column_name, before, after } = change
  const facts = partFacts(table_name, look.findPart(table_name, row_id), look)
  if (!facts) return []
  const { subject, value } = facts
  const came = { changeId, subject, before: null, after: value }
  const went = { changeId, subject, before: value, after: null }
  if (column_name === '*') {
    const row = parseRow(before ?? after)
    const stored = partFacts(table_name, row, look)
    if (stored?.customerId !== look.customerId) return []
    return before === null ? [{ ...came, after: stored.value }] : [{ ...went, before: stored.value }]
  }
  if (column_name === 'customer_id')
    return after === look.customerId ? [came] : before === look.customerId ? [went] : []
  if (column_name === 'tag_id')
    return [{ changeId, subject, before: look.tagName(Number(before)), after: look.tagName(Number(after)) }]
  if (column_name === 'content' && subject.of === 'credit') return [{ changeId, subject, before, after }]
  if (column_name === 'dated_on') return [{ changeId, subject, before, after }]
  if (column_name === 'content')
    return [{ changeId, subject, before: wordsOf(before), after: wordsOf(after) }]
  return column_name === 'value' ? [{ changeId, subject, before, after }] : []
}

function partFacts(table: string, row: FilePart | undefined, look: Lookup): PartFacts | undefined {
  if (!row) return undefined
  const customerId = Number(row.customer_id)
  const value = row.value ?? ''
  switch (table) {
    case 'contact_point':
      return { subject: { of: 'contact', kind: row.kind as ContactPointKind }, value, customerId }
    case 'customer_tag': {
      const name = look.tagName(Number(row.tag_id))
      return name === null ? undefined : { subject: { of: 'tag' }, value: name, customerId }
    }
    case 'field_value':
      return { subject: { of: 'own', fieldId: Number(row.field_id) }, value, customerId }
    case 'file_entry':
      return {
        subject: { of: 'entry', kind: row.kind as FileEntryKind },
        value: wordsOf(row.content),
        customerId,
      }
    case 'funnel_step':
      return {
        subject: { of: 'funnel' },
        value: placeOf(row.stage as FunnelStage, row.ability as Ability | null),
        customerId,
      }
    case 'credit_record':
      return {
        subject: { of: 'credit', kind: row.kind as CreditKind },
        value: String(row.content ?? '{}'),
        customerId,
      }
    case 'attachment':
      return { subject: { of: 'attachment' }, value: row.file_name ?? '', customerId }
    default:
      return row.kind === 'row-hash' ? undefined : { subject: { of: 'identity' }, value, customerId }
  }
}

/** Puts together what went and what came of the same place. */
function joined(lines: readonly StoredLine[]): StoredLine[] {
  const result: StoredLine[] = []
  for (const line of lines) {
    const { subject } = line
    if (subject.of === 'own') {
      const index = result.findIndex(
        one => one.subject.of === 'own' && one.subject.fieldId === subject.fieldId,
      )
      const known = result[index]
      if (known) result[index] = withParts(known, line)
      else result.push(line)
      continue
    }
    const index = result.findIndex(one => isReplaced(one, line))
    const known = result[index]
    if (known)
      result[index] = { ...line, before: known.before ?? line.before, after: known.after ?? line.after }
    else result.push(line)
  }
  return result
}

/** A contact point went and another of its kind came. */
function isReplaced(one: StoredLine, other: StoredLine): boolean {
  if (
    one.subject.of !== 'contact' ||
    other.subject.of !== 'contact' ||
    one.subject.kind !== other.subject.kind
  )
    return false
  return (one.after === null && other.before === null) || (one.before === null && other.after === null)
}

function withParts(one: StoredLine, other: StoredLine): StoredLine {
  return { ...other, before: bothOf(one.before, other.before), after: bothOf(one.after, other.after) }
}

function bothOf(one: FieldValue | null, other: FieldValue | null): FieldValue | null {
  if (one === null || other === null) return one ?? other
  return [one, other].flat().map(Number)
}

/** The region of an address that was set by hand: its changed parts in one line. */
function regionLines(changes: readonly FileChange[]): StoredLine[] {
  const ofRow = new Map<number, FileChange[]>()
  for (const change of changes)
    if (regionColumns.includes(change.column_name))
      ofRow.set(change.row_id, [...(ofRow.get(change.row_id) ?? []), change])
  return [...ofRow.values()].map(parts => {
    const text = (side: 'before' | 'after') =>
      regionColumns
        .flatMap(column => parts.find(part => part.column_name === column)?.[side] ?? [])
        .join(' ') || null
    const changeId = parts[0]?.change_id ?? null
    return { changeId, subject: { of: 'region' }, before: text('before'), after: text('after') }
  })
}

/** Reads a row as the change log keeps it. */
export function parseRow(value: string | number | null): FilePart {
  return JSON.parse(String(value)) as FilePart
}

/** The words of a line of a file, as it is stored. */
function wordsOf(content: string | number | null | undefined): string {
  const parts = JSON.parse(String(content ?? '{}')) as Record<string, string | null>
  return entryWords(parts).join('，')
}
