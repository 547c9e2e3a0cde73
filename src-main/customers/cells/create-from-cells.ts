import type { Act } from '#main/changes/change-log.service.ts'
import { createCustomer } from '#main/customers/customer.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import type { FieldCell } from '#main/fields/field-cell.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { CellColumn, CellDraft } from '#shared/domain/cell-edit.ts'
import { ContactPointKind, type CustomerDraft, type CustomerKind } from '#shared/domain/customer.ts'
import { fieldIdOf } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { type CellValue, prepareReading } from './read-cell.ts'

/**
 * Opens a file of what was typed into one row of cells; fields that were left empty get their defaults.
 *
 * Shape: with a cell that cannot be read, nothing is made and `refused` says which.
 * Errors: invalid-request where there is not a text for each column; field-value-invalid where a required field has none.
 */
export function createFromCells(db: WritableDb, { columns, typed }: CellDraft, act: Act) {
  if (columns.length !== typed.length) throw new AppError('invalid-request')
  const { read, fields } = prepareReading(db, act.now)
  const texts = new Map(columns.map((column, index) => [column, typed[index] ?? '']))
  const kind = kindOf(read('kind', texts.get('kind') ?? '', 'individual'))
  const values = new Map<CellColumn, CellValue>()
  const refused = []
  for (const [column, text] of new Map([['name', ''] as [CellColumn, string], ...texts])) {
    if (text.trim() === '' && column !== 'name') continue
    const reading = read(column, text, kind)
    if ('refusal' in reading) refused.push({ column, reason: reading.refusal, rows: [0] })
    else if (column === 'region' && !texts.get('address')?.trim())
      refused.push({ column, reason: 'no-address' as const, rows: [0] })
    else values.set(column, reading.value)
  }
  if (refused.length > 0) return { created: null, refused }
  return { created: createCustomer(db, draftOf(values, kind, fields), act), refused }
}

const kindOf = (reading: ReturnType<ReturnType<typeof prepareReading>['read']>): CustomerKind =>
  'value' in reading && reading.value !== null ? (reading.value as CustomerKind) : 'individual'

function draftOf(
  values: ReadonlyMap<CellColumn, CellValue>,
  kind: CustomerKind,
  fields: ReadonlyMap<number, FieldCell>,
): CustomerDraft {
  const text = (column: CellColumn) => (values.get(column) ?? null) as string | null
  const region = values.get('region') as ContactPointRegion | undefined
  return {
    kind,
    cardType: 'active',
    name: text('name') ?? '',
    gender: text('gender') as CustomerDraft['gender'],
    birthOn: text('birthOn'),
    idNumber: null,
    occupation: text('occupation'),
    source: text('source'),
    note: null,
    contactRefusedOn: text('contactRefusedOn') as CustomerDraft['contactRefusedOn'],
    contactPoints: ContactPointKind.options.flatMap(point => {
      const value = text(point)
      if (value === null) return []
      return [{ kind: point, value, ...(point === 'address' && region ? { correctedRegion: region } : {}) }]
    }),
    tags: (values.get('tags') ?? []) as string[],
    fields: fieldsOf(values, kind, fields),
  }
}

type ContactPointRegion = NonNullable<CustomerDraft['contactPoints'][number]['correctedRegion']>

function fieldsOf(
  values: ReadonlyMap<CellColumn, CellValue>,
  kind: CustomerKind,
  fields: ReadonlyMap<number, FieldCell>,
): CustomerDraft['fields'] {
  const filled: Record<string, FieldValue> = {}
  for (const [fieldId, { customerKind, defaultValue }] of fields)
    if (defaultValue !== null && (customerKind === null || customerKind === kind))
      filled[fieldId] = defaultValue
  for (const [column, value] of values) {
    const fieldId = fieldIdOf(column)
    if (fieldId !== null && value !== null) filled[fieldId] = value as FieldValue
  }
  return filled
}
