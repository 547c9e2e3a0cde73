import type { ReactNode } from 'react'
import type { OfferedFile } from './desk-file.ts'

/** Where the wizard leads: features know no paths, the page gives them. */
export type WizardPlaces = {
  readonly customersHref: string
  readonly segmentsHref: string
  /** Says who of an import may be known already. */
  readonly duplicatesOf?: (importBatchId: number) => ReactNode
  /** Where the archive's file is made smaller. */
  readonly safetyHref: string
  /** The customers of one import. */
  readonly importCustomersHref: (importBatchId: number) => string
  readonly onUndo: (importBatchId: number) => void
  /** Offers to bring a folder back that holds a whole export. */
  readonly offerWhole?: (folder: OfferedFile, onDone: () => void) => ReactNode
}
