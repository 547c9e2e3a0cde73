import type { ReactNode } from 'react'
import { type Definition, DefinitionList } from '#renderer/components/definition-list.tsx'
import { TagList } from '#renderer/components/tag.tsx'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ContactPointKind } from '#shared/domain/customer.ts'
import type { CustomerFile } from '#shared/domain/report.ts'

/** The first value of a kind of contact point, and how many more there are. */
function FirstOf({
  file,
  kind,
  empty,
}: {
  file: CustomerFile
  kind: ContactPointKind
  empty: string
}): ReactNode {
  const { t } = useTranslation()
  const values = file.contactPoints.filter(point => point.kind === kind).map(point => point.value)
  const [first, ...more] = values
  if (first === undefined) return <span className="tertiary">{empty}</span>
  return (
    <span className={kind === 'phone' ? 'num selectable' : 'selectable'} title={values.join('\n')}>
      {kind === 'phone' ? formatPhone(first) : first}
      {more.length > 0 && (
        <span className="small tertiary"> {t('customers.moreValues', { count: more.length })}</span>
      )}
    </span>
  )
}

/** How a customer is reached, in three lines: phone, address, tags. */
export function ContactLines({ file }: { file: CustomerFile }) {
  const { t } = useTranslation()
  const items: readonly Definition[] = [
    {
      key: 'phone',
      term: t('contact-point.phone'),
      value: <FirstOf file={file} kind="phone" empty={t('customers.noPhone')} />,
    },
    {
      key: 'address',
      term: t('customers.form.address'),
      value: <FirstOf file={file} kind="address" empty={t('customers.noAddress')} />,
    },
    {
      key: 'tags',
      term: t('customers.column.tags'),
      value:
        file.tags.length > 0 ? (
          <TagList tags={file.tags} limit={6} />
        ) : (
          <span className="tertiary">{t('customers.noTags')}</span>
        ),
    },
  ]
  return <DefinitionList items={items} />
}
