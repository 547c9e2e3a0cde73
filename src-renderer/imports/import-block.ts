import type { ImportPreview, ImportQuestion } from '#shared/domain/import-batch.ts'
import type { DeskFile, Staged } from './desk-file.ts'

/** Why nothing can be imported yet: a question that is open, choices that cannot be followed, or nothing to write. */
export type ImportBlock = ImportQuestion | 'checking' | 'outdated' | 'nothing-to-write'

type Looked = Pick<Staged, 'isChecking' | 'isOutdated'> & { readonly preview: ImportPreview }

/** Rows that an import would write. */
export const writtenRows = ({ created, updated }: ImportPreview['counts']): number => created + updated

/** Finds what stands in the way of importing. Empty: null when nothing does. */
export function findBlock(staged: Looked): ImportBlock | null {
  const { preview, isChecking, isOutdated } = staged
  if (isChecking) return 'checking'
  if (isOutdated) return 'outdated'
  const [question] = preview.questions
  if (question) return question
  return writtenRows(preview.counts) === 0 ? 'nothing-to-write' : null
}

/** Says whether a file was looked through, leaves no question open and has something to write. */
export function isReady(file: DeskFile | undefined): boolean {
  return fileState(file) === 'ready'
}

/** How far a file is, as the queue tells it. */
export function fileState(file: DeskFile | undefined) {
  if (file?.stage.kind !== 'staged') return file?.stage.kind ?? 'waiting'
  const { preview, isChecking, isOutdated } = file.stage
  if (!preview) return 'staged'
  const block = findBlock({ preview, isChecking, isOutdated })
  if (block === null) return 'ready'
  if (block === 'checking' || block === 'outdated') return 'staged'
  return block === 'nothing-to-write' ? 'unchanged' : 'question'
}
