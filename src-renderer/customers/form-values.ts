import { typedCardFields } from '#shared/domain/card-field.ts'
import type { ContactPoint, ContactPointKind, CustomerDraft } from '#shared/domain/customer.ts'
import type { FieldGroup } from '#shared/domain/field.ts'
import { type FieldValue, type FieldValues, isEmptyValue } from '#shared/domain/field-value.ts'
import { toIdNumber } from '#shared/domain/id-number.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import type { PickedRegions } from './address-regions.ts'

/** What the fields of the form hold. Texts are as typed; an empty field is ''. Names that the schema has too are its names. */
export type FormValues = Pick<CustomerDraft, 'kind' | 'cardType'> & {
  readonly name: string
  readonly gender: 'female' | 'male' | 'none'
  readonly birthOn: string
  /** As typed, or the masked text of the one that is stored. */
  readonly idNumber: string
  readonly occupation: string
  readonly source: string
  readonly note: string
  readonly isRefused: boolean
  readonly contactRefusedOn: string
  readonly tags: readonly string[]
  readonly addressRegions: PickedRegions
  /** By field; a text where what was typed is no value of the field. */
  readonly fields: Readonly<Record<string, FieldValue | null | undefined>>
} & { readonly [K in ContactPointKind]: readonly string[] }

/** The order in which main gives contact points, so that an untouched form is the same as what is stored. */
const kindsInOrder: readonly ContactPointKind[] = ['wechat', 'phone', 'email', 'address']

/** A new card. */
export const emptyDraft: CustomerDraft = {
  kind: 'individual',
  cardType: 'active',
  name: '',
  gender: null,
  birthOn: null,
  idNumber: null,
  occupation: null,
  source: null,
  note: null,
  contactRefusedOn: null,
  contactPoints: [],
  tags: [],
  fields: {},
}

/** A new card with the defaults of its fields. */
export function emptyDraftWith(groups: readonly FieldGroup[]): CustomerDraft {
  const fields = groups.filter(group => group.isOn).flatMap(group => group.fields)
  const defaults = fields.flatMap(({ fieldId, defaultValue }) =>
    defaultValue === null ? [] : [[fieldId, defaultValue] as const],
  )
  return { ...emptyDraft, fields: Object.fromEntries(defaults) }
}

/** What of a customer's file the form edits. */
export function draftOf(file: CustomerFile): CustomerDraft {
  const card = Object.fromEntries(typedCardFields.map(field => [field, file[field]])) as Pick<
    CustomerDraft,
    (typeof typedCardFields)[number]
  >
  return {
    ...card,
    contactPoints: file.contactPoints.map(({ kind, value }) => ({ kind, value })),
    tags: file.tags,
    fields: file.fields,
  }
}

/** Fills the fields; every kind of contact has at least one to write in. */
export function toValues(draft: CustomerDraft): FormValues {
  const valuesOf = (kind: ContactPointKind) => {
    const values = draft.contactPoints.filter(point => point.kind === kind).map(point => point.value)
    return values.length > 0 ? values : ['']
  }
  return {
    kind: draft.kind,
    cardType: draft.cardType,
    name: draft.name,
    gender: draft.gender ?? 'none',
    birthOn: draft.birthOn ?? '',
    idNumber: draft.idNumber ?? '',
    occupation: draft.occupation ?? '',
    source: draft.source ?? '',
    note: draft.note ?? '',
    isRefused: draft.contactRefusedOn !== null,
    contactRefusedOn: draft.contactRefusedOn ?? '',
    tags: draft.tags,
    addressRegions: Object.fromEntries(
      draft.contactPoints.flatMap(({ value, correctedRegion }) =>
        correctedRegion ? [[value, correctedRegion]] : [],
      ),
    ),
    fields: draft.fields,
    phone: valuesOf('phone'),
    address: valuesOf('address'),
    email: valuesOf('email'),
    wechat: valuesOf('wechat'),
  }
}

const textOrNull = (text: string | undefined) => text?.trim() || null

/** A masked text stays as it is, to be known as what was given. */
function idNumberOf(typed: string): string | null {
  const text = textOrNull(typed)
  return text === null || text.includes('*') ? text : toIdNumber(text)
}

/** Reads the fields; one left empty holds nothing. */
export function toDraft(values: FormValues): CustomerDraft {
  return {
    kind: values.kind,
    cardType: values.cardType,
    name: values.name.trim(),
    gender: values.gender === 'none' ? null : values.gender,
    birthOn: textOrNull(values.birthOn),
    idNumber: idNumberOf(values.idNumber),
    occupation: textOrNull(values.occupation),
    source: textOrNull(values.source),
    note: textOrNull(values.note),
    contactRefusedOn: (values.isRefused
      ? textOrNull(values.contactRefusedOn)
      : null) as CustomerDraft['contactRefusedOn'],
    contactPoints: kindsInOrder.flatMap(kind =>
      values[kind].flatMap(value => (value?.trim() ? [pointOf(kind, value, values.addressRegions)] : [])),
    ),
    tags: values.tags.map(tag => tag.trim()).filter(tag => tag !== ''),
    fields: filledFields(values.fields),
  }
}

function filledFields(fields: FormValues['fields']): FieldValues {
  const filled = Object.entries(fields).flatMap(([key, value]) => {
    const written = typeof value === 'string' ? value.trim() : (value ?? undefined)
    return isEmptyValue(written) ? [] : [[key, written] as const]
  })
  return Object.fromEntries(filled)
}

function pointOf(kind: ContactPointKind, typed: string, regions: PickedRegions): ContactPoint {
  const correctedRegion = kind === 'address' ? regions[typed] : undefined
  return { kind, value: typed.trim(), ...(correctedRegion ? { correctedRegion } : {}) }
}

/** Says whether two values of a draft are the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
