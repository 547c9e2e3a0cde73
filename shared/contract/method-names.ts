import type { MethodName } from './contract.ts'
import type { EventName } from './events.contract.ts'

/**
 * The names of every method of the contract, without zod, so that the preload can be bundled without it.
 *
 * Shape: sorted; a test holds it equal to the contract's own keys.
 */
export const methodNames = [
  'analytics.explainCustomer',
  'analytics.listRuleSets',
  'analytics.listScores',
  'analytics.membersPage',
  'analytics.openMembers',
  'analytics.saveRuleSet',
  'analytics.summarizeSegments',
  'archives.backUpNow',
  'archives.chooseAndOpen',
  'archives.chooseBackup',
  'archives.close',
  'archives.counts',
  'archives.create',
  'archives.forget',
  'archives.listBackups',
  'archives.listRecent',
  'archives.open',
  'archives.openSample',
  'archives.restore',
  'archives.state',
  'archives.stats',
  'changes.nextSteps',
  'changes.undo',
  'customers.count',
  'customers.create',
  'customers.delete',
  'customers.findByPhone',
  'customers.findInList',
  'customers.get',
  'customers.listPage',
  'customers.openList',
  'customers.update',
  'files.accept',
  'files.choose',
  'imports.commit',
  'imports.discard',
  'imports.list',
  'imports.preview',
  'imports.previewRows',
  'imports.previewUndo',
  'imports.rejectedRows',
  'imports.saveRejectedRows',
  'imports.stage',
  'imports.undo',
  'jobs.cancel',
  'preferences.get',
  'preferences.save',
  'program.facts',
  'reports.getData',
  'reports.print',
  'reports.savePdf',
  'search.customers',
  'settings.get',
  'settings.getListLayout',
  'settings.save',
  'settings.saveListLayout',
] as const satisfies readonly MethodName[]

/** The names of every event of the contract, for the same reason. */
export const eventNames = [
  'archive.changed',
  'data.changed',
  'job.ended',
  'job.progressed',
] as const satisfies readonly EventName[]
