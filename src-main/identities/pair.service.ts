import { beginChangeSet } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { PairDecision } from '#shared/domain/duplicate.ts'
import { deletePair, findPair, insertPair } from './file.queries.ts'
import { findFile } from './merge.queries.ts'
import type { IdentityAct } from './merge.service.ts'

/**
 * Remembers that two customers are two people, or one who keeps two files: they are not proposed again. With null the
 * pair may be proposed again.
 *
 * Errors: not-found when one of them is in the bin or merged; invalid-request for a customer with himself.
 */
export function decidePair(
  db: WritableDb,
  request: { readonly customerIds: readonly [number, number]; readonly decision: PairDecision | null },
  act: IdentityAct,
): { readonly changeSetId: number } {
  const { customerIds, decision } = request
  const lowId = Math.min(...customerIds)
  const highId = Math.max(...customerIds)
  if (lowId === highId) throw new AppError('invalid-request')
  return db.transaction(() => {
    for (const id of customerIds) if (findFile(db, id)?.deleted_at !== null) throw new AppError('not-found')
    const recorder = beginChangeSet(db, { kind: 'pair-decided', actor: act.actor, madeAt: act.now })
    const known = findPair(db, lowId, highId)
    if (known) {
      recorder.deleting('customer_pair', known.customer_pair_id)
      deletePair(db, known.customer_pair_id)
    }
    if (decision !== null) {
      const pair = { low_id: lowId, high_id: highId, decision, decided_at: act.now }
      recorder.inserted('customer_pair', insertPair(db, pair))
    }
    raiseRevision(db, 'customers')
    return { changeSetId: recorder.changeSetId }
  })
}
