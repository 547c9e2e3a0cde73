import './credit.css'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type CalendarDate, isCalendarDate } from '#shared/domain/calendar-date.ts'
import type { CreditKind, CreditRecord } from '#shared/domain/credit.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { OpenOrdersPanel, PositionPanel } from './position-panel.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { ReviewsPanel } from './reviews-panel.tsx'
import { StatementDialog } from './statement-dialog.tsx'
import { StatementsPanel } from './statements-panel.tsx'
import { TermsDialog } from './terms-dialog.tsx'

const dialogs = { terms: TermsDialog, statement: StatementDialog, review: ReviewDialog } as const

/** The credit of a customer: what was agreed and is owed, statements with ratios, sheets. */
export function CreditTab({ file }: { file: CustomerFile }) {
  const { data: facts } = useRequest('program.facts', {})
  if (!facts || !isCalendarDate(facts.today)) return <Skeleton lines={6} />
  return <Credit customerId={file.customerId} asOf={facts.today} />
}

type Open = { readonly kind: CreditKind; readonly record: CreditRecord | null }

function Credit({ customerId, asOf }: { customerId: number; asOf: CalendarDate }) {
  const { isReadOnly } = useOpenArchive()
  const { data: credit, error } = useRequest(
    'credit.ofCustomer',
    { customerId, asOf },
    { keepsPrevious: true },
  )
  const [open, setOpen] = useState<Open | null>(null)
  const opener = (kind: CreditKind) =>
    isReadOnly ? undefined : (record: CreditRecord | null) => setOpen({ kind, record })
  const Dialog = open && dialogs[open.kind]
  return (
    <div className="credit">
      {error && <ErrorNote error={error.data} />}
      {!credit && !error && <Skeleton lines={6} />}
      {credit && (
        <>
          <PositionPanel credit={credit} onOpen={opener('terms')} />
          <ReviewsPanel reviews={credit.reviews} onOpen={opener('review')} />
          <OpenOrdersPanel credit={credit} />
          <StatementsPanel credit={credit} onOpen={opener('statement')} />
        </>
      )}
      {Dialog && (
        <Dialog customerId={customerId} record={open.record} today={asOf} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}
