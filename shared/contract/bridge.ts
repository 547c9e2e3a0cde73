import type { Envelope } from './app-error.ts'
import type { MethodName, Request, Response } from './contract.ts'
import type { EventData, EventName } from './events.contract.ts'
import type { ForeignFile } from './files.contract.ts'

/** The methods that a page may call. A path comes from a drop only, so `files.accept` is not among them. */
export type PageMethodName = Exclude<MethodName, 'files.accept'>

/** One function per method, keyed by the method's name. */
export type BridgeApi = {
  readonly [M in PageMethodName]: (request: Request<M>) => Promise<Envelope<Response<M>>>
}

/** What the preload puts on `window.kehu`; frozen, and all that a page can reach of main. */
export type Bridge = {
  readonly api: BridgeApi
  /** Listens to one kind of event; answers the function that stops it. */
  onEvent<E extends EventName>(name: E, listener: (data: EventData<E>) => void): () => void
  /** Turns dropped File objects into tokens. Only files that the operating system handed over have a path. */
  acceptDroppedFiles(files: readonly unknown[]): Promise<Envelope<readonly ForeignFile[]>>
}

/** What a report is laid out from, in the window that is only printed. */
export type PrintData = {
  readonly report: Response<'reports.getData'>
  readonly language: 'zh-CN' | 'en'
  /** The archive's day on which the report is made. */
  readonly printedOn: string
}

/**
 * What the preload of the print window puts on `window.kehuPrint`.
 *
 * The page says that it is laid out by `document.documentElement.dataset.printReady`: 'true' after fonts and two
 * frames, 'failed' when it cannot. Without either, printing ends with `print-failed` after a minute.
 */
export type PrintBridge = {
  getData(): Promise<PrintData | null>
}
