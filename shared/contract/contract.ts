import type { z } from 'zod'
import { analyticsContract } from './analytics.contract.ts'
import { archivesContract } from './archives.contract.ts'
import { attachmentsContract } from './attachments.contract.ts'
import { callsContract } from './calls.contract.ts'
import { cardsContract } from './cards.contract.ts'
import { changesContract } from './changes.contract.ts'
import { creditContract } from './credit.contract.ts'
import { customersContract } from './customers.contract.ts'
import { entriesContract } from './entries.contract.ts'
import { exportsContract } from './exports.contract.ts'
import { fieldsContract } from './fields.contract.ts'
import { filesContract } from './files.contract.ts'
import { funnelContract } from './funnel.contract.ts'
import { identitiesContract } from './identities.contract.ts'
import { importsContract } from './imports.contract.ts'
import { jobsContract } from './jobs.contract.ts'
import { ordersContract } from './orders.contract.ts'
import { plansContract } from './plans.contract.ts'
import { qualityContract } from './quality.contract.ts'
import { regionNotesContract } from './region-notes.contract.ts'
import { reportsContract } from './reports.contract.ts'
import { searchContract } from './search.contract.ts'
import { segmentsContract } from './segments.contract.ts'
import { settingsContract } from './settings.contract.ts'
import { tagsContract } from './tags.contract.ts'
import { viewsContract } from './views.contract.ts'

/** Everything the window can ask, in one table. */
export const contract = {
  ...analyticsContract,
  ...archivesContract,
  ...attachmentsContract,
  ...callsContract,
  ...cardsContract,
  ...changesContract,
  ...creditContract,
  ...customersContract,
  ...entriesContract,
  ...exportsContract,
  ...fieldsContract,
  ...filesContract,
  ...funnelContract,
  ...identitiesContract,
  ...importsContract,
  ...jobsContract,
  ...ordersContract,
  ...plansContract,
  ...qualityContract,
  ...regionNotesContract,
  ...reportsContract,
  ...searchContract,
  ...settingsContract,
  ...tagsContract,
  ...segmentsContract,
  ...viewsContract,
} as const

export type MethodName = keyof typeof contract
export type Request<M extends MethodName> = z.infer<(typeof contract)[M]['request']>
export type Response<M extends MethodName> = z.infer<(typeof contract)[M]['response']>

/** The methods that are answered at one place. */
export type MethodsOn<P extends 'main' | 'reader' | 'writer' | 'desktop'> = {
  [M in MethodName]: (typeof contract)[M]['on'] extends P ? M : never
}[MethodName]

/** The methods of one kind. */
export type MethodsOfKind<K extends 'query' | 'command' | 'job'> = {
  [M in MethodName]: (typeof contract)[M]['kind'] extends K ? M : never
}[MethodName]

/** A function per method; rooms implement parts of it with `satisfies Pick<Handlers, …>`. */
export type Handlers = {
  readonly [M in MethodName]: (request: Request<M>) => Response<M> | Promise<Response<M>>
}
