import type { Vault } from '#main/database/vault.ts'

/** What both kinds of threads are started with. The key is zeroed in main when the archive is closed. */
export type ThreadData = {
  /** Its slots go into every backup, so that a backup can be opened by itself. */
  readonly vault: Vault
  readonly archivePath: string
  readonly key: Uint8Array
  readonly appVersion: string
}

/** What the writer is told besides: whether the last session ended cleanly, and pictures that were chosen and are not saved yet. */
export type WriterData = ThreadData & { readonly mustCheck: boolean; readonly keptFiles: readonly string[] }

/** Which reader this is, so that a fit, a backup or an export never blocks a list. */
export type ReaderRole = 'lists' | 'analytics' | 'backup' | 'export'

/** What a reader is told besides. */
export type ReaderData = ThreadData & { readonly role: ReaderRole }
