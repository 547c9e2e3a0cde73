import { z } from 'zod'
import { CustomerId } from './customer.ts'
import { FieldId } from './field.ts'
import { FieldValue } from './field-value.ts'

/** The steps of a call, in order, each with the codes of the fields that take its answers. */
export const callSteps = [
  { step: 'introduce', fieldCodes: [] },
  { step: 'identify', fieldCodes: [] },
  { step: 'needs', fieldCodes: ['purchase-channels', 'brand-preference', 'opinion'] },
  { step: 'troubles', fieldCodes: ['troubles', 'expectations', 'improvements'] },
  { step: 'thanks', fieldCodes: [] },
] as const satisfies readonly { readonly step: string; readonly fieldCodes: readonly string[] }[]

/** A step of a call. */
export const CallStep = z.enum(callSteps.map(({ step }) => step))
export type CallStep = z.infer<typeof CallStep>

/** Words of one's own by language and step; a step without any has the standard words. `{name}` and `{shop}` stand for names. */
export const CallWords = z.partialRecord(
  z.enum(['zh-CN', 'en']),
  z.partialRecord(CallStep, z.string().trim().min(1).max(2000, { error: 'too-long' })),
)
export type CallWords = z.infer<typeof CallWords>

/** An answer that was typed: the field, what the file held when it was typed, and what it holds now. Empty: null. */
export const CallAnswer = z.object({
  fieldId: FieldId,
  seen: FieldValue.nullable(),
  value: FieldValue.nullable(),
})
export type CallAnswer = z.infer<typeof CallAnswer>

/** What a call gave: answers for fields of the file, and the note of the call in words. Empty: note null. */
export const Call = z.object({
  customerId: CustomerId,
  answers: z.array(CallAnswer).max(50),
  note: z.string().trim().min(1, { error: 'required' }).max(10_000, { error: 'too-long' }).nullable(),
})
export type Call = z.infer<typeof Call>
