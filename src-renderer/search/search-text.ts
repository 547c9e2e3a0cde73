/** The terms of what was typed; each must be found. */
export function termsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter(term => term !== '')
}

const mostTermsTried = 4

/** What to search for with one term fewer, and which one is left out. Nothing for a single term, or for very many. */
export function textsWithoutOne(
  text: string,
): readonly { readonly without: string; readonly text: string }[] {
  const terms = termsOf(text)
  if (terms.length < 2 || terms.length > mostTermsTried) return []
  return terms.map((without, index) => ({ without, text: terms.toSpliced(index, 1).join(' ') }))
}

/** What a new customer would be made with: figures are a phone, anything else a name. Null for a few figures, such as the end of a phone. */
export type KnownOfCustomer = { readonly name: string } | { readonly phone: string }

export function knownFromText(text: string): KnownOfCustomer | null {
  const trimmed = text.trim()
  if (/^\d{1,6}$/.test(trimmed.replace(/[\s-]/g, ''))) return null
  return /^[+\d][\d\s-]{4,}$/.test(trimmed) ? { phone: trimmed } : { name: trimmed }
}
