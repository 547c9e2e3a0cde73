import type { CustomerKind } from '#shared/domain/customer.ts'
import type { FieldGroup } from '#shared/domain/field.ts'

/** The groups on the form of one kind of customer that have fields. */
export function groupsOfKind(groups: readonly FieldGroup[], kind: CustomerKind): readonly FieldGroup[] {
  return groups.filter(
    group =>
      group.isOn && group.fields.length > 0 && (group.customerKind === null || group.customerKind === kind),
  )
}
