import type { QueryClient } from '@tanstack/react-query'
import type { ArchiveState } from '#shared/contract/archives.contract.ts'
import type { PageMethodName } from '#shared/contract/bridge.ts'
import type { EventData } from '#shared/contract/events.contract.ts'

type Topic = EventData<'data.changed'>['topics'][number]

const ofCustomers = [
  'customers.count',
  'customers.countTags',
  'tags.list',
  'tags.listRules',
  'customers.countFiltered',
  'customers.countBin',
  'customers.binPage',
  'customers.get',
  'customers.history',
  'entries.ofCustomer',
  'credit.listDebtors',
  'credit.ofCustomer',
  'funnel.listCards',
  'funnel.ofCustomer',
  'funnel.summarize',
  'attachments.ofCustomer',
  'regionNotes.ofCustomer',
  'cards.history',
  'cards.countSuggestions',
  'cards.openSuggestions',
  'cards.stopReasons',
  'customers.listPage',
  'customers.findInList',
  'customers.initials',
  'customers.findByPhone',
  'search.customers',
  'search.recent',
  'archives.counts',
  'archives.stats',
  'identities.listPairs',
  'identities.compare',
  'identities.ofCustomer',
  'identities.previewSplit',
  'quality.counts',
  'quality.countIncomplete',
  'quality.listPage',
  'quality.statedValues',
  'plans.list',
] as const
const ofAnalyses = [
  'analytics.composeCustomers',
  'analytics.findBasketRules',
  'analytics.getPortrait',
  'analytics.getPortraitRows',
  'analytics.findProducts',
  'analytics.rankCustomers',
  'analytics.rankProducts',
  'analytics.summarizeCohorts',
  'analytics.summarizeSeasons',
  'analytics.summarizePreferences',
  'analytics.summarizePriceSensitivity',
  'analytics.summarizeValue',
  'analytics.summarizeContribution',
  'analytics.summarizeSegments',
  'analytics.explainCustomer',
  'analytics.membersPage',
  'analytics.contributionMembersPage',
  'analytics.summarizeMigration',
  'analytics.migrationMembersPage',
  'analytics.listGroupSnapshots',
  'analytics.markMembersPage',
  'segments.count',
  'segments.measure',
  'reports.getData',
] as const

const membersOfAnalyses = [
  'analytics.openContributionMembers',
  'analytics.openMigrationMembers',
  'analytics.openMarkMembers',
  'analytics.openMembers',
  'segments.openMembers',
] as const

/** What a change of a topic makes old; if it is on the screen it is asked again at once. */
const refreshed: Readonly<Record<Topic, readonly PageMethodName[]>> = {
  customers: [...ofCustomers, ...ofAnalyses],
  orders: [...ofCustomers, ...ofAnalyses],
  rules: [
    ...ofAnalyses,
    'analytics.getContributionSettings',
    'analytics.listRuleSets',
    'tags.listRules',
    'customers.countFiltered',
  ],
  imports: [
    'imports.listPresets',
    'imports.listProfiles',
    'imports.previewUndo',
    'imports.undoItems',
    'imports.history',
    'imports.listStaged',
    'archives.fileUse',
    'imports.batch',
    'imports.sourceOf',
  ],
  settings: [
    'settings.get',
    'credit.ofCustomer',
    'preferences.get',
    'reports.getData',
    'program.facts',
    'cards.countSuggestions',
    'cards.openSuggestions',
    'customers.get',
    'customers.listPage',
    'quality.counts',
    'quality.countIncomplete',
    'quality.listPage',
  ],
  changes: [
    'changes.nextSteps',
    'customers.history',
    'imports.previewUndo',
    'imports.undoItems',
    'imports.sourceOf',
  ],
  search: ['search.customers'],
  cards: ['cards.countSuggestions', 'cards.openSuggestions'],
  views: ['views.list'],
  segments: [
    'segments.list',
    'segments.measure',
    'analytics.openMembers',
    'customers.countFiltered',
    'reports.getData',
  ],
  fields: [
    'segments.count',
    'segments.measure',
    'fields.list',
    'fields.listHidden',
    'tags.listRules',
    'plans.list',
    'quality.statedValues',
    'customers.get',
    'search.customers',
    'customers.countFiltered',
  ],
}

/**
 * Snapshots: old as well, but what is on the screen keeps its order and its counts until the page asks for a new one.
 * The next page that is opened gets a new one.
 */
const keptOnScreen: Readonly<Partial<Record<Topic, readonly PageMethodName[]>>> = {
  customers: [
    'customers.openList',
    'customers.openBin',
    'quality.openList',
    'search.openList',
    'imports.openCustomers',
    ...membersOfAnalyses,
    'imports.preview',
  ],
  orders: ['customers.openList', 'search.openList', ...membersOfAnalyses, 'imports.preview'],
  rules: membersOfAnalyses,
  imports: ['imports.openCustomers'],
  settings: ['customers.openList', 'quality.openList'],
}

/** Facts that change without an announcement: asked again whenever a page that shows them is opened. */
const unannounced: ReadonlySet<string> = new Set<PageMethodName>([
  'archives.listRecent',
  'archives.listBackups',
  'attachments.check',
  'program.facts',
])

/** What belongs to the program and not to the open archive. */
const ofProgram: ReadonlySet<string> = new Set<PageMethodName>([
  'archives.state',
  'archives.listRecent',
  'preferences.get',
  'program.facts',
])

/** Says whether main announces a change of what a method answers. */
export function isAnnounced(method: string): boolean {
  return !unannounced.has(method)
}

/** Marks the answers that a change of topics made old. */
export function invalidateTopics(client: QueryClient, topics: readonly Topic[]): void {
  const inTopics = (lists: Readonly<Partial<Record<Topic, readonly PageMethodName[]>>>) =>
    new Set(topics.flatMap(topic => lists[topic] ?? []))
  for (const method of inTopics(refreshed)) void client.invalidateQueries({ queryKey: [method] })
  for (const method of inTopics(keptOnScreen))
    void client.invalidateQueries({ queryKey: [method], refetchType: 'none' })
}

const tokenOf = (state: ArchiveState | undefined) => (state?.kind === 'open' ? state.archiveToken : null)

/** Takes in which archive is open now; when it is another one, the answers of the last one are dropped. */
export function acceptArchiveState(client: QueryClient, state: ArchiveState): void {
  const before = client.getQueryData<ArchiveState>(['archives.state', {}])
  if (tokenOf(before) !== tokenOf(state))
    client.removeQueries({ predicate: query => !ofProgram.has(String(query.queryKey[0])) })
  // An answer that is still on its way is older than the announcement.
  void client.cancelQueries({ queryKey: ['archives.state'] }, { revert: false, silent: true })
  client.setQueryData(['archives.state', {}], state)
  void client.invalidateQueries({ queryKey: ['archives.listRecent'] })
  void client.invalidateQueries({ queryKey: ['archives.listBackups'] })
}
