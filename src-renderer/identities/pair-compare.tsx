import { Button, Radio } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { ComparedFile } from '#shared/contract/identities.contract.ts'
import {
  type FieldSource,
  type FieldSources,
  MergeField,
  mergedFields,
} from '#shared/domain/customer-merge.ts'
import type { DuplicatePair, PairDecision } from '#shared/domain/duplicate.ts'

type PairCompareProps = {
  readonly pair: DuplicatePair
  readonly importBatchId: number | null
  readonly isReadOnly: boolean
  readonly onNext: () => void
}

/** Both files side by side: which one stays, whose value each field takes, and what is decided. */
export function PairCompare({ pair, importBatchId, isReadOnly, onNext }: PairCompareProps) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const [isSwapped, setSwapped] = useState(false)
  const [sources, setSources] = useState<FieldSources>({})
  const [survivor, other] = isSwapped ? [pair.other, pair.survivor] : [pair.survivor, pair.other]
  const customerIds = [survivor.customerId, other.customerId]
  const { data, error } = useRequest('identities.compare', { customerIds })
  const merge = useCommand('identities.merge')
  const decide = useCommand('identities.decide')
  const [first, second] = data?.files ?? []
  if (error) return <ErrorNote error={error.data} />
  if (!data || !first || !second) return null
  const chosen = { ...data.proposed, ...sources }
  const keep = (swapped: boolean) => {
    setSwapped(swapped)
    setSources({})
  }
  const mergeNow = async () => {
    const done = await merge.run({
      ...{ survivorId: survivor.customerId, otherIds: [other.customerId], sources: chosen, importBatchId },
    })
    if (done) tellDone(t('duplicates.merged', { name: survivor.name }), done.changeSetId)
  }
  const decideNow = async (decision: PairDecision) => {
    const done = await decide.run({ customerIds: [survivor.customerId, other.customerId], decision })
    if (done) tellDone(t(`duplicates.decided.${decision}`), done.changeSetId)
  }
  const fields = MergeField.options.filter(
    field => first.fields[field] !== null || second.fields[field] !== null,
  )
  const result = mergedFields([first, second], chosen)
  return (
    <Panel title={t('duplicates.compare')} className="duplicates-compare">
      <Radio.Group value={isSwapped} onChange={event => keep(event.target.value as boolean)}>
        {[false, true].map(swapped => {
          const file = swapped ? pair.other : pair.survivor
          return (
            <Radio key={String(swapped)} value={swapped}>
              {t('duplicates.keep', { archiveNumber: file.archiveNumber, name: file.name })}
            </Radio>
          )
        })}
      </Radio.Group>
      <table className="duplicates-table">
        <thead>
          <tr>
            <th />
            <th>{first.archiveNumber}</th>
            <th>{second.archiveNumber}</th>
            <th>{t('duplicates.result')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(field => (
            <FieldRow
              key={field}
              field={field}
              files={[first, second]}
              source={chosen[field] ?? first.customerId}
              result={result[field]}
              onChoose={source => setSources({ ...sources, [field]: source })}
            />
          ))}
          <UnitedRow
            label={t('duplicates.contacts')}
            files={[first, second]}
            of={file => file.contactPoints.map(point => point.value)}
          />
          <UnitedRow label={t('duplicates.tags')} files={[first, second]} of={file => file.tags} />
          <UnitedRow
            label={t('duplicates.accounts')}
            files={[first, second]}
            of={file => file.identities.map(one => one.value)}
          />
          <UnitedRow
            label={t('duplicates.orders')}
            files={[first, second]}
            of={file => [String(file.total.orderCount)]}
            isSum
          />
        </tbody>
      </table>
      {merge.error && <ErrorNote error={merge.error.data} />}
      {decide.error && <ErrorNote error={decide.error.data} />}
      <div className="row duplicates-acts">
        {!isReadOnly && (
          <>
            <Button type="primary" loading={merge.isRunning} onClick={() => void mergeNow()}>
              {t('duplicates.merge')}
            </Button>
            <Button onClick={() => void decideNow('same-apart')}>{t('duplicates.sameApart')}</Button>
            <Button onClick={() => void decideNow('different')}>{t('duplicates.different')}</Button>
          </>
        )}
        <Button onClick={onNext}>{t('duplicates.later')}</Button>
      </div>
    </Panel>
  )
}

type FieldRowProps = {
  readonly field: MergeField
  readonly files: readonly [ComparedFile, ComparedFile]
  readonly source: FieldSource
  readonly result: string | null
  readonly onChoose: (source: FieldSource) => void
}

function FieldRow({ field, files, source, result, onChoose }: FieldRowProps) {
  const { t } = useTranslation()
  const label = t(`duplicates.field.${field}`)
  const [first, second] = files
  const isSame = first.fields[field] === second.fields[field]
  const canBoth = field === 'note' && first.fields.note !== null && second.fields.note !== null
  return (
    <tr>
      <th>{label}</th>
      {files.map(file => (
        <td key={file.customerId}>
          {isSame ? (
            <ValueText field={field} value={file.fields[field]} />
          ) : (
            <Radio
              name={`${field} ${first.customerId}`}
              checked={source === file.customerId}
              onChange={() => onChoose(file.customerId)}
            >
              <ValueText field={field} value={file.fields[field]} />
            </Radio>
          )}
        </td>
      ))}
      <td>
        <ValueText field={field} value={result} />
        {canBoth && !isSame && (
          <Radio
            name={`${field} ${first.customerId}`}
            checked={source === 'both'}
            onChange={() => onChoose('both')}
          >
            {t('duplicates.both')}
          </Radio>
        )}
      </td>
    </tr>
  )
}

function ValueText({ field, value }: { field: MergeField; value: string | null }) {
  const { t, tCode } = useTranslation()
  if (value === null) return <span className="tertiary">{t('customers.conflict.empty')}</span>
  if (field === 'kind') return <>{tCode(`customer-kind.${value}`)}</>
  if (field === 'cardType') return <>{tCode(`card-type.${value}`)}</>
  return <>{field === 'gender' ? tCode(`gender.${value}`) : value}</>
}

type UnitedRowProps = {
  readonly label: string
  readonly files: readonly [ComparedFile, ComparedFile]
  readonly of: (file: ComparedFile) => readonly string[]
  readonly isSum?: boolean
}

/** What is united is not asked about. */
function UnitedRow({ label, files, of, isSum = false }: UnitedRowProps) {
  const all = files.map(of)
  const united = isSum
    ? [String(all.flat().reduce((sum, value) => sum + Number(value), 0))]
    : [...new Set(all.flat())]
  return (
    <tr>
      <th>{label}</th>
      {[...all, united].map((values, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the three columns stand where they stand
        <td key={column}>{values.join('、')}</td>
      ))}
    </tr>
  )
}
