import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CompletenessKey } from './completeness.ts'
import { ContributionAnalysis, ContributionGroup, ContributionGroupMember } from './contribution.ts'
import { ContributionRuleSet, GroupPolicy } from './contribution-rule-set.ts'
import { CustomerCredit } from './credit.ts'
import { CurrencyCode } from './currency.ts'
import { CustomerId, CustomerRow, StoredContactPoint } from './customer.ts'
import { FilterRequest } from './customer-filter.ts'
import { FieldGroup, FieldId, FieldOption } from './field.ts'
import { FieldValues } from './field-value.ts'
import { Portrait, PortraitRequest } from './portrait.ts'
import {
  AnalysisPeriod,
  CustomerExplanation,
  MemberSelector,
  RfmAnalysis,
  RfmRequest,
  SegmentMember,
} from './rfm-analysis.ts'
import { OpeningBalance, SalesOrder } from './sales-order.ts'

/** A customer's file on one page of the window, and on paper. */
export const CustomerFile = CustomerRow.extend({
  /** Resident ID number with its middle hidden; whole by `customers.revealIdNumber` only. */
  idNumber: z.string().nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  legacyNumber: z.string().nullable(),
  contactRefusedOn: CalendarDate.nullable(),
  /** When somebody confirmed the whole file last. */
  confirmedOn: CalendarDate.nullable(),
  /** What the card asks for and the file does not hold. */
  missing: z.array(CompletenessKey),
  contactPoints: z.array(StoredContactPoint),
  identities: z.array(
    z.object({
      kind: z.string(),
      platform: z.string(),
      shop: z.string(),
      value: z.string(),
      nickname: z.string().nullable(),
    }),
  ),
  openingBalances: z.array(OpeningBalance),
  /** Values of the fields beyond the default card that are on the form. */
  fields: FieldValues,
  /** Orders of any status, newest first; at most the number asked for. */
  orders: z.array(SalesOrder),
  allOrderCount: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type CustomerFile = z.infer<typeof CustomerFile>

/** Which report is wanted. */
export const ReportRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('customer-file'),
    customerId: CustomerId,
    analysis: RfmRequest,
    sections: z.array(z.enum(['card', 'fields', 'figures', 'credit', 'orders', 'signature'])),
    isMasked: z.boolean(),
    hasHoleMargin: z.boolean(),
  }),
  z.object({
    kind: z.literal('segment'),
    analysis: RfmRequest,
    selector: MemberSelector,
    sections: z.array(z.enum(['chart', 'rule', 'members'])),
    isMasked: z.boolean(),
    hasHoleMargin: z.boolean(),
  }),
  PortraitRequest.extend({ kind: z.literal('portrait'), hasHoleMargin: z.boolean() }),
  z.object({
    kind: z.literal('contribution'),
    asOf: CalendarDate,
    ruleSet: ContributionRuleSet,
    /** Whose customers are listed; null for those of all seven groups. */
    group: ContributionGroup.nullable(),
    sections: z.array(z.enum(['chart', 'rule', 'policy', 'members'])),
    isMasked: z.boolean(),
    hasHoleMargin: z.boolean(),
  }),
  z.object({
    kind: z.literal('media'),
    /** Only those whom a filter finds; null for all. */
    where: FilterRequest.nullable(),
    /** The same in words, for the page. */
    whereText: z.string().max(5000).nullable(),
    hasHoleMargin: z.boolean(),
  }),
])
export type ReportRequest = z.infer<typeof ReportRequest>

/** How many customers, how many of them bought, and their net sales over all time. Units: minor units for money. */
const BuyerSums = z.object({ customers: z.int(), buyers: z.int(), spendMinor: z.int() })

/**
 * Which media customers follow.
 *
 * Shape: `media` by number of customers, the most first; one who named several counts in each, so shares of `answered` add up to
 * more than the whole. Empty: fieldId null while the field is off the form, and nothing is counted then.
 */
export const MediaReport = z.object({
  fieldId: FieldId.nullable(),
  media: z.array(BuyerSums.extend({ option: FieldOption })),
  answered: BuyerSums,
  /** All who were looked at: those who did not say are the rest. */
  customerCount: z.int(),
})
export type MediaReport = z.infer<typeof MediaReport>

/** The data of a report, ready for its layout. Refused customers are left out of member lists and counted. */
export const ReportData = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('customer-file'),
    shopName: z.string(),
    currency: CurrencyCode,
    /** Which orders the scores count. */
    period: AnalysisPeriod,
    file: CustomerFile,
    /** Groups beyond the default card with the fields of which the file has a value, in the order of the form. */
    groups: z.array(FieldGroup),
    explanation: CustomerExplanation,
    /** Null where nothing is noted of credit and nothing is owed. */
    credit: CustomerCredit.nullable(),
    sections: z.array(z.string()),
    isMasked: z.boolean(),
    hasHoleMargin: z.boolean(),
  }),
  z.object({
    kind: z.literal('segment'),
    shopName: z.string(),
    currency: CurrencyCode,
    /** Which orders the scores count. */
    period: AnalysisPeriod,
    analysis: RfmAnalysis,
    selector: MemberSelector,
    members: z.array(SegmentMember),
    memberCount: z.int(),
    refusedCount: z.int(),
    sections: z.array(z.string()),
    isMasked: z.boolean(),
    hasHoleMargin: z.boolean(),
  }),
  Portrait.extend({
    kind: z.literal('portrait'),
    shopName: z.string(),
    currency: CurrencyCode,
    /** Null in the portrait of many. */
    customer: CustomerRow.pick({ archiveNumber: true, name: true, cardType: true }).nullable(),
    /** The segments by which the portrait of many is named. */
    segments: z.array(RfmAnalysis.shape.segments.element.pick({ code: true, name: true })),
    hasHoleMargin: z.boolean(),
  }),
  z.object({
    kind: z.literal('contribution'),
    shopName: z.string(),
    currency: CurrencyCode,
    analysis: ContributionAnalysis,
    ruleSet: ContributionRuleSet,
    policies: z.array(GroupPolicy),
    group: ContributionGroup.nullable(),
    members: z.array(ContributionGroupMember),
    memberCount: z.int(),
    refusedCount: z.int(),
    sections: z.array(z.string()),
    isMasked: z.boolean(),
    hasHoleMargin: z.boolean(),
  }),
  MediaReport.extend({
    kind: z.literal('media'),
    shopName: z.string(),
    currency: CurrencyCode,
    where: FilterRequest.nullable(),
    whereText: z.string().nullable(),
    hasHoleMargin: z.boolean(),
  }),
])
export type ReportData = z.infer<typeof ReportData>
