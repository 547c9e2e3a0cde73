/**
 * The closed list of error codes. Texts exist only in the catalogues, under the key `error.<code>`;
 * logs and tests see the code. A code never changes its meaning.
 */
export const appErrorCodes = [
  // gate
  'invalid-request',
  'untrusted-sender',
  'no-archive-open',
  'internal',
  'cancelled',
  // archive
  'archive-missing',
  'archive-exists',
  'archive-in-use',
  'archive-newer',
  'archive-foreign',
  'archive-damaged',
  'vault-damaged',
  'archive-read-only',
  'disk-full',
  'disk-failed',
  'archive-busy',
  'not-found',
  'conflict',
  'id-number-masked',
  'filter-invalid',
  'name-taken',
  // cards
  'stop-reason-missing',
  // fields
  'purpose-missing',
  'field-in-use',
  'field-value-invalid',
  // tags
  'tag-exists',
  'tag-rule-circle',
  // backup
  'backup-damaged',
  'backup-newer',
  'backup-not-verified',
  // files that are read
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-type-unsupported',
  'file-is-archive',
  'file-encrypted',
  'password-wrong',
  'file-truncated',
  'file-damaged',
  'file-too-large',
  'file-bomb',
  'file-reader-failed',
  'xlsx-variant-unsupported',
  'sheet-missing',
  'encoding-unknown',
  // files that are written
  'file-exists',
  'segment-missing',
  'export-folder-unknown',
  'archive-not-empty',
  // attachments
  'attachment-too-large',
  'attachment-missing',
  'picture-unknown',
  'attachment-damaged',
  // import
  'import-not-staged',
  'import-no-header',
  'import-mapping-incomplete',
  'import-unknown-field',
  'import-kind-unclear',
  'import-already-undone',
  'import-conflicts',
  'undo-blocked',
  'shop-differs',
  'currency-differs',
  'balance-overlaps',
  'preset-missing',
  'preset-file-invalid',
  // analysis
  'rule-invalid',
  'segment-unsaid',
  // printing
  'print-failed',
  // command line
  'usage',
] as const

/** One of the closed list of error codes. */
export type AppErrorCode = (typeof appErrorCodes)[number]

/** What crosses the gate when something went wrong: a code, whether trying again can help, and details. */
export type AppErrorData = {
  readonly code: AppErrorCode
  readonly retry: boolean
  /** Facts for the text's placeholders (row, sheet, free bytes …), never a person's data. */
  readonly details?: Readonly<Record<string, string | number>>
  /** For `invalid-request`: path and message of each zod issue. */
  readonly issues?: readonly string[]
}

/** The envelope of every answer. */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppErrorData }

const retryable = new Set<AppErrorCode>([
  'disk-full',
  'archive-in-use',
  'archive-busy',
  'file-unreadable',
  'cancelled',
])

/**
 * An expected failure with a code of the closed list. Everything else that is thrown becomes `internal`.
 *
 * Example: new AppError('file-truncated', { row: 8201 }).data -> { code: 'file-truncated', retry: false, details: { row: 8201 } }
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly data: AppErrorData

  constructor(code: AppErrorCode, details?: Readonly<Record<string, string | number>>) {
    super(code)
    this.data = { code, retry: retryable.has(code), ...(details ? { details } : {}) }
  }

  get code(): AppErrorCode {
    return this.data.code
  }
}
