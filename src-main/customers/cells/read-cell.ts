import { regionByHand, regionOfText } from '#main/customers/region.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { type FieldCell, prepareFieldCells } from '#main/fields/field-cell.service.ts'
import { todayOf } from '#main/settings/setting.service.ts'
import { parseBirthDate, parseDay } from '#shared/domain/birth-date-text.ts'
import { type CardCell, type CellColumn, CellRefusal } from '#shared/domain/cell-edit.ts'
import { readGenderWord, readKindWord } from '#shared/domain/choice-words.ts'
import { ContactPoint, CustomerDraft, type CustomerKind } from '#shared/domain/customer.ts'
import { fieldIdOf } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import type { RegionNames } from '#shared/domain/region.ts'
import { toStoredText } from '#shared/domain/text.ts'

/** What a cell will hold. Empty: null. */
export type CellValue = FieldValue | readonly string[] | RegionNames | null

/** What was read of a typed text, or why it cannot be written. */
export type CellReading = { readonly value: CellValue } | { readonly refusal: CellRefusal }

/** Reads the text of a cell for a customer of some kind. */
export type ReadCell = (column: CellColumn, text: string, kind: CustomerKind) => CellReading

const separators = /[,，、;；\n]/
const mostTags = 50

const refused = (refusal: CellRefusal): CellReading => ({ refusal })

/**
 * Prepares reading typed cells, each by the rules by which the form reads its field.
 *
 * Shape: texts are normalised as they are stored; a word for a choice may be of either language.
 */
export function prepareReading(
  db: ReadableDb,
  now: string,
): { read: ReadCell; fields: ReadonlyMap<number, FieldCell> } {
  const fields = prepareFieldCells(db)
  const readers = cardReaders(todayOf(db, now))
  const read: ReadCell = (column, text, kind) => {
    const fieldId = fieldIdOf(column)
    const reading =
      fieldId === null ? readers[column as CardCell](text) : readField(fields.get(fieldId), text)
    if ('refusal' in reading || reading.value === null) return reading
    const asked = fieldId === null ? kindOfCard[column as CardCell] : fields.get(fieldId)?.customerKind
    return asked && asked !== kind ? refused('other-kind') : reading
  }
  return { read, fields }
}

/** Fields that only a person has. */
const kindOfCard: Readonly<Partial<Record<CardCell, CustomerKind>>> = {
  gender: 'individual',
  birthOn: 'individual',
}

function readField(field: FieldCell | undefined, text: string): CellReading {
  if (!field) return refused('field-hidden')
  const reading = field.read(text)
  if ('value' in reading) return { value: reading.value ?? null }
  return refused(CellRefusal.parse(reading.issue))
}

function cardReaders(today: string): Readonly<Record<CardCell, (text: string) => CellReading>> {
  const regions = new Map<string, CellReading>()
  return {
    kind: text =>
      choice(readKindWord(toStoredText(text).normalize('NFKC')), text, 'kind-invalid', 'required'),
    name: text => checked(CustomerDraft.shape.name, toStoredText(text)),
    gender: text => choice(readGenderWord(toStoredText(text).normalize('NFKC')), text, 'gender-invalid'),
    birthOn: text => choice(parseBirthDate(text, today) ?? undefined, text, 'birth-date-invalid'),
    phone: readPoint,
    wechat: readPoint,
    email: readPoint,
    address: readPoint,
    region: text => {
      const known = regions.get(text) ?? readRegionCell(text)
      regions.set(text, known)
      return known
    },
    occupation: text => checked(CustomerDraft.shape.occupation, toStoredText(text) || null),
    source: text => checked(CustomerDraft.shape.source, toStoredText(text) || null),
    contactRefusedOn: text => choice(parseDay(text, today) ?? undefined, text, 'day-invalid'),
    tags: readTags,
  }
}

function choice(
  value: string | undefined,
  text: string,
  refusal: CellRefusal,
  whenEmpty?: CellRefusal,
): CellReading {
  if (text.trim() === '') return whenEmpty ? refused(whenEmpty) : { value: null }
  return value === undefined ? refused(refusal) : { value }
}

type Schema = { safeParse(value: unknown): { success: boolean; error?: { issues: { message: string }[] } } }

/** Checks by the schema of the form, whose messages are codes. */
function checked(schema: Schema, value: string | null): CellReading {
  const { success, error } = schema.safeParse(value)
  return success ? { value } : refused(CellRefusal.parse(error?.issues[0]?.message))
}

function readPoint(text: string): CellReading {
  const value = toStoredText(text)
  return value === '' ? { value: null } : checked(ContactPoint.shape.value, value)
}

function readTags(text: string): CellReading {
  const tags = [...new Set(text.split(separators).map(toStoredText))].filter(tag => tag !== '')
  if (tags.length > mostTags) return refused('too-many-tags')
  return CustomerDraft.shape.tags.safeParse(tags).success ? { value: tags } : refused('too-long')
}

/** An address keeps its region: none is read out of nothing. */
function readRegionCell(text: string): CellReading {
  const value = regionOfText(toStoredText(text))
  return value && regionByHand(value) ? { value } : refused('region-unknown')
}
