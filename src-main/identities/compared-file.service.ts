import { getCustomerFile } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ComparedFile, FilesOfCustomer } from '#shared/contract/identities.contract.ts'
import { type FieldSources, proposeSources } from '#shared/domain/customer-merge.ts'
import { mergeCardOf } from './card-columns.ts'
import { listIdentityRows, listLinkedFiles, listMergedFiles } from './file.queries.ts'
import { findFile, findFileByNumber, findMergeOf } from './merge.queries.ts'

/** Reads files side by side, and proposes whose values a merge into the first would take. Errors: not-found. */
export function compareFiles(
  db: ReadableDb,
  customerIds: readonly number[],
): { readonly files: ComparedFile[]; readonly proposed: FieldSources } {
  const [first, ...others] = customerIds.map(customerId => comparedFile(db, customerId))
  if (!first) throw new AppError('invalid-request')
  return { files: [first, ...others], proposed: proposeSources([first, ...others]) }
}

/** Reads what was merged into a customer, which files stay apart from it, and its keys. Errors: not-found. */
export function filesOfCustomer(db: ReadableDb, customerId: number): FilesOfCustomer {
  if (!findFile(db, customerId)) throw new AppError('not-found')
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

function comparedFile(db: ReadableDb, customerId: number): ComparedFile {
  const stored = findFile(db, customerId)
  const file = getCustomerFile(db, customerId, 0)
  if (!stored) throw new AppError('not-found')
  return {
    ...mergeCardOf(stored),
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
