import type { ReactNode } from 'react'
import { type Definition, DefinitionList } from '#renderer/components/definition-list.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { formatInstant } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { CardField } from '#shared/domain/card-field.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { FileState } from './file-state.tsx'
import { IdNumber } from './id-number.tsx'
import { MissingLink } from './missing-link.tsx'
import { WithSource } from './value-source.tsx'

/** What the card says beside the ways of contact; only fields that hold something. */
export function useCardDetails(file: CustomerFile): readonly Definition[] {
  const { t, tCode } = useTranslation()
  const changedAt = useChangedAt(file)
  const fields: readonly (readonly [string, string, ReactNode])[] = [
    ['kind', t('customers.form.kind'), file.kind === 'company' ? tCode('customer-kind.company') : null],
    ['gender', t('import-field.gender'), file.gender && tCode(`gender.${file.gender}`)],
    ['birthOn', t('customers.column.birthOn'), file.birthOn],
    ['idNumber', t('import-field.idNumber'), idNumberOf(file)],
    ['occupation', t('import-field.occupation'), file.occupation],
    ['source', t('import-field.source'), file.source],
    ['firstOn', t('field.firstOn'), file.total.firstOn],
    ['legacyNumber', t('import-field.legacyNumber'), file.legacyNumber],
    ['createdAt', t('customers.details.createdAt'), formatInstant(file.createdAt)],
    ['updatedAt', t('field.updatedAt'), formatInstant(changedAt)],
  ]
  return fields
    .filter(([, , value]) => value)
    .map(([key, term, value]) =>
      withSource(file.customerId, { key, term, value: <span className="num selectable">{value}</span> }),
    )
}

/** When anything of the file was changed last, as its history says: tags, records and files among it. */
function useChangedAt({ customerId, updatedAt }: CustomerFile): string {
  const { data } = useRequest('customers.history', { customerId, limit: 1 })
  const newest = data?.entries[0]?.madeAt
  return newest !== undefined && newest > updatedAt ? newest : updatedAt
}

/** Figures and times follow from others; fields of the card have a source. */
function withSource(customerId: number, item: Definition): Definition {
  const field = CardField.safeParse(item.key)
  if (!field.success) return item
  return {
    ...item,
    value: (
      <WithSource
        customerId={customerId}
        subject={{ of: 'card', field: field.data }}
        name={typeof item.term === 'string' ? item.term : item.key}
      >
        {item.value}
      </WithSource>
    ),
  }
}

function idNumberOf({ customerId, idNumber }: CustomerFile): ReactNode {
  return idNumber && <IdNumber key={customerId} customerId={customerId} masked={idNumber} />
}

/** The details in short, with what is missing. */
export function DetailsPanel({ file, onEdit }: { file: CustomerFile; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation()
  const details = useCardDetails(file)
  return (
    <Panel title={t('customers.tab.details')} extra={<MissingLink file={file} onEdit={onEdit} />}>
      <DefinitionList items={details} />
      <FileState file={file} />
      {file.note && (
        <WithSource
          customerId={file.customerId}
          subject={{ of: 'card', field: 'note' }}
          name={t('customers.details.note')}
        >
          <p className="details-note selectable">{file.note}</p>
        </WithSource>
      )}
    </Panel>
  )
}
