import {
  type CardFilterField,
  FilterCondition,
  FilterField,
  type FilterKind,
  type FilterTest,
  filterFields,
  filterKindOf,
  ownFieldId,
  testsOfKind,
} from '#shared/domain/customer-filter.ts'
import type { FieldDefinition, FieldGroup } from '#shared/domain/field.ts'

/** A condition as it is being entered; what belongs to another test is not asked for. */
export type ConditionDraft = {
  readonly field: FilterField
  readonly test: FilterTest
  readonly text?: unknown
  readonly values?: unknown
  readonly from?: unknown
  readonly to?: unknown
  readonly days?: unknown
}

/** Finds a field beyond the default card that is on the form. */
export function findOwnField(groups: readonly FieldGroup[], field: FilterField): FieldDefinition | undefined {
  const fieldId = ownFieldId(field)
  const shown = groups.filter(({ isOn }) => isOn).flatMap(({ fields }) => fields)
  return shown.find(one => one.fieldId === fieldId)
}

/** What a field holds for a filter. Empty: undefined for a field that is no longer on the form. */
export function kindOfField(groups: readonly FieldGroup[], field: FilterField): FilterKind | undefined {
  if (ownFieldId(field) === null) return filterFields[field as CardFilterField]
  const own = findOwnField(groups, field)
  return own && filterKindOf[own.valueKind]
}

/** The draft of a field that was just chosen, with its most usual test. */
export function newDraft(field: FilterField, kind: FilterKind): ConditionDraft {
  return { field, test: testsOfKind[kind][0] }
}

const fieldOfColumn: Readonly<Record<string, CardFilterField>> = { tags: 'tag', days: 'lastOn' }

/** The field that a column of the list shows. Empty: undefined for a column that is no field of a filter. */
export function filterFieldOf(columnKey: string): FilterField | undefined {
  const read = FilterField.safeParse(fieldOfColumn[columnKey] ?? columnKey)
  return read.success ? read.data : undefined
}

/** The column of the list that shows what a field of a filter holds; a key that no column has where none does. */
export function columnOfFilterField(field: FilterField): string {
  const found = Object.entries(fieldOfColumn).find(([column, one]) => one === field && column !== 'days')
  return found?.[0] ?? field
}

/** The condition of a draft. Empty: undefined while something of it is missing or not understood. */
export function conditionOf(draft: ConditionDraft): FilterCondition | undefined {
  const { test, from = null, to = null } = draft
  const isRange = test === 'number-between' || test === 'day-between'
  if (isRange && from === null && to === null) return undefined
  const read = FilterCondition.safeParse({ ...draft, ...(isRange ? { from, to } : {}) })
  return read.success ? read.data : undefined
}
