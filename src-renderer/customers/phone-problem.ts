import { isMaskedPhone, isPhonePlausible, isVirtualPhone, toPhoneKey } from '#shared/domain/text.ts'

/** What is odd about a phone number; the ending of the text's key. It can be saved all the same. */
export type PhoneProblem = {
  readonly kind: 'short' | 'odd' | 'masked' | 'virtual'
  readonly digitCount: number
}

const mobileDigits = 11

/** Looks at a phone number as typed; null when it can be called, or when there is none. */
export function findPhoneProblem(typed: string): PhoneProblem | null {
  const text = typed.trim()
  if (text === '') return null
  const digits = toPhoneKey(text)
  const digitCount = digits.length
  if (isMaskedPhone(text)) return { kind: 'masked', digitCount }
  if (isVirtualPhone(text)) return { kind: 'virtual', digitCount }
  if (isPhonePlausible(text)) return null
  const isNumber = digitCount > 0 && !/\p{L}/u.test(text)
  const isCut = digitCount < 5 || (/^1[3-9]/.test(digits) && digitCount < mobileDigits)
  return { kind: isNumber && isCut ? 'short' : 'odd', digitCount }
}
