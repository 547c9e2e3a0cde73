import { readRegion } from '#main/customers/region.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { parseBirthDate } from '#shared/domain/birth-date-text.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { readGenderWord } from '#shared/domain/choice-words.ts'
import { ContactPoint, CustomerDraft } from '#shared/domain/customer.ts'
import { isIdNumber, toIdNumber } from '#shared/domain/id-number.ts'
import { birthImplausibility, phoneImplausibility } from '#shared/domain/plausibility.ts'
import type { MendableField, QualityKind } from '#shared/domain/quality.ts'
import { toStoredText } from '#shared/domain/text.ts'

/**
 * Reads what was typed in place of a wrong value, as it is stored.
 *
 * Empty: null for an empty text: the value is taken away.
 * Errors: field-value-invalid (with `field` and `issue`) for what would be listed as wrong again.
 * Example: 'birthOn', '88.3.9' -> '1988-03-09'; 'phone', '1380000110' -> phone-undiallable
 */
export function readTyped(
  db: ReadableDb,
  kind: QualityKind,
  field: MendableField,
  typed: string,
  today: CalendarDate,
): string | null {
  const text = toStoredText(typed)
  if (text === '') return null
  const refuse = (issue: string) => new AppError('field-value-invalid', { field, issue })
  switch (field) {
    case 'phone':
      if (phoneImplausibility(text) !== null) throw refuse('phone-undiallable')
      return text
    case 'birthOn': {
      const birthOn = parseBirthDate(text, today)
      if (birthOn === null || birthImplausibility(birthOn, today) !== null) throw refuse('birth-date-invalid')
      return birthOn
    }
    case 'idNumber': {
      const idNumber = toIdNumber(text)
      if (!isIdNumber(idNumber)) throw refuse('id-number-invalid')
      return idNumber
    }
    case 'gender': {
      const gender = readGenderWord(text.normalize('NFKC'))
      if (gender === undefined) throw refuse('gender-invalid')
      return gender
    }
    case 'address': {
      const { province, confidence } = readRegion(db, text)
      if (kind === 'region' && (province === null || confidence === 'unclear')) throw refuse('region-unknown')
      return limited(text, ContactPoint.shape.value.safeParse(text).success, refuse)
    }
    case 'email':
    case 'wechat':
      return limited(text, ContactPoint.shape.value.safeParse(text).success, refuse)
    default:
      return limited(text, CustomerDraft.shape[field].safeParse(text).success, refuse)
  }
}

function limited(text: string, isShort: boolean, refuse: (issue: string) => AppError): string {
  if (!isShort) throw refuse('too-long')
  return text
}
