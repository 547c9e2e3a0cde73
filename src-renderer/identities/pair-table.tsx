import { Radio } from 'antd'
import { cardValue } from '#renderer/i18n/card-value.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ComparedFile } from '#shared/contract/identities.contract.ts'
import type { CardField } from '#shared/domain/card-field.ts'
import type { MergeChoices } from './use-merge-choices.ts'

type PairTableProps = {
  readonly files: readonly [ComparedFile, ComparedFile]
  readonly choices: MergeChoices
  /** The field that the keys choose for. */
  readonly current: CardField | null
  readonly isReadOnly: boolean
  readonly hrefOf: (customerId: number) => string
}

/** Both files and what becomes of them, field by field. */
export function PairTable({ files, choices, current, isReadOnly, hrefOf }: PairTableProps) {
  const { t } = useTranslation()
  return (
    <table className="plain-table duplicates-table">
      <thead>
        <tr>
          <td />
          {files.map(file => (
            <th key={file.customerId} scope="col">
              <a className="link num" href={hrefOf(file.customerId)}>
                {file.archiveNumber}
              </a>
              <Radio
                name={`survivor ${files[0].customerId}`}
                checked={choices.survivor === file}
                disabled={isReadOnly}
                onChange={() => choices.keep(file.customerId)}
              >
                {t('duplicates.leave')}
              </Radio>
            </th>
          ))}
          <th scope="col">{t('duplicates.result')}</th>
        </tr>
      </thead>
      <tbody>
        {choices.fields.map(field => (
          <FieldRow
            key={field}
            field={field}
            files={files}
            choices={choices}
            isCurrent={field === current}
            isReadOnly={isReadOnly}
          />
        ))}
        <UnitedRow
          label={t('duplicates.contacts')}
          lists={files.map(file => file.contactPoints.map(point => point.value))}
        />
        <UnitedRow label={t('duplicates.tags')} lists={files.map(file => file.tags)} />
        <UnitedRow
          label={t('duplicates.accounts')}
          lists={files.map(file =>
            file.identities.filter(({ kind }) => kind === 'buyer-id').map(one => one.value),
          )}
        />
        <tr>
          <th scope="row">{t('duplicates.orders')}</th>
          {files.map(file => (
            <td key={file.customerId} className="num">
              {file.total.orderCount}
            </td>
          ))}
          <td className="num">{files[0].total.orderCount + files[1].total.orderCount}</td>
        </tr>
      </tbody>
    </table>
  )
}

type FieldRowProps = Pick<PairTableProps, 'files' | 'choices' | 'isReadOnly'> & {
  readonly field: CardField
  readonly isCurrent: boolean
}

function FieldRow({ field, files, choices, isCurrent, isReadOnly }: FieldRowProps) {
  const { t } = useTranslation()
  const { chosen, result, differing, choose } = choices
  const isSame = !differing.includes(field)
  const canBoth = field === 'note' && !isSame && files.every(file => file.fields.note !== null)
  const choice = (source: number | 'both') => ({
    name: `${field} ${files[0].customerId}`,
    checked: chosen[field] === source,
    disabled: isReadOnly,
    onChange: () => choose(field, source),
  })
  return (
    <tr className={isCurrent ? 'is-current' : ''} aria-current={isCurrent}>
      <th scope="row">{t(`duplicates.field.${field}`)}</th>
      {files.map(file => (
        <td key={file.customerId}>
          {isSame ? (
            <ValueText field={field} value={file.fields[field]} />
          ) : (
            <Radio {...choice(file.customerId)}>
              <ValueText field={field} value={file.fields[field]} />
            </Radio>
          )}
        </td>
      ))}
      <td>
        <ValueText field={field} value={result[field]} />
        {canBoth && (
          <div>
            <Radio {...choice('both')}>{t('duplicates.both')}</Radio>
          </div>
        )}
      </td>
    </tr>
  )
}

function ValueText({ field, value }: { field: CardField; value: string | null }) {
  const text = cardValue(useTranslation(), field, value)
  return value === null ? <span className="tertiary">{text}</span> : text
}

/** What is united is not asked about. */
function UnitedRow({ label, lists }: { label: string; lists: readonly (readonly string[])[] }) {
  const united = [...new Set(lists.flat())]
  if (united.length === 0) return null
  return (
    <tr>
      <th scope="row">{label}</th>
      {[...lists, united].map((values, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the three columns stand where they stand
        <td key={column} className="selectable">
          {values.map(value => (
            <div key={value}>{value}</div>
          ))}
        </td>
      ))}
    </tr>
  )
}
