import type { Response } from '#shared/contract/contract.ts'
import type { ComparedFile } from '#shared/contract/identities.contract.ts'
import { type DuplicatePair, DuplicateReason } from '#shared/domain/duplicate.ts'

const member = (customerId: number, name: string) => ({
  ...{ customerId, name, archiveNumber: `X-00000${customerId}`, orderCount: customerId },
})

/** Two pairs of an artificial shop: one phone with two names, one address with two names. */
export const examplePairs: readonly DuplicatePair[] = [
  {
    ...{ survivor: member(1, '林样一'), other: member(2, '林样壹'), confidence: 'medium', isSafe: false },
    reasons: [{ code: 'phone', value: '138****1101' }],
  },
  {
    ...{ survivor: member(3, '王父样'), other: member(4, '王子样'), confidence: 'low', isSafe: false },
    reasons: [{ code: 'address', value: '示例市****' }],
  },
]

/** What the page is answered when these pairs were found. */
export function examplePage(pairs = examplePairs): NonNullable<Response<'identities.listPairs'>> {
  const counts = DuplicateReason.options.map(reason => ({ reason, count: 0 }))
  return { total: pairs.length, counts, safeCount: 0, isStale: false, pairs: [...pairs] }
}

/** The file of a customer; those with an even number work, and every note differs. */
export function exampleCompared(customerId: number): ComparedFile {
  const name = examplePairs.flatMap(({ survivor, other }) => [survivor, other])[customerId - 1]?.name ?? ''
  return {
    customerId,
    archiveNumber: `X-00000${customerId}`,
    fields: {
      ...{ name, kind: 'individual', cardType: 'active', gender: 'female', birthOn: null, idNumber: null },
      ...{ occupation: customerId % 2 === 0 ? '教师' : null, source: null, note: `样例备注 ${customerId}` },
      ...{ legacyNumber: null, contactRefusedOn: null },
    },
    contactPoints: [],
    tags: [],
    identities: [],
    total: { orderCount: customerId, spendMinor: 0, returnCount: 0, firstOn: null, lastOn: null },
    createdAt: '2026-01-01T00:00:00.000Z',
  }
}
