/** What is handed to the spreadsheet library: the file as it stands, or the parts of its package, unpacked by us. */
export type LibrarySource =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array; readonly codePage?: number }
  | { readonly kind: 'package'; readonly parts: readonly (readonly [name: string, bytes: Uint8Array])[] }

/** What the library's thread is asked. */
export type LibraryRequest =
  | { readonly type: 'open'; readonly source: LibrarySource }
  | { readonly type: 'rows'; readonly sheetIndex: number }
  | { readonly type: 'next' }
  | { readonly type: 'decrypt'; readonly bytes: Uint8Array; readonly password: string }
