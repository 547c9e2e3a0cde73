import { z } from 'zod'
import { CustomerId, type CustomerListRow } from './customer.ts'
import { fieldIdOf, OwnColumn } from './field.ts'

/** Fields of the default card that are written into cells of the list. Of contact points it is the one shown first. */
export const CardCell = z.enum([
  'kind',
  'name',
  'gender',
  'birthOn',
  'phone',
  'wechat',
  'email',
  'address',
  'region',
  'occupation',
  'source',
  'contactRefusedOn',
  'tags',
])
export type CardCell = z.infer<typeof CardCell>

/** A column of cells that can be written: of the card, or `field:<key>` for a field beyond it. */
export const CellColumn = z.union([CardCell, OwnColumn])
export type CellColumn = z.infer<typeof CellColumn>

/** How many cells one step may write: more are not shown as one act (and not undone as one). */
export const cellLimit = 200_000

/** How many rows one paste may fill. */
export const cellRowLimit = 50_000

/** One character more than the longest text that any cell holds: what is cut here is refused as too long all the same. */
const longestSent = 10_001
const longestPart = 1_000_000
const PackedTexts = z.array(z.string().max(1 << 20)).max(500)

/**
 * Texts for the cells of some customers in some columns; a null leaves its cell alone.
 *
 * Shape: `typed` and `seen` hold a text for each cell, row by row, packed by `packTexts`. `seen` is what the cell held
 * when it was typed into, as `seenText` writes it.
 */
export const CellBlock = z.object({
  customerIds: z.array(CustomerId).min(1).max(cellRowLimit),
  columns: z.array(CellColumn).min(1).max(100),
  typed: PackedTexts,
  seen: PackedTexts,
})
export type CellBlock = z.infer<typeof CellBlock>

/** Why a cell was left as it is. Texts: `cell-refusal.<code>`. `conflict`: it holds something else than was seen. */
export const CellRefusal = z.enum([
  ...(['required', 'too-long', 'text-invalid', 'number-invalid', 'money-invalid', 'day-invalid'] as const),
  ...([
    'choice-invalid',
    'evidence-missing',
    'kind-invalid',
    'gender-invalid',
    'birth-date-invalid',
    'region-unknown',
  ] as const),
  ...(['no-address', 'too-many-tags', 'other-kind', 'field-hidden', 'gone', 'conflict'] as const),
])
export type CellRefusal = z.infer<typeof CellRefusal>

/** Cells of one column that were left alone for one reason; `rows` are places in the list of customers. */
export const RefusedCells = z.object({
  column: CellColumn,
  reason: CellRefusal,
  rows: z.array(z.int().nonnegative()),
})
export type RefusedCells = z.infer<typeof RefusedCells>

/** What became of each cell: those not refused hold what was typed, `unchanged` of them did so already. */
export const CellsResult = z.object({
  changeSetId: z.int().nullable(),
  written: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  refused: z.array(RefusedCells),
})
export type CellsResult = z.infer<typeof CellsResult>

/** A new customer typed into the last row of the list: a text for each column. */
export const CellDraft = z.object({
  columns: CellBlock.shape.columns,
  typed: z.array(z.string().max(longestSent)).max(100),
})
export type CellDraft = z.infer<typeof CellDraft>

/**
 * Packs texts so that many cells cross the gate as few values.
 *
 * Shape: JSON lists of at most a million characters each; a text that no cell can hold is cut.
 * Example: packTexts(['样例', null]) -> ['["样例",null]']
 */
export function packTexts(texts: readonly (string | null)[]): string[] {
  const parts: string[] = []
  let part: string[] = []
  let length = 0
  for (const text of texts) {
    const json = JSON.stringify(text === null ? null : text.slice(0, longestSent))
    if (length + json.length > longestPart && part.length > 0) {
      parts.push(`[${part.join(',')}]`)
      part = []
      length = 0
    }
    part.push(json)
    length += json.length + 1
  }
  return part.length > 0 ? [...parts, `[${part.join(',')}]`] : parts
}

/** Unpacks what `packTexts` packed. Empty: undefined for anything else. */
export function unpackTexts(parts: readonly string[]): (string | null)[] | undefined {
  const texts: (string | null)[] = []
  for (const part of parts) {
    const list = Texts.safeParse(parseJson(part))
    if (!list.success) return undefined
    for (const text of list.data) texts.push(text)
  }
  return texts
}

const Texts = z.array(z.string().max(longestSent).nullable())

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Writes what a cell holds as one comparable text.
 *
 * Empty: '' for a cell without a value.
 * Example: the tags of a row with 老客 and 团购 -> '["老客","团购"]'; its phone -> '13800000001'
 */
export function seenText(row: CustomerListRow, column: CellColumn): string {
  const fieldId = fieldIdOf(column)
  const value = fieldId === null ? row[column as CardCell] : row.fields[fieldId]
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
