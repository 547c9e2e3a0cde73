import { useState } from 'react'
import type { ComparedFile } from '#shared/contract/identities.contract.ts'
import { CardField } from '#shared/domain/card-field.ts'
import {
  type FieldSource,
  type FieldSources,
  mergedFields,
  proposeSources,
} from '#shared/domain/customer-merge.ts'

export type MergeChoices = ReturnType<typeof useMergeChoices>

/** Which of two files stays and whose value each field takes; what nobody chose follows the one that stays. */
export function useMergeChoices(files: readonly [ComparedFile, ComparedFile]) {
  const [left, right] = files
  const [survivorId, setSurvivorId] = useState(left.customerId)
  const [sources, setSources] = useState<FieldSources>({})
  const [survivor, other] = survivorId === left.customerId ? [left, right] : [right, left]
  const chosen = { ...proposeSources([survivor, other]), ...sources }
  const fields = CardField.options.filter(
    field => left.fields[field] !== null || right.fields[field] !== null,
  )
  return {
    survivor,
    other,
    chosen,
    /** Fields that at least one file has. */
    fields,
    /** Fields about which there is something to choose. */
    differing: fields.filter(field => left.fields[field] !== right.fields[field]),
    result: mergedFields([survivor, other], chosen),
    keep: setSurvivorId,
    choose: (field: CardField, source: FieldSource) => setSources(before => ({ ...before, [field]: source })),
  }
}
