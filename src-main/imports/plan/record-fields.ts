import type { ConflictPolicy } from '#shared/domain/conflict-policy.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'

/** A value of a field as it is stored: its rows in their order. */
export type FieldParts = readonly (string | number)[]

/** A field whose value an import changes; `before` is empty where the archive has none. */
export type FieldChange = {
  readonly fieldId: number
  readonly before: FieldParts
  readonly after: FieldParts
}

/** What the archive has of a customer, and whose word counts. */
type FieldRules = {
  readonly known: ReadonlyMap<number, FieldParts>
  readonly policyOf: (fieldId: number) => ConflictPolicy
  /** Whether what is stated now is newer than what was stated at a time, null: than what the archive has. */
  readonly isNewer: (stated: string | null) => boolean
}

const noParts: FieldParts = []
const noValues: ReadonlyMap<number, FieldParts> = new Map()

/** The values of the fields beyond the default card that an import gives one customer, while its rows are folded. */
export class RecordFields {
  private values = noValues
  private times: ReadonlyMap<number, string> = new Map()

  /** Folds in what a row states at a time. True when it changes a value. */
  apply(stated: ReadonlyMap<number, FieldValue>, at: string, rules: FieldRules): boolean {
    const values = new Map(this.values)
    const times = new Map(this.times)
    let isChanged = false
    for (const [fieldId, value] of stated) {
      const current = values.get(fieldId) ?? rules.known.get(fieldId)
      if (!mayReplace(current, rules.policyOf(fieldId), this.times.get(fieldId) ?? null, rules)) continue
      times.set(fieldId, at)
      const parts: FieldParts = Array.isArray(value) ? value : [value as string | number]
      if (current !== undefined && isSame(current, parts)) continue
      values.set(fieldId, parts)
      isChanged = true
    }
    this.values = values
    this.times = times
    return isChanged
  }

  /** By field: what the import states, changed or not; replaced as a whole when it changes. */
  get stated(): ReadonlyMap<number, FieldParts> {
    return this.values
  }

  /** Lists the fields that differ from what the archive has. */
  changes(known: ReadonlyMap<number, FieldParts>): FieldChange[] {
    return [...this.values].flatMap(([fieldId, after]) => {
      const before = known.get(fieldId) ?? noParts
      return isSame(before, after) ? [] : [{ fieldId, before, after }]
    })
  }
}

function mayReplace(
  current: FieldParts | undefined,
  policy: ConflictPolicy,
  stated: string | null,
  { isNewer }: FieldRules,
): boolean {
  if (policy === 'skip') return false
  if (current === undefined) return true
  if (policy === 'fill-blanks' && stated === null) return false
  return (policy === 'overwrite' && stated === null) || isNewer(stated)
}

function isSame(one: FieldParts, other: FieldParts): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index])
}
