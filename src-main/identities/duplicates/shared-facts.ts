import type { ReadableDb } from '#main/database/db.ts'
import { maskContactPoint } from '#shared/domain/masking.ts'
import { isMaskedPhone, isVirtualPhone, toSearchText } from '#shared/domain/text.ts'
import { type ContactKind, iterateBirthdays, iterateSharedPoints } from './duplicate.queries.ts'
import type { SharedFact } from './pair-book.ts'

/** How a long search reports and is stopped. `progress` is 0..1. */
export type SearchJob = { readonly isCancelled: () => boolean; readonly progress: (progress: number) => void }

/** Of one contact point no more owners than this are looked at. */
const mostOwners = 500

/**
 * Lists what several customers share: contact points that name somebody, and name with birthday.
 *
 * Cost: two passes, and a step for each shared contact point. `throwIfCancelled` is called between them.
 */
export function listSharedFacts(db: ReadableDb, throwIfCancelled: () => void): SharedFact[] {
  return [...sharedContacts(db, throwIfCancelled), ...sharedBirthdays(db, throwIfCancelled)]
}

function sharedContacts(db: ReadableDb, throwIfCancelled: () => void): SharedFact[] {
  const facts: SharedFact[] = []
  let owners: { readonly key: string; readonly kind: ContactKind; readonly ids: Set<number> } | undefined
  const close = () => {
    if (owners && owners.ids.size > 1)
      facts.push({
        kind: owners.kind,
        shown: maskContactPoint(owners.kind, owners.key),
        customerIds: [...owners.ids],
      })
  }
  let count = 0
  for (const [key, kind, customerId, value] of iterateSharedPoints(db)) {
    if (++count % 1000 === 0) throwIfCancelled()
    if (owners?.key !== key || owners.kind !== kind) {
      close()
      owners = { key, kind, ids: new Set() }
    }
    const isCounted = owners.ids.size < mostOwners && isPersonal(key, kind)
    if (isCounted && (value === null || namesSomebody(value))) owners.ids.add(customerId)
  }
  close()
  return facts
}

/** A key of hidden digits, a service number or a bare district is shared by strangers. */
function isPersonal(key: string, kind: ContactKind): boolean {
  if (kind === 'phone') return /^\d{7,15}$/.test(key) && !/^[48]00\d{7}$/.test(key)
  if (kind === 'address') return key.length >= 8 && /[\d号室栋幢单元]/.test(key) && !/[*＊]/.test(key)
  return !/[*＊]/.test(key)
}

function namesSomebody(phone: string): boolean {
  return !isMaskedPhone(phone) && !isVirtualPhone(phone)
}

function sharedBirthdays(db: ReadableDb, throwIfCancelled: () => void): SharedFact[] {
  const byBirthday = new Map<string, number[]>()
  let count = 0
  for (const [customerId, name, birthOn] of iterateBirthdays(db)) {
    if (++count % 10_000 === 0) throwIfCancelled()
    const key = `${birthOn} ${toSearchText(name)}`
    const same = byBirthday.get(key)
    if (same) same.push(customerId)
    else byBirthday.set(key, [customerId])
  }
  return [...byBirthday.values()]
    .filter(ids => ids.length > 1)
    .map(customerIds => ({ kind: 'birthday' as const, shown: null, customerIds }))
}
