import type { SearchHit } from '#shared/contract/search.contract.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { type KnownOfCustomer, knownFromText } from './search-text.ts'

/** One line of the drop-down that can be chosen with the arrows. */
export type SearchChoice =
  | { readonly kind: 'hit'; readonly key: string; readonly hit: SearchHit }
  | { readonly kind: 'text'; readonly key: string; readonly label: string; readonly text: string }
  | { readonly kind: 'create'; readonly key: string; readonly label: string; readonly known: KnownOfCustomer }

export function choicesOfHits(hits: readonly SearchHit[]): readonly SearchChoice[] {
  return hits.map(hit => ({ kind: 'hit', key: `hit-${hit.customer.customerId}`, hit }))
}

export function choicesOfRecent(texts: readonly string[]): readonly SearchChoice[] {
  return texts.map(text => ({ kind: 'text', key: `recent-${text}`, label: text, text }))
}

/** Ways on when nothing was found: one term fewer, or a new customer of that name or phone. */
export function choicesOfNothing(
  text: string,
  fewer: readonly { readonly without: string; readonly text: string; readonly total: number }[],
  t: Translate,
): readonly SearchChoice[] {
  const known = knownFromText(text)
  const labelOf = (one: KnownOfCustomer) =>
    'phone' in one ? t('search.createPhone', { text: one.phone }) : t('search.create', { text: one.name })
  return [
    ...fewer.map(
      ({ without, text: rest, total }): SearchChoice => ({
        kind: 'text',
        key: `without-${without}`,
        label: t('search.without', { term: without, count: total }),
        text: rest,
      }),
    ),
    ...(known ? [{ kind: 'create', key: 'create', label: labelOf(known), known } as const] : []),
  ]
}
