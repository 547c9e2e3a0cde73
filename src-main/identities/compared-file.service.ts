import { getCustomerFile } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ComparedFile, FilesOfCustomer } from '#shared/contract/identities.contract.ts'
import { type FieldSources, type MergeCard, proposeSources } from '#shared/domain/customer-merge.ts'
import { listIdentityRows, listLinkedFiles, listMergedFiles } from './file.queries.ts'
import { findFile, findFileByNumber, findMergeOf, type StoredFile } from './merge.queries.ts'
import { mergeCardsOf } from './merge-card.ts'

/** Reads files side by side, and proposes whose values a merge into the first would take. Errors: not-found. */
export function compareFiles(
  db: ReadableDb,
  customerIds: readonly number[],
): { readonly files: ComparedFile[]; readonly proposed: FieldSources } {
  const [first, ...others] = customerIds.map(customerId => requireFile(db, customerId))
  if (!first) throw new AppError('invalid-request')
  const cards = mergeCardsOf([first, ...others])
  return { files: cards.map(card => comparedFile(db, card)), proposed: proposeSources(cards) }
}

/** Reads what was merged into a customer, which files stay apart from it, and its keys. Errors: not-found. */
export function filesOfCustomer(db: ReadableDb, customerId: number): FilesOfCustomer {
  requireFile(db, customerId)
  return {
    merged: listMergedFiles(db, customerId),
    linked: listLinkedFiles(db, customerId),
    identities: identitiesOf(db, customerId),
  }
}

/**
 * Finds a file by its archive number, also one that was merged into another.
 *
 * Empty: mergeId null for a file that stands for itself. Errors: not-found.
 */
export function getFileByNumber(
  db: ReadableDb,
  archiveNumber: string,
): { readonly customerId: number; readonly mergeId: number | null } {
  const file = findFileByNumber(db, archiveNumber)
  if (!file) throw new AppError('not-found')
  const merge = findMergeOf(db, file.customer_id)
  return { customerId: file.customer_id, mergeId: merge?.customer_merge_id ?? null }
}

function requireFile(db: ReadableDb, customerId: number): StoredFile {
  const stored = findFile(db, customerId)
  if (!stored) throw new AppError('not-found')
  return stored
}

function comparedFile(db: ReadableDb, card: MergeCard): ComparedFile {
  const { customerId } = card
  const file = getCustomerFile(db, customerId, 0)
  return {
    ...card,
    archiveNumber: file.archiveNumber,
    contactPoints: file.contactPoints,
    tags: file.tags,
    identities: identitiesOf(db, customerId),
    total: file.total,
    createdAt: file.createdAt,
  }
}

function identitiesOf(db: ReadableDb, customerId: number): FilesOfCustomer['identities'] {
  return listIdentityRows(db, customerId).flatMap(
    ({ customer_identity_id: identityId, kind, platform, shop, value, nickname }) =>
      kind === 'row-hash' ? [] : [{ identityId, kind, platform, shop, value, nickname }],
  )
}
