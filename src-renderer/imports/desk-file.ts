import type { AppError } from '#shared/contract/app-error.ts'
import type { ForeignFile } from '#shared/contract/files.contract.ts'
import type { ImportAnalysis, ImportOutcome } from '#shared/contract/imports.contract.ts'
import type { ImportPlanOptions, ImportPreview } from '#shared/domain/import-batch.ts'

/** A file as a drop, a dialog or the sample hands it over. */
export type OfferedFile = Pick<ForeignFile, 'fileToken' | 'name' | 'skipped' | 'folder'> & {
  readonly sizeBytes?: number
}

/** How the bytes of a file are to be taken; what is left out is recognised. The password is kept in memory only. */
export type ReadAs = { readonly encoding?: string; readonly separator?: string; readonly password?: string }

/** A file that was read and is being looked at. Nothing of it is in the archive. */
export type Staged = {
  readonly kind: 'staged'
  readonly stagingId: string
  readonly readAs: ReadAs
  /** The first rows, looked at while the rest was being read; null when that took no time. */
  readonly head: ImportPreview | null
  /** Null until the first check has ended, or when it failed. */
  readonly preview: ImportPreview | null
  /** Raised with each preview. */
  readonly generation: number
  readonly isChecking: boolean
  /** The preview is not of the present choices: they are being checked, or cannot be followed. */
  readonly isOutdated: boolean
  /** State of the archive's data that the preview was made from. */
  readonly dataNumber: number
  /** How many checks there had been when this one was made: main remembers the rows of the last few only. */
  readonly checkNumber: number
  readonly error: AppError | null
  /** `moved`: the archive changed meanwhile and all was counted anew. `cancelled`: writing was stopped. */
  readonly notice: 'moved' | 'cancelled' | null
}

export type FileStage =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'reading'
      readonly jobId: number | null
      readonly isCancelling: boolean
      /** What was seen before the file was read again with another encoding. */
      readonly earlier: Staged | null
      /** The first rows, as soon as they are there. */
      readonly head: ImportPreview | null
    }
  | { readonly kind: 'unreadable'; readonly error: AppError }
  | Staged
  | {
      readonly kind: 'committing'
      readonly jobId: number | null
      readonly isCancelling: boolean
      readonly staged: Staged & { readonly preview: ImportPreview }
    }
  | {
      readonly kind: 'imported'
      readonly outcome: ImportOutcome
      readonly preview: ImportPreview
      /** Null when there was nothing to count, or it could not be counted. */
      readonly analysis: ImportAnalysis | 'counting' | null
    }

/** One file of the wizard, on its way from the drop to the archive. */
export type DeskFile = OfferedFile & {
  readonly fileId: number
  readonly readAs: ReadAs
  readonly options: ImportPlanOptions
  readonly stage: FileStage
}

export type DeskState = {
  readonly files: readonly DeskFile[]
  readonly currentId: number | null
  /** What lay in the folders of the last drop and is not read. */
  readonly skipped: readonly OfferedFile[]
}

export const emptyDesk: DeskState = { files: [], currentId: null, skipped: [] }

/** The file that is looked at. */
export function currentFile({ files, currentId }: DeskState): DeskFile | undefined {
  return files.find(file => file.fileId === currentId)
}

/** Something is still to be done with it. */
export const isOpen = ({ stage }: DeskFile): boolean =>
  stage.kind !== 'imported' && stage.kind !== 'unreadable'

/** The file that comes next: the first one after this that is not dealt with yet, else the first before it. */
export function nextOpenFile(files: readonly DeskFile[], fileId: number | null): DeskFile | undefined {
  const index = files.findIndex(file => file.fileId === fileId)
  const others = [...files.slice(index + 1), ...files.slice(0, Math.max(0, index))]
  return others.find(isOpen)
}
