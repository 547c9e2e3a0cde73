import type { AppErrorData } from '#shared/contract/app-error.ts'
import { errorText } from '#shared/i18n/error-text.ts'
import type { Language } from '#shared/i18n/language.ts'

/** Where the command line writes, from which folder paths count, and in which language errors speak. */
export type CommandContext = {
  readonly write: (line: string) => void
  readonly folder: string
  readonly language: Language
}

/** The flags of all commands; a command takes those that concern it. */
export const commandFlags = {
  ages: { type: 'string' },
  'all-sheets': { type: 'boolean' },
  archive: { type: 'string' },
  'as-of': { type: 'string' },
  balance: { type: 'string' },
  bought: { type: 'string', multiple: true },
  buyer: { type: 'string' },
  by: { type: 'string' },
  cash: { type: 'string' },
  columns: { type: 'string' },
  confidence: { type: 'string' },
  currency: { type: 'string' },
  customer: { type: 'string' },
  debt: { type: 'string' },
  discount: { type: 'string' },
  'dry-run': { type: 'boolean' },
  edited: { type: 'string' },
  encoding: { type: 'string' },
  everything: { type: 'string' },
  field: { type: 'string' },
  from: { type: 'string', multiple: true },
  frozen: { type: 'boolean' },
  'header-row': { type: 'string' },
  'header-rows': { type: 'string' },
  import: { type: 'string' },
  into: { type: 'string' },
  items: { type: 'string' },
  kind: { type: 'string' },
  later: { type: 'string' },
  least: { type: 'string' },
  lift: { type: 'string' },
  limit: { type: 'string' },
  map: { type: 'string' },
  masked: { type: 'boolean' },
  matrix: { type: 'string' },
  months: { type: 'string' },
  'not-bought': { type: 'string', multiple: true },
  name: { type: 'string' },
  out: { type: 'string' },
  password: { type: 'string' },
  platform: { type: 'string' },
  policy: { type: 'string' },
  preset: { type: 'string' },
  purpose: { type: 'string' },
  reason: { type: 'string' },
  rejected: { type: 'string' },
  restore: { type: 'boolean' },
  rule: { type: 'string' },
  rules: { type: 'string' },
  safe: { type: 'boolean' },
  segment: { type: 'string' },
  to: { type: 'string' },
  segments: { type: 'string' },
  separator: { type: 'string' },
  shares: { type: 'string' },
  sheet: { type: 'string' },
  shop: { type: 'string' },
  since: { type: 'string' },
  statement: { type: 'string' },
  support: { type: 'string' },
  take: { type: 'string', multiple: true },
  unremembered: { type: 'boolean' },
  what: { type: 'string' },
} as const

/** Flags as parsed; absent ones are undefined. */
export type Flags = {
  readonly [Name in keyof typeof commandFlags]?:
    | ((typeof commandFlags)[Name] extends { multiple: true }
        ? string[]
        : (typeof commandFlags)[Name]['type'] extends 'boolean'
          ? boolean
          : string)
    | undefined
}

/** A command gets its words and flags; true when everything went well. */
export type Command = (words: readonly string[], flags: Flags, context: CommandContext) => Promise<boolean>

/** Writes an error as the command line words it; `more` names what it is about. */
export function writeError(
  error: AppErrorData,
  context: CommandContext,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const message = errorText(context.language, error)
  context.write(
    JSON.stringify({
      ...more,
      error: { code: error.code, message, ...(error.details ? { details: error.details } : {}) },
    }),
  )
}
