/** Places of the window. Pages and the shell go to a place by these, so that a path is written once. */
export const paths = {
  customers: '/customers',
  newCustomer: '/customers/new',
  foundCustomers: '/customers/found',
  cards: '/customers/cards',
  bin: '/customers/bin',
  funnel: '/funnel',
  analyses: '/analyses',
  segments: '/segments',
  reports: '/reports',
  imports: '/imports',
  tags: '/tags',
  quality: '/quality',
  duplicates: '/quality/duplicates',
  safety: '/safety',
  settings: '/settings',
  fields: '/settings/fields',
  closeArchive: '/close',
  print: '/print/:token',
} as const

export const customerPath = (customerId: number): string => `${paths.customers}/${customerId}`

/** The list of all customers whom a text finds. */
export const foundCustomersPath = (text: string): string =>
  `${paths.foundCustomers}?${new URLSearchParams({ text })}`

/** The proposed cards, at one of their parts. */
export const cardsPath = (part: string): string => `${paths.cards}?${new URLSearchParams({ part })}`

export const editCustomerPath = (customerId: number): string => `${paths.customers}/${customerId}/edit`

/** The form of a new customer, with what is known already. */
export function newCustomerPath(known: { readonly name?: string; readonly phone?: string } = {}): string {
  const search = new URLSearchParams(known).toString()
  return search === '' ? paths.newCustomer : `${paths.newCustomer}?${search}`
}

/** One of the analyses. */
export const analysisPath = (code: string): string => `${paths.analyses}/${code}`

/** The data check at one kind of findings. */
export const qualityPath = (kind: string): string => `${paths.quality}?${new URLSearchParams({ kind })}`

/** The report on a customer, ready to be printed. */
export const customerReportPath = (customerId: number): string => `${paths.reports}?customer=${customerId}`

/** The import history with the dialog that takes one import back. */
export const undoImportPath = (importBatchId: number): string => `${paths.imports}?undo=${importBatchId}`

/** The customers whom an import created or changed. */
export const importCustomersPath = (importBatchId: number | ':importBatchId'): string =>
  `${paths.imports}/${importBatchId}/customers`

/** The import history with the cursor on one import. */
export const importPath = (importBatchId: number): string => `${paths.imports}?import=${importBatchId}`
