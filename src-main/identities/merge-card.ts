import { cardColumns, shownCardValue } from '#main/customers/card-column.service.ts'
import type { MergeCard } from '#shared/domain/customer-merge.ts'
import type { StoredFile } from './merge.queries.ts'

/**
 * Gathers the fields of cards that a merge chooses between, as they may be shown. Two different ID numbers that look alike
 * with their middle hidden are told apart by a count.
 *
 * Example: numbers 1…A…5 and 1…B…5 -> '1****************5 (1)' and '1****************5 (2)'
 */
export function mergeCardsOf(files: readonly [StoredFile, ...StoredFile[]]): [MergeCard, ...MergeCard[]] {
  const [first, ...others] = files.map(file => ({
    customerId: file.customer_id,
    fields: Object.fromEntries(
      cardColumns.map(([field, column]) => [field, shownCardValue(column, file[column])]),
    ) as MergeCard['fields'],
  }))
  if (!first) throw new Error('a merge has files')
  const cards: [MergeCard, ...MergeCard[]] = [first, ...others]
  const numbers = [...new Set(files.flatMap(file => file.id_number ?? []))]
  return cards.map((card, index) => {
    const number = files[index]?.id_number ?? null
    const shown = card.fields.idNumber
    const alike = numbers.filter(one => shownCardValue('id_number', one) === shown)
    if (number === null || alike.length < 2) return card
    return { ...card, fields: { ...card.fields, idNumber: `${shown} (${alike.indexOf(number) + 1})` } }
  }) as [MergeCard, ...MergeCard[]]
}
