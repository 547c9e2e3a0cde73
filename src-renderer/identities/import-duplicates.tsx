import { Button } from 'antd'
import { Note } from '#renderer/components/note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useDuplicateSearch } from './use-duplicate-search.ts'

type ImportDuplicatesProps = { readonly importBatchId: number; readonly href: string }

/** Says after an import how many of its customers may be known already; nothing until they were counted. */
export function ImportDuplicates({ importBatchId, href }: ImportDuplicatesProps) {
  const { t } = useTranslation()
  const { pairs, isSearching } = useDuplicateSearch({ reason: null, importBatchId, start: 0, count: 1 })
  if (!pairs || isSearching || pairs.isStale || pairs.total === 0) return null
  return (
    <Note
      action={
        <Button size="small" href={href}>
          {t('duplicates.look')}
        </Button>
      }
    >
      {t('duplicates.count', { count: pairs.total })}
    </Note>
  )
}
