import { z } from 'zod'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { CreditDraft, CustomerCredit, DebtorList } from '#shared/domain/credit.ts'
import { RatioReadings } from '#shared/domain/credit-ratios.ts'
import { CustomerId } from '#shared/domain/customer.ts'
import type { Contract } from './method.ts'

const CreditRecordId = z.int().positive()
const Saved = z.object({ changeSetId: z.int().nullable() })

export const creditContract = {
  /** All that is known of a customer's credit on a day: statements with ratios, sheets, what was agreed, what is owed. */
  'credit.ofCustomer': {
    kind: 'query',
    on: 'main',
    request: z.object({ customerId: CustomerId, asOf: CalendarDate }),
    response: CustomerCredit,
  },
  /** Who owes what on a day, the longest overdue first. */
  'credit.listDebtors': {
    kind: 'query',
    on: 'reader',
    request: z.object({ asOf: CalendarDate }),
    response: DebtorList,
  },
  'credit.add': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerId: CustomerId, record: CreditDraft }),
    response: Saved,
  },
  /** Changes what was noted; of another kind it cannot become: `not-found`. */
  'credit.save': {
    kind: 'command',
    on: 'writer',
    request: z.object({ creditRecordId: CreditRecordId, record: CreditDraft }),
    response: Saved,
  },
  'credit.remove': {
    kind: 'command',
    on: 'writer',
    request: z.object({ creditRecordId: CreditRecordId }),
    response: Saved,
  },
  /** Keeps by which reading the two ratios are computed that the source states in another way than textbooks do. */
  'credit.saveReadings': {
    kind: 'command',
    on: 'writer',
    request: z.object({ readings: RatioReadings }),
    response: RatioReadings,
  },
} as const satisfies Contract
