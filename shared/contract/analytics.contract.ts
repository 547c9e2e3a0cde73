import { z } from 'zod'
import { AbcRequest, CustomerAbc, ProductAbc } from '#shared/domain/abc.ts'
import { BasketAnalysis, BasketProduct, BasketRequest, mostFoundProducts } from '#shared/domain/baskets.ts'
import { CohortAnalysis, CohortRequest } from '#shared/domain/cohorts.ts'
import { Composition, CompositionRequest } from '#shared/domain/composition.ts'
import {
  ContributionAnalysis,
  ContributionGroup,
  ContributionGroupMember,
  ContributionMember,
  ContributionRequest,
  ContributionSort,
} from '#shared/domain/contribution.ts'
import {
  ContributionMigration,
  ContributionSnapshots,
  MigrationCell,
  MigrationMember,
  MigrationRequest,
  MigrationSort,
  SnapshotsRequest,
} from '#shared/domain/contribution-migration.ts'
import {
  ContributionRuleSet,
  ContributionRulesDraft,
  ContributionSettings,
  GroupPolicy,
} from '#shared/domain/contribution-rule-set.ts'
import { CustomerId } from '#shared/domain/customer.ts'
import { ValueAnalysis, ValueMember, ValueRequest } from '#shared/domain/lifetime-value.ts'
import { AnalysisMark, MarkMember, MarkMemberSort } from '#shared/domain/mark-members.ts'
import { NextProductRequest, NextProducts } from '#shared/domain/next-products.ts'
import { Portrait, PortraitRequest, PortraitRows, PortraitRowsRequest } from '#shared/domain/portrait.ts'
import { PreferenceRequest, Preferences } from '#shared/domain/preferences.ts'
import {
  SensitivityAnalysis,
  SensitivityRequest,
  SensitivitySummary,
} from '#shared/domain/price-sensitivity.ts'
import {
  CustomerExplanation,
  MemberSelector,
  RfmAnalysis,
  RfmRequest,
  RfmRuleSet,
  SegmentMember,
} from '#shared/domain/rfm-analysis.ts'
import { SeasonAnalysis, SeasonRequest } from '#shared/domain/seasonality.ts'
import { TierAnalysis, TierRequest } from '#shared/domain/tiers.ts'
import type { Contract } from './method.ts'

const MemberSortColumn = z.enum(['name', 'recencyDays', 'orderCount', 'spendMinor'])
const MembersPage = z.object({
  listId: z.int(),
  start: z.int().nonnegative(),
  count: z.int().min(1).max(200),
})
const OpenedMembers = z.object({ listId: z.int(), total: z.int(), refusedCount: z.int() })

export const analyticsContract = {
  'analytics.summarizeSegments': { kind: 'query', on: 'reader', request: RfmRequest, response: RfmAnalysis },
  /** Orders the customers behind a mark of a chart; rows are then asked for by index. */
  'analytics.openMembers': {
    kind: 'query',
    on: 'reader',
    request: z.object({
      analysis: RfmRequest,
      selector: MemberSelector,
      sort: z.object({ column: MemberSortColumn, isDescending: z.boolean() }),
    }),
    response: OpenedMembers,
  },
  'analytics.membersPage': {
    kind: 'query',
    on: 'reader',
    request: MembersPage,
    response: z.array(SegmentMember),
  },
  'analytics.explainCustomer': {
    kind: 'query',
    on: 'reader',
    request: z.object({ customerId: CustomerId, analysis: RfmRequest }),
    response: CustomerExplanation,
  },
  /** Every customer's scores; for the command line. */
  'analytics.listScores': {
    kind: 'query',
    on: 'reader',
    request: z.object({ analysis: RfmRequest, ruleSet: RfmRuleSet.nullable() }),
    response: z.object({ analysis: RfmAnalysis, members: z.array(SegmentMember) }),
  },
  /** Every customer's contribution score and group; for the command line. */
  'analytics.listContribution': {
    kind: 'query',
    on: 'reader',
    request: ContributionRequest,
    response: z.object({ analysis: ContributionAnalysis, members: z.array(ContributionMember) }),
  },
  /** The seven groups by contribution, with the days and figures they were reckoned by. */
  'analytics.summarizeContribution': {
    kind: 'query',
    on: 'reader',
    request: ContributionRequest,
    response: ContributionAnalysis,
  },
  /** Orders the customers of one of the seven groups; rows are then asked for by index. */
  'analytics.openContributionMembers': {
    kind: 'query',
    on: 'reader',
    request: z.object({ analysis: ContributionRequest, group: ContributionGroup, sort: ContributionSort }),
    response: OpenedMembers,
  },
  'analytics.contributionMembersPage': {
    kind: 'query',
    on: 'reader',
    request: MembersPage,
    response: z.array(ContributionGroupMember),
  },
  /** The rules of the contribution score in all their versions, and what is to be done for each group. */
  'analytics.getContributionSettings': {
    kind: 'query',
    on: 'main',
    request: z.object({}),
    response: ContributionSettings,
  },
  /** Saves rules as a new, immutable version. `rule-invalid` for a set that is not the operator's own. */
  'analytics.saveContributionRules': {
    kind: 'command',
    on: 'writer',
    request: ContributionRulesDraft,
    response: ContributionRuleSet,
  },
  'analytics.saveGroupPolicy': { kind: 'command', on: 'writer', request: GroupPolicy, response: z.null() },
  /** How customers moved between the seven groups from one month end to another. */
  'analytics.summarizeMigration': {
    kind: 'query',
    on: 'reader',
    request: MigrationRequest,
    response: ContributionMigration,
  },
  /** Orders the customers of a cell of the moves; rows are then asked for by index. */
  'analytics.openMigrationMembers': {
    kind: 'query',
    on: 'reader',
    request: z.object({ migration: MigrationRequest, cell: MigrationCell, sort: MigrationSort }),
    response: OpenedMembers,
  },
  'analytics.migrationMembersPage': {
    kind: 'query',
    on: 'reader',
    request: MembersPage,
    response: z.array(MigrationMember),
  },
  /** How large the seven groups were at the ends of the last months. */
  'analytics.listGroupSnapshots': {
    kind: 'query',
    on: 'reader',
    request: SnapshotsRequest,
    response: ContributionSnapshots,
  },
  /** How often every buyer is expected to buy and what that is worth, or why nothing is said; for the command line. */
  'analytics.listValue': {
    kind: 'query',
    on: 'reader',
    request: ValueRequest,
    response: z.object({ analysis: ValueAnalysis, members: z.array(ValueMember) }),
  },
  /** What is expected of all buyers together, or why nothing is said. */
  'analytics.summarizeValue': { kind: 'query', on: 'reader', request: ValueRequest, response: ValueAnalysis },
  /** Every customer's tier by a standard. */
  'analytics.listTiers': { kind: 'query', on: 'reader', request: TierRequest, response: TierAnalysis },
  /** Of whom the customers consist, with sales and the change since the period before. */
  'analytics.composeCustomers': {
    kind: 'query',
    on: 'reader',
    request: CompositionRequest,
    response: Composition,
  },
  /** The customers by what they bought in a period, with classes A, B and C and the Pareto curve. */
  'analytics.rankCustomers': { kind: 'query', on: 'reader', request: AbcRequest, response: CustomerAbc },
  /** The same of products. */
  'analytics.rankProducts': { kind: 'query', on: 'reader', request: AbcRequest, response: ProductAbc },
  /** What is bought together, the highest lift first. */
  'analytics.findBasketRules': {
    kind: 'query',
    on: 'reader',
    request: BasketRequest,
    response: BasketAnalysis,
  },
  /** Products whose name holds a text, the shortest names first. */
  'analytics.findProducts': {
    kind: 'query',
    on: 'reader',
    request: z.object({ text: z.string().trim().max(200) }),
    response: z.array(BasketProduct).max(mostFoundProducts),
  },
  /** Orders the customers behind a mark of an analysis; rows are then asked for by index. */
  'analytics.openMarkMembers': {
    kind: 'query',
    on: 'reader',
    request: z.object({ mark: AnalysisMark, sort: MarkMemberSort }),
    response: OpenedMembers,
  },
  'analytics.markMembersPage': {
    kind: 'query',
    on: 'reader',
    request: MembersPage,
    response: z.array(MarkMember),
  },
  /** Who stays: cohorts by the month of the first purchase, repurchases, new and returning customers. */
  'analytics.summarizeCohorts': {
    kind: 'query',
    on: 'reader',
    request: CohortRequest,
    response: CohortAnalysis,
  },
  /** How purchases spread over the months of whole years, the days of the week and the hours. */
  'analytics.summarizeSeasons': {
    kind: 'query',
    on: 'reader',
    request: SeasonRequest,
    response: SeasonAnalysis,
  },
  /** What is bought most, at which price and when, of all, a customer or a segment. */
  'analytics.summarizePreferences': {
    kind: 'query',
    on: 'reader',
    request: PreferenceRequest,
    response: Preferences,
  },
  /** How much is bought at a discount, by category and by groups of customers, against the shop. */
  'analytics.summarizePriceSensitivity': {
    kind: 'query',
    on: 'reader',
    request: SensitivityRequest,
    response: SensitivitySummary,
  },
  /** The same customer by customer; for the command line. */
  'analytics.listPriceSensitivity': {
    kind: 'query',
    on: 'reader',
    request: SensitivityRequest,
    response: SensitivityAnalysis,
  },
  /** What a customer may buy next, each with its reason. */
  'analytics.findNextProducts': {
    kind: 'query',
    on: 'reader',
    request: NextProductRequest,
    response: NextProducts,
  },
  /** Who a customer or a segment is, section by section; every sentence says what it rests on. */
  'analytics.getPortrait': { kind: 'query', on: 'reader', request: PortraitRequest, response: Portrait },
  /** The rows that a sentence of a portrait rests on. */
  'analytics.getPortraitRows': {
    kind: 'query',
    on: 'reader',
    request: PortraitRowsRequest,
    response: PortraitRows,
  },
  'analytics.listRuleSets': {
    kind: 'query',
    on: 'main',
    request: z.object({}),
    response: z.array(RfmRuleSet),
  },
  /** Saves a rule set as a new, immutable version. `rule-invalid` when its cut points do not rise. */
  'analytics.saveRuleSet': {
    kind: 'command',
    on: 'writer',
    request: z.object({ ruleSet: RfmRuleSet.omit({ version: true }) }),
    response: RfmRuleSet,
  },
} as const satisfies Contract
