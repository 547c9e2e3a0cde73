/** `isExact` is false where the birth date leaves one year open. */
export type Age = { readonly years: number; readonly isExact: boolean }

/**
 * The age on a day, as far as a birth date (YYYY, YYYY-MM, YYYY-MM-DD) tells it. Null without the year, or when the birth lies ahead.
 *
 * Example: ageOn('1988-03-09', '2026-11-21') -> 38, exact; ageOn('1988-11', '2026-11-21') -> 38, not exact
 */
export function ageOn(birthOn: string | null, day: string): Age | null {
  if (birthOn === null || birthOn.startsWith('--')) return null
  const known = day.slice(0, birthOn.length)
  if (birthOn > known) return null
  const isBeforeBirthday = known.slice(5) < birthOn.slice(5)
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4)) - (isBeforeBirthday ? 1 : 0)
  const isExact =
    birthOn.length === 10 ||
    (birthOn.length === 7 && known !== birthOn && known.slice(5) !== birthOn.slice(5))
  return { years, isExact }
}
