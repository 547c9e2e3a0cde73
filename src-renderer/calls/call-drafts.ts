import type { FieldValue } from '#shared/domain/field-value.ts'

/** A call that was not saved yet: the step, answers by the key of their field (null: cleared), and the remarks. */
export type CallDraft = {
  readonly step: number
  readonly answers: Readonly<Record<number, FieldValue | null>>
  readonly remarks: string
}

/** A call in which nothing was noted. */
export const newCall: CallDraft = { step: 0, answers: {}, remarks: '' }

/** Calls that were left unsaved. They live as long as the window: nothing personal is written outside the archive. */
const kept = new Map<string, CallDraft>()

/** The name under which a call is kept: one per customer. */
export function callKey(archiveToken: string, customerId: number): string {
  return `${archiveToken} ${customerId}`
}

/** Keeps a call; one in which nothing was noted is forgotten. */
export function keepCall(key: string, draft: CallDraft): void {
  if (isBlank(draft)) kept.delete(key)
  else kept.set(key, draft)
}

export function findCall(key: string): CallDraft | undefined {
  return kept.get(key)
}

export function dropCall(key: string): void {
  kept.delete(key)
}

/** Tells whether nothing was noted. */
export function isBlank({ answers, remarks }: CallDraft): boolean {
  return Object.keys(answers).length === 0 && remarks.trim() === ''
}
