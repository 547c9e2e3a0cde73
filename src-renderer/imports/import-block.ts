import type { ImportPreview, ImportQuestion } from '#shared/domain/import-batch.ts'

/** Why nothing can be imported yet: a question that is open, or that there is nothing to write. */
export type ImportBlock = ImportQuestion | 'checking' | 'nothing-to-write'

/** Rows that an import would write. */
export const writtenRows = ({ created, updated }: ImportPreview['counts']): number => created + updated

/** Finds what stands in the way of importing. Empty: null when nothing does. */
export function findBlock(preview: ImportPreview, isChecking: boolean): ImportBlock | null {
  if (isChecking) return 'checking'
  const [question] = preview.questions
  if (question) return question
  return writtenRows(preview.counts) === 0 ? 'nothing-to-write' : null
}
