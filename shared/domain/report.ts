import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CompletenessKey } from './completeness.ts'
import { CurrencyCode } from './currency.ts'
import { CustomerId, CustomerRow, StoredContactPoint } from './customer.ts'
import { FieldGroup } from './field.ts'
import { FieldValues } from './field-value.ts'
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
    sections: z.array(z.enum(['card', 'fields', 'figures', 'orders', 'signature'])),
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
])
export type ReportRequest = z.infer<typeof ReportRequest>

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
])
export type ReportData = z.infer<typeof ReportData>
