/** Where the wizard leads: features know no paths, the page gives them. */
export type WizardPlaces = {
  readonly customersHref: string
  readonly segmentsHref: string
  readonly onUndo: (importBatchId: number) => void
}
