import { z } from 'zod'
import { CardField } from './card-field.ts'
import { CustomerId } from './customer.ts'

/** Whose value a merged card takes; `both` puts two notes one below the other. */
export const FieldSource = z.union([CustomerId, z.literal('both')])
export type FieldSource = z.infer<typeof FieldSource>

/** Choices of the operator per field; a field without one takes what `proposeSources` says. */
export const FieldSources = z.partialRecord(CardField, FieldSource)
export type FieldSources = z.infer<typeof FieldSources>

/** The card of one file that is to be merged. */
export const MergeCard = z.object({
  customerId: CustomerId,
  fields: z.record(CardField, z.string().nullable()),
})
export type MergeCard = z.infer<typeof MergeCard>

/** A part of a file that can go to either side of a split. */
export const PartKind = z.enum([
  'order',
  'contact-point',
  'tag',
  'field-value',
  'identity',
  'balance',
  'entry',
  'funnel-step',
  'credit-record',
  'attachment',
])
export type PartKind = z.infer<typeof PartKind>

/** The two files of a split: the one that stays, and the one that comes back. */
export const SplitSide = z.enum(['survivor', 'other'])
export type SplitSide = z.infer<typeof SplitSide>

/** Why a later part is proposed for a side. `unknown`: nothing tells, so it stays. */
export const SplitReason = z.enum(['buyer-id', 'shop', 'receiver-phone', 'receiver-name', 'unknown'])
export type SplitReason = z.infer<typeof SplitReason>

/** Something that came to the merged file after the merge. */
export const LaterPart = z.object({
  kind: PartKind,
  id: z.int().positive(),
  /** Order number, phone, tag, buyer ID, what a field holds; '' for a choice. */
  label: z.string(),
  day: z.string().nullable(),
  netMinor: z.int().nullable(),
  proposed: SplitSide,
  reason: SplitReason,
})
export type LaterPart = z.infer<typeof LaterPart>

/** A field of the merged card that was edited after the merge. */
export const LaterEdit = z.object({
  field: CardField,
  /** What the merged card held right after the merge. */
  merged: z.string().nullable(),
  now: z.string().nullable(),
})
export type LaterEdit = z.infer<typeof LaterEdit>

/** What splitting a merged file off again would do. */
export const SplitPreview = z.object({
  mergeId: z.int().positive(),
  customerId: CustomerId,
  archiveNumber: z.string(),
  name: z.string(),
  survivorId: CustomerId,
  survivorArchiveNumber: z.string(),
  survivorName: z.string(),
  mergedAt: z.string(),
  /** What goes back by itself. */
  returning: z.record(PartKind, z.int()),
  later: z.array(LaterPart),
  edits: z.array(LaterEdit),
  /** Parts that were removed from the merged file since; they come back unless the operator says otherwise. */
  removed: z.array(z.object({ kind: PartKind, id: z.int().positive(), label: z.string() })),
})
export type SplitPreview = z.infer<typeof SplitPreview>

/** What becomes of later parts, edits and removed parts. `proposed` follows the preview. */
export const SplitChoices = z.object({
  later: z.enum(['proposed', 'survivor', 'other']),
  parts: z.array(z.object({ kind: PartKind, id: z.int().positive(), side: SplitSide })).max(10_000),
  /** `before`: the merged card takes the value of before the merge. A field without a choice stays as edited. */
  edits: z.partialRecord(CardField, z.enum(['survivor', 'other', 'before'])),
  removed: z.enum(['restore', 'leave']),
})
export type SplitChoices = z.infer<typeof SplitChoices>

/** Choices of one who is asked nothing: later parts go where they belong, edits stay, what was removed comes back. */
export const proposedSplit: SplitChoices = { later: 'proposed', parts: [], edits: {}, removed: 'restore' }

/**
 * Says which file each field of a merged card is taken from when nobody chose: the survivor's value, or the first that is
 * filled; a real name before a masked one or a number; the earliest refusal, since refusals are binding; both notes.
 *
 * Shape: the survivor first in `cards`.
 * Example: survivor without a birth date, other born 1990-01-01 -> birthOn from the other
 */
export function proposeSources(cards: readonly [MergeCard, ...MergeCard[]]): Record<CardField, FieldSource> {
  const [survivor] = cards
  const firstFilled = (field: CardField) =>
    cards.find(card => card.fields[field] !== null)?.customerId ?? survivor.customerId
  const sources = Object.fromEntries(CardField.options.map(field => [field, firstFilled(field)])) as Record<
    CardField,
    FieldSource
  >
  sources.name = cards.find(card => isRealName(card.fields.name))?.customerId ?? survivor.customerId
  sources.cardType = cards.find(card => card.fields.cardType === 'active')?.customerId ?? survivor.customerId
  sources.contactRefusedOn = earliestRefusal(cards)?.customerId ?? survivor.customerId
  const notes = new Set(cards.map(card => card.fields.note).filter(note => note !== null))
  if (notes.size > 1) sources.note = 'both'
  return sources
}

/**
 * Tells the values of a merged card.
 *
 * Example: notes 甲 and 乙 with source 'both' -> 甲 and 乙 on two lines
 */
export function mergedFields(
  cards: readonly [MergeCard, ...MergeCard[]],
  sources: FieldSources,
): Record<CardField, string | null> {
  const proposed = proposeSources(cards)
  const chosenValue = (field: CardField) => {
    const source = sources[field] ?? proposed[field]
    if (source === 'both') return joinNotes(cards.map(card => card.fields[field]))
    return cards.find(card => card.customerId === source)?.fields[field] ?? null
  }
  return Object.fromEntries(CardField.options.map(field => [field, chosenValue(field)])) as Record<
    CardField,
    string | null
  >
}

/**
 * Puts notes one below the other, each once.
 *
 * Empty: null when there is none.
 */
export function joinNotes(notes: readonly (string | null)[]): string | null {
  const kept = [...new Set(notes.filter(note => note !== null && note !== ''))]
  return kept.length > 0 ? kept.join('\n') : null
}

function isRealName(name: string | null): boolean {
  return name !== null && !/[*＊]/.test(name) && !/^[\d+\s()-]{5,}$/.test(name)
}

function earliestRefusal(cards: readonly MergeCard[]): MergeCard | undefined {
  const refused = cards.filter(card => card.fields.contactRefusedOn !== null)
  return refused.sort((one, other) =>
    (one.fields.contactRefusedOn ?? '') < (other.fields.contactRefusedOn ?? '') ? -1 : 1,
  )[0]
}
