import type { DuplicateConfidence, DuplicateReason } from '#shared/domain/duplicate.ts'
import { toSearchText } from '#shared/domain/text.ts'
import type { ComparedCustomer, ContactKind } from './duplicate.queries.ts'

/** Customers who have the same contact point, or the same name and birthday. `shown`: its masked value. */
export type SharedFact = {
  readonly kind: ContactKind | 'birthday'
  readonly shown: string | null
  readonly customerIds: readonly number[]
}

/** Two customers who may be one; the lower id first. */
export type FoundPair = {
  readonly lowId: number
  readonly highId: number
  readonly reasons: ReadonlyMap<DuplicateReason, string | null>
  readonly confidence: DuplicateConfidence
  readonly isSafe: boolean
}

/**
 * Each two of a group are compared up to this size. More different names than this share a shop's number or a pick-up
 * point, and say nothing about each other.
 */
const mostEach = 6

const strong: ReadonlySet<DuplicateReason> = new Set(['phone', 'email', 'wechat'])
const byStrength: readonly DuplicateReason[] = [
  'phone-and-name',
  'phone',
  'email',
  'wechat',
  'name-and-address',
  'name-and-birthday',
  'address',
]

/**
 * Makes pairs of customers who share something. Within a large group only equal names are paired, each with the first of
 * that name, so that the work grows with the customers and not with their square.
 *
 * Shape: each pair once, with all its reasons; the likeliest first.
 * Example: two customers with one phone and one name -> high and safe; with different names -> medium
 */
export function makePairs(
  facts: readonly SharedFact[],
  customers: ReadonlyMap<number, ComparedCustomer>,
  hasBuyerIdsOfOneShop: (one: number, other: number) => boolean,
): FoundPair[] {
  const drafts = new Map<
    string,
    { lowId: number; highId: number; reasons: Map<DuplicateReason, string | null> }
  >()
  for (const fact of facts)
    for (const [one, other] of pairsOf(fact, customers)) {
      const [lowId, highId] =
        one.customerId < other.customerId
          ? [one.customerId, other.customerId]
          : [other.customerId, one.customerId]
      const key = `${lowId} ${highId}`
      const draft = drafts.get(key) ?? { lowId, highId, reasons: new Map() }
      drafts.set(key, draft)
      const reason = reasonOf(fact.kind, hasEqualName(one, other))
      if (reason && !draft.reasons.has(reason)) draft.reasons.set(reason, fact.shown)
    }
  return [...drafts.values()]
    .filter(draft => draft.reasons.size > 0)
    .map(draft => judge(draft, customers, hasBuyerIdsOfOneShop))
    .sort(byConfidence)
}

/** Says whether two names are one name that names somebody: not masked, not a number. */
function hasEqualName(one: ComparedCustomer, other: ComparedCustomer): boolean {
  const name = nameKey(one)
  return name !== '' && name === nameKey(other)
}

const nameKeys = new WeakMap<ComparedCustomer, string>()

/** Folding a name takes longer than all else that is done with a pair: once for each customer. */
function nameKey(customer: ComparedCustomer): string {
  const known = nameKeys.get(customer)
  if (known !== undefined) return known
  const { name } = customer
  const key = /[*＊]/.test(name) || /^[\d+\s()-]{5,}$/.test(name) ? '' : toSearchText(name)
  nameKeys.set(customer, key)
  return key
}

function* pairsOf(
  { customerIds }: SharedFact,
  customers: ReadonlyMap<number, ComparedCustomer>,
): Generator<readonly [ComparedCustomer, ComparedCustomer]> {
  const byName = new Map<string, ComparedCustomer[]>()
  for (const id of customerIds) {
    const customer = customers.get(id)
    if (!customer) continue
    const name = nameKey(customer) || `${id}`
    const same = byName.get(name) ?? []
    byName.set(name, same)
    same.push(customer)
  }
  const namesakes = [...byName.values()]
  for (const same of namesakes)
    yield* same.length > mostEach
      ? same.slice(1).map(other => [same[0] ?? other, other] as const)
      : eachTwo(same)
  if (namesakes.length <= mostEach) yield* eachTwo(namesakes.flatMap(([first]) => (first ? [first] : [])))
}

function* eachTwo<T>(items: readonly T[]): Generator<readonly [T, T]> {
  for (const [index, one] of items.entries()) for (const other of items.slice(index + 1)) yield [one, other]
}

function reasonOf(kind: SharedFact['kind'], isSameName: boolean): DuplicateReason | null {
  switch (kind) {
    case 'phone':
      return isSameName ? 'phone-and-name' : 'phone'
    case 'address':
      return isSameName ? 'name-and-address' : 'address'
    case 'birthday':
      return isSameName ? 'name-and-birthday' : null
    default:
      return kind
  }
}

function judge(
  draft: { lowId: number; highId: number; reasons: Map<DuplicateReason, string | null> },
  customers: ReadonlyMap<number, ComparedCustomer>,
  hasBuyerIdsOfOneShop: (one: number, other: number) => boolean,
): FoundPair {
  const { lowId, highId } = draft
  const [one, other] = [customers.get(lowId), customers.get(highId)]
  if (!one || !other) throw new Error('both of a pair were read')
  const reasons = new Map(
    byStrength.filter(code => draft.reasons.has(code)).map(code => [code, draft.reasons.get(code) ?? null]),
  )
  const strongCount = [...reasons.keys()].filter(code => strong.has(code)).length
  const isNamed = hasEqualName(one, other)
  const isHigh = reasons.has('phone-and-name') || strongCount > 1 || (strongCount === 1 && isNamed)
  const isLow = reasons.size === 1 && reasons.has('address')
  const isSafe =
    reasons.has('phone-and-name') && !contradict(one, other) && !hasBuyerIdsOfOneShop(lowId, highId)
  return { lowId, highId, reasons, confidence: isHigh ? 'high' : isLow ? 'low' : 'medium', isSafe }
}

function contradict(one: ComparedCustomer, other: ComparedCustomer): boolean {
  const differ = (left: string | null, right: string | null) =>
    left !== null && right !== null && left !== right
  return (
    one.kind !== other.kind ||
    differ(one.gender, other.gender) ||
    differ(one.birthOn, other.birthOn) ||
    differ(one.idNumber, other.idNumber)
  )
}

const rank = { high: 0, medium: 1, low: 2 } as const

function byConfidence(one: FoundPair, other: FoundPair): number {
  return (
    rank[one.confidence] - rank[other.confidence] ||
    other.reasons.size - one.reasons.size ||
    one.lowId - other.lowId ||
    one.highId - other.highId
  )
}
