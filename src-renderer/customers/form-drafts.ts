import type { CustomerDraft } from '#shared/domain/customer.ts'
import type { FormValues } from './form-values.ts'

/** A form that was left unsaved, with what the archive held when it was opened. */
export type KeptDraft = { readonly values: FormValues; readonly seen: CustomerDraft }

/** Forms that were left unsaved. They live as long as the window: nothing personal is written outside the archive. */
const kept = new Map<string, KeptDraft>()

/** The name under which a form is kept: one per customer, and one for a new card. */
export function draftKey(archiveToken: string, customerId: number | null): string {
  return `${archiveToken} ${customerId ?? 'new'}`
}

export function keepDraft(key: string, draft: KeptDraft): void {
  kept.set(key, draft)
}

export function findDraft(key: string): KeptDraft | undefined {
  return kept.get(key)
}

export function dropDraft(key: string): void {
  kept.delete(key)
}

/** What was typed into the card that was saved last, by archive; for filling a field with the same again. */
const saved = new Map<string, FormValues>()

export function noteSaved(archiveToken: string, values: FormValues): void {
  saved.set(archiveToken, values)
}

export function findLastSaved(archiveToken: string): FormValues | undefined {
  return saved.get(archiveToken)
}
