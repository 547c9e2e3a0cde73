import { getCustomerFile } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { getEntries } from '#main/entries/entry.service.ts'
import { listFields } from '#main/fields/field.service.ts'
import { findOriginOfValue } from '#main/imports/value-source.service.ts'
import { listStatedValues } from '#main/quality/field-source.service.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { FieldDefinition } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { isIdNumber, toIdNumber } from '#shared/domain/id-number.ts'
import { maskIdNumber, maskPhone } from '#shared/domain/masking.ts'
import {
  mostEvidenceRows,
  type PortraitEvidence,
  type PortraitSection,
  type PortraitSentence,
} from '#shared/domain/portrait.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import type { ValueSubject } from '#shared/domain/value-source.ts'
import { sentence } from './portrait/sentence.ts'
import { portraitFields, shortText } from './portrait/typed-fields.ts'

type FileSentences = Partial<Record<PortraitSection, readonly PortraitSentence[]>>

/**
 * Tells what the file of a customer says, section by section: fields of the card and beyond, notes of service, opening balances. Each
 * sentence names who typed it and when, or the file it came from.
 *
 * Errors: not-found for a customer who does not exist or is in the bin.
 */
export function tellFile(db: ReadableDb, customerId: number, asOf: CalendarDate): FileSentences {
  const file = getCustomerFile(db, customerId, 0)
  const typedBy = evidenceOfValues(db, customerId)
  const fields = tellFields(db, file, typedBy)
  return {
    ...fields,
    who: [...tellCard(file, asOf, typedBy), ...(fields.who ?? [])],
    'how-much': file.openingBalances.map(({ openingBalanceId, orderCount, spendMinor, coversUntilOn }) =>
      sentence(
        'balance',
        { orderCount, spendMinor, coversUntilOn },
        typedBy({ of: 'balance', openingBalanceId }),
      ),
    ),
    service: [
      ...(file.contactRefusedOn === null
        ? []
        : [
            sentence(
              'refused',
              { day: file.contactRefusedOn },
              typedBy({ of: 'card', field: 'contactRefusedOn' }),
            ),
          ]),
      ...tellNotes(db, customerId, asOf),
      ...(fields.service ?? []),
    ],
  }
}

type TypedBy = (subject: ValueSubject) => PortraitEvidence

/** Makes the function that says who gave a value, and when. */
function evidenceOfValues(db: ReadableDb, customerId: number): TypedBy {
  const stated = listStatedValues(db, customerId)
  return subject => {
    const known = findOriginOfValue(db, customerId, subject)
    const key = JSON.stringify(subject)
    const told = stated.find(one => JSON.stringify(one.subject) === key)?.source
    return {
      ...{ kind: 'typed', subject },
      origin: known === null ? 'unknown' : known.fileName === null ? 'edit' : 'import',
      ...{ madeAt: known?.madeAt ?? null, actor: known?.actor ?? null, fileName: known?.fileName ?? null },
      ...{ statedOn: told?.statedOn ?? null, verifier: told?.verifier ?? null },
    }
  }
}

function tellCard(file: CustomerFile, asOf: CalendarDate, typedBy: TypedBy): PortraitSentence[] {
  const { gender, birthOn, occupation } = file
  const address = file.contactPoints.find(({ kind }) => kind === 'address')
  const region = [address?.region?.province, address?.region?.city, address?.region?.district]
  const place = [...new Set(region.filter(name => name !== null && name !== undefined))].join(' ')
  return [
    ...(gender ? [sentence('gender', { gender }, typedBy({ of: 'card', field: 'gender' }))] : []),
    ...(birthOn ? [tellBirth(birthOn, asOf, typedBy({ of: 'card', field: 'birthOn' }))] : []),
    ...(occupation
      ? [
          sentence(
            'occupation',
            { text: shortText(occupation) },
            typedBy({ of: 'card', field: 'occupation' }),
          ),
        ]
      : []),
    ...(address && place !== ''
      ? [
          sentence(
            'region',
            { text: place },
            typedBy({ of: 'contact', kind: 'address', value: address.value }),
          ),
        ]
      : []),
  ]
}

/** The age needs the whole day; of less only the date as it is known is told. */
function tellBirth(birthOn: string, asOf: CalendarDate, evidence: PortraitEvidence): PortraitSentence {
  const [year = '', month, day] = birthOn.startsWith('--') ? [] : birthOn.split('-')
  if (month === undefined || day === undefined) return sentence('birth', { birthOn }, evidence)
  const hadBirthday = asOf.slice(5) >= `${month}-${day}`
  const age = Number(asOf.slice(0, 4)) - Number(year) - (hadBirthday ? 0 : 1)
  return age < 0 ? sentence('birth', { birthOn }, evidence) : sentence('age', { age, birthOn }, evidence)
}

function tellFields(db: ReadableDb, file: CustomerFile, typedBy: TypedBy): FileSentences {
  const fields = listFields(db)
    .filter(({ isOn }) => isOn)
    .flatMap(group => group.fields)
  const tell = (code: string): PortraitSentence[] => {
    const field = fields.find(one => one.code === code)
    const value = field && file.fields[field.fieldId]
    if (!field || value === undefined) return []
    const evidence = typedBy({ of: 'own', fieldId: field.fieldId })
    return [{ ...sentence('field', {}, evidence), field: fieldInWords(field, value) }]
  }
  return Object.fromEntries(
    Object.entries(portraitFields).map(([section, codes]) => [section, codes.flatMap(tell)]),
  )
}

function fieldInWords(field: FieldDefinition, value: FieldValue): PortraitSentence['field'] {
  const { code, name } = field
  const chosen = Array.isArray(value) ? value : [value]
  const isChoice = field.valueKind === 'choice' || field.valueKind === 'choices'
  const options = field.options.filter(({ optionId }) => isChoice && chosen.includes(optionId))
  const text = isChoice ? null : textOf(value)
  return { code, name, options: options.map(option => ({ code: option.code, name: option.name })), text }
}

/** A text for a portrait, which is shown around: ID numbers and phones in it are masked. */
function textOf(value: FieldValue): string {
  const text = shortText(String(value))
  if (isIdNumber(toIdNumber(text))) return maskIdNumber(toIdNumber(text))
  return text
    .replaceAll(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, maskIdNumber)
    .replaceAll(/(?<!\d)1[3-9]\d{9}(?!\d)/g, maskPhone)
}

/** The notes of service until a day, and what the newest says. */
function tellNotes(db: ReadableDb, customerId: number, asOf: CalendarDate): PortraitSentence[] {
  const notes = getEntries(db, customerId).flatMap(({ entryId, entry }) =>
    entry.kind === 'service' && entry.happenedOn <= asOf ? [{ entryId, ...entry }] : [],
  )
  const [newest] = notes
  if (!newest) return []
  const evidence: PortraitEvidence = {
    ...{ kind: 'entries', count: notes.length },
    ...{ firstOn: notes.at(-1)?.happenedOn ?? null, lastOn: newest.happenedOn },
    ids: notes.slice(0, mostEvidenceRows).map(({ entryId }) => entryId),
  }
  const values = { count: notes.length, day: newest.happenedOn, text: textOf(newest.note) }
  return [sentence('notes', values, evidence)]
}
