import { fieldValueText } from '#renderer/components/field-value-text.ts'
import { fieldName } from '#renderer/components/field-words.ts'
import type { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { Call, CallAnswer } from '#shared/domain/call-script.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { FieldDefinition } from '#shared/domain/field.ts'
import { type FieldValues, isEmptyValue } from '#shared/domain/field-value.ts'
import type { CallDraft } from './call-drafts.ts'

/** So much of an answer stands in the note of the call; the whole of it is in its field. Units: characters. */
const longestInNote = 1000

type Words = ReturnType<typeof useTranslation> & { readonly currency: CurrencyCode }

type CallFile = { readonly customerId: number; readonly fields: FieldValues }

/** Makes of what was noted what is saved: the answers that differ from the file, and the note of the call in words. */
export function callRequest(
  file: CallFile,
  fields: readonly FieldDefinition[],
  draft: CallDraft,
  words: Words,
): Call {
  const answers: CallAnswer[] = []
  const lines: string[] = []
  for (const field of fields) {
    const answer = draft.answers[field.fieldId]
    const seen = file.fields[field.fieldId]
    const value = isEmptyValue(answer ?? undefined) ? null : (answer ?? null)
    if (answer === undefined || JSON.stringify(value) === JSON.stringify(seen ?? null)) continue
    answers.push({ fieldId: field.fieldId, seen: seen ?? null, value })
    if (value === null) continue
    const text = fieldValueText(field, value, words)
    const short = text.length > longestInNote ? `${text.slice(0, longestInNote)}…` : text
    lines.push(words.t('calls.note.answer', { name: fieldName(field, words), value: short }))
  }
  const remarks = draft.remarks.trim()
  if (remarks !== '') lines.push(remarks)
  const note = lines.length > 0 ? [words.t('calls.note.head'), ...lines].join('\n') : null
  return { customerId: file.customerId, answers, note }
}

/** Tells whether there is anything to save. */
export function isNothing({ answers, note }: Call): boolean {
  return answers.length === 0 && note === null
}
