import type { AnalysisResult } from '#main/analytics/rfm-analysis.service.ts'
import {
  explainCustomer,
  explainUnknownCustomer,
  indexOfCustomer,
} from '#main/analytics/rfm-analysis.service.ts'
import { getMembers, listMemberIndexes } from '#main/analytics/segment-members.service.ts'
import { getCustomerCredit } from '#main/credit/credit.service.ts'
import { getCustomerFile } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { listFields } from '#main/fields/field.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import type { CustomerCredit } from '#shared/domain/credit.ts'
import type { FieldGroup } from '#shared/domain/field.ts'
import type { FieldValues } from '#shared/domain/field-value.ts'
import { isIdNumber, toIdNumber } from '#shared/domain/id-number.ts'
import { maskAddress, maskContactPoint, maskEmail, maskIdNumber, maskPhone } from '#shared/domain/masking.ts'
import type { CustomerFile, ReportData, ReportRequest } from '#shared/domain/report.ts'
import type { SegmentMember } from '#shared/domain/rfm-analysis.ts'

/** A report that shows scores. */
export type ScoredReport = Extract<ReportRequest, { kind: 'customer-file' | 'segment' }>

/** More rows than this no one reads on paper; the report says how many there are. */
export const mostMembers = 2000
const mostOrders = 500

/**
 * Gathers the data of a report. What is masked is masked here, so that screen and paper cannot differ.
 *
 * Shape: a segment's members are ordered by spend; those who refused contact are left out and counted.
 * Errors: not-found for an unknown customer; rule-invalid for an unknown rule set.
 */
export function getReportData(db: ReadableDb, request: ScoredReport, result: AnalysisResult): ReportData {
  const { shopName, currency } = getArchiveSettings(db)
  const { sections, isMasked, hasHoleMargin } = request
  const head = { shopName, currency, period: request.analysis.period, sections, isMasked, hasHoleMargin }
  if (request.kind === 'customer-file') {
    const file = getCustomerFile(db, request.customerId, mostOrders)
    const groups = groupsWithValues(db, file)
    const isKnown = indexOfCustomer(result.columns.customerIds, request.customerId) >= 0
    return {
      kind: 'customer-file',
      ...head,
      file: { ...(isMasked ? maskFile(file) : file), fields: maskIdNumbers(file.fields, isMasked) },
      groups,
      credit: creditToPrint(db, request),
      explanation: isKnown
        ? explainCustomer(result, request.customerId)
        : explainUnknownCustomer(result, request.customerId),
    }
  }
  const indexes = listMemberIndexes(db, result, request.selector, {
    column: 'spendMinor',
    isDescending: true,
  })
  const reachable = indexes.filter(index => result.columns.isContactRefused[index] !== 1)
  const members = getMembers(db, result, reachable.slice(0, mostMembers))
  return {
    kind: 'segment',
    ...head,
    analysis: result.summary,
    selector: request.selector,
    members: isMasked ? members.map(maskMember) : members,
    memberCount: reachable.length,
    refusedCount: indexes.length - reachable.length,
  }
}

/** Empty: null where nothing is noted of credit and nothing is owed. */
function creditToPrint(
  db: ReadableDb,
  { customerId, analysis: { asOf } }: Extract<ScoredReport, { kind: 'customer-file' }>,
): CustomerCredit | null {
  const credit = getCustomerCredit(db, { customerId, asOf })
  const { position, statements, reviews } = credit
  const isNothing = position.terms === null && position.openOrders === 0
  return isNothing && statements.length === 0 && reviews.length === 0 ? null : credit
}

function maskFile(file: CustomerFile): CustomerFile {
  return {
    ...file,
    phone: file.phone === null ? null : maskPhone(file.phone),
    address: file.address === null ? null : maskAddress(file.address),
    email: file.email === null ? null : maskEmail(file.email),
    contactPoints: file.contactPoints.map(({ kind, value }) => ({
      kind,
      value: maskContactPoint(kind, value),
    })),
  }
}

/** Only what has a value is printed; groups that are off have none. */
function groupsWithValues(db: ReadableDb, { fields: values }: CustomerFile): FieldGroup[] {
  return listFields(db).flatMap(group => {
    const fields = group.fields.filter(({ fieldId }) => values[fieldId] !== undefined)
    return group.isOn && fields.length > 0 ? { ...group, fields } : []
  })
}

/** Resident ID numbers are masked wherever they stand; on a masked file phones are, too. */
function maskIdNumbers(fields: FieldValues, isMasked: boolean): FieldValues {
  return Object.fromEntries(
    Object.entries(fields).map(([fieldId, value]) => {
      if (typeof value !== 'string') return [fieldId, value]
      if (isIdNumber(toIdNumber(value))) return [fieldId, maskIdNumber(toIdNumber(value))]
      return [fieldId, isMasked ? value.replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, maskPhone) : value]
    }),
  )
}

function maskMember(member: SegmentMember): SegmentMember {
  return { ...member, phone: member.phone === null ? null : maskPhone(member.phone) }
}
