import './customers.css'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { CustomerBody } from './customer-body.tsx'
import { useListState } from './customer-list.ts'
import { CustomerPageHead } from './customer-page-head.tsx'
import { useDeleteCustomers } from './use-delete-customers.ts'
import { useNeighbours } from './use-neighbours.ts'

/** Orders that are read with the file; nearly every customer has fewer. */
const orderLimit = 500

type CustomerViewProps = {
  readonly customerId: number
  /** The list one came from; without it, that of all customers. */
  readonly list?: { readonly listId: number; readonly name: string }
  readonly onBack: () => void
  readonly onOpen: (customerId: number) => void
  readonly onEdit: () => void
  readonly onPrint: () => void
  readonly onCreate: () => void
} & PageParts

/** What other rooms put on the page. */
type PageParts = {
  /** Draws the way to another card. */
  readonly renderCardTurn?: (file: CustomerFile) => ReactNode
  /** Draws how the file went from card to card. */
  readonly renderCardHistory?: (file: CustomerFile) => ReactNode
  /** Draws the lines of the file: notes of service, letters, responsible persons and the like. */
  readonly renderEntries?: (file: CustomerFile) => ReactNode
  /** Draws the files that are attached. */
  readonly renderAttachments?: (file: CustomerFile) => ReactNode
  /** Draws who the customer is, sentence by sentence. */
  readonly renderPortrait?: (file: CustomerFile) => ReactNode
  /** Draws a call by script, beside the file. */
  readonly renderCall?: (file: CustomerFile, onClose: () => void) => ReactNode
  /** Draws what the customer may buy on credit, and owes. */
  readonly renderCredit?: (file: CustomerFile) => ReactNode
  /** Draws where the customer stands in the funnel. */
  readonly renderFunnel?: (file: CustomerFile) => ReactNode
  /** Draws what holds for everybody of the customer's regions. */
  readonly renderRegionNotes?: (file: CustomerFile) => ReactNode
}

/** The page of one customer: card, figures, and tabs for the overview, all details and all orders. */
export function CustomerView(props: CustomerViewProps) {
  const { customerId, onBack, onOpen } = props
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const {
    data: file,
    error,
    refetch,
  } = useRequest('customers.get', { customerId, orderLimit }, { keepsPrevious: true })
  const neighbours = useNeighbours(customerId, props.list?.listId ?? null)
  const isFiltered = useListState().where !== null
  const { remove } = useDeleteCustomers()
  const [calledId, setCalledId] = useState<number | null>(null)
  const open = (id: number | null | undefined) => (id ? () => onOpen(id) : undefined)
  const isThere = file?.customerId === customerId && !error
  const canEdit = isThere && !isReadOnly
  const call = canEdit && props.renderCall ? () => setCalledId(customerId) : undefined

  usePageKeys({
    Escape: onBack,
    'Alt+ArrowLeft': open(neighbours?.previousId),
    'Alt+ArrowRight': open(neighbours?.nextId),
    F2: canEdit ? props.onEdit : undefined,
    F9: call,
    'Ctrl+P': isThere ? props.onPrint : undefined,
    'Ctrl+N': isReadOnly ? undefined : props.onCreate,
  })
  const removeThis = async () => {
    if (!file) return
    const { name, archiveNumber } = file
    if (await remove([customerId], t('customers.deletedOne', { name, archiveNumber }))) onBack()
  }
  return (
    <>
      <CustomerPageHead
        neighbours={neighbours}
        place={
          props.list?.name ??
          `${t('customers.title')} / ${t(isFiltered ? 'views.filtered' : 'customers.listName')}`
        }
        isFiltered={!props.list && isFiltered}
        onBack={onBack}
        onOpen={onOpen}
        onCall={call}
        onEdit={canEdit ? props.onEdit : undefined}
        onPrint={isThere ? props.onPrint : undefined}
        onDelete={canEdit ? () => void removeThis() : undefined}
      />
      {error?.code === 'not-found' && (
        <Note action={<Button onClick={onBack}>{t('customers.back')}</Button>}>{t('customers.missing')}</Note>
      )}
      {error && error.code !== 'not-found' && (
        <ErrorNote
          error={error.data}
          action={<Button onClick={() => void refetch()}>{t('common.retry')}</Button>}
        />
      )}
      {!error && !file && <Skeleton lines={12} />}
      {!error && file && (
        <CustomerBody
          file={file}
          onEdit={canEdit ? props.onEdit : undefined}
          cardTurn={props.renderCardTurn?.(file)}
          cardHistory={props.renderCardHistory?.(file)}
          entries={props.renderEntries?.(file)}
          attachments={props.renderAttachments?.(file)}
          credit={props.renderCredit?.(file)}
          funnel={props.renderFunnel?.(file)}
          regionNotes={props.renderRegionNotes?.(file)}
          portrait={props.renderPortrait?.(file)}
          call={canEdit && calledId === customerId && props.renderCall?.(file, () => setCalledId(null))}
        />
      )}
    </>
  )
}
