import { Button, Select } from 'antd'
import { useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Note } from '#renderer/components/note.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useJob } from '#renderer/ipc/use-job.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { DuplicateReason } from '#shared/domain/duplicate.ts'
import { PairCompare } from './pair-compare.tsx'
import { PairList } from './pair-list.tsx'
import { useDuplicateSearch } from './use-duplicate-search.ts'
import './identities.css'

const pageSize = 100

type DuplicatesPanelProps = {
  /** Only pairs of the customers of this import. */
  readonly importBatchId: number | null
  readonly isReadOnly: boolean
  readonly onAll: () => void
  readonly hrefOf: (customerId: number) => string
}

/** Customers who may be one: the pairs on the left, both files of the chosen one on the right. */
export function DuplicatesPanel({ importBatchId, isReadOnly, onAll, hrefOf }: DuplicatesPanelProps) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const merging = useJob('identities.mergeSafe')
  const [reason, setReason] = useState<DuplicateReason | null>(null)
  const [start, setStart] = useState(0)
  const [chosen, setChosen] = useState(0)
  const found = useDuplicateSearch({ reason, importBatchId, start, count: pageSize })
  const { pairs: page, isSearching } = found
  const pairs = page?.pairs ?? []
  const index = Math.min(chosen, pairs.length - 1)
  const pair = pairs[index]
  const safeCount = page?.safeCount ?? 0
  const mergeSafe = async () => {
    const done = await merging.start({ importBatchId })
    if (done?.changeSetId) tellDone(t('duplicates.mergedSafe', { count: done.merged }), done.changeSetId)
  }
  const show = (nextReason: DuplicateReason | null, nextStart = 0) => {
    setReason(nextReason)
    setStart(nextStart)
    setChosen(0)
  }
  const next = () => {
    if (index + 1 < pairs.length) setChosen(index + 1)
    else show(reason, page && start + pageSize < page.total ? start + pageSize : 0)
  }
  return (
    <>
      <PageHead title={t('duplicates.title')} note={page && t('duplicates.count', { count: page.total })}>
        <Select<DuplicateReason | 'all'>
          aria-label={t('duplicates.reason')}
          value={reason ?? 'all'}
          onChange={value => show(value === 'all' ? null : value)}
          options={[
            { value: 'all', label: t('duplicates.allReasons') },
            ...DuplicateReason.options.map(code => ({
              value: code,
              label: t('duplicates.reasonCount', {
                reason: t(`duplicates.reason.${code}`),
                count: page?.counts.find(one => one.reason === code)?.count ?? 0,
              }),
            })),
          ]}
          className="duplicates-reason"
        />
        {importBatchId !== null && <Button onClick={onAll}>{t('duplicates.whole')}</Button>}
        <Button onClick={found.search} loading={isSearching}>
          {t('duplicates.again')}
        </Button>
        {!isReadOnly && safeCount > 0 && (
          <Button loading={merging.state.kind === 'running'} onClick={() => void mergeSafe()}>
            {t('duplicates.mergeSafe', { count: safeCount })}
          </Button>
        )}
      </PageHead>
      {found.error && <ErrorNote error={found.error} />}
      {merging.state.kind === 'failed' && <ErrorNote error={merging.state.error.data} />}
      {page?.isStale && !isSearching && <Note>{t('duplicates.stale')}</Note>}
      {importBatchId !== null && <Note>{t('duplicates.ofImport')}</Note>}
      {!page && isSearching && (
        <EmptyState
          text={t('duplicates.searching', { percent: Math.round(found.progress * 100) })}
          action={<Button onClick={found.cancel}>{t('common.cancel')}</Button>}
        />
      )}
      {page && !pair && (
        <EmptyState text={t(isSearching ? 'duplicates.searchingAgain' : 'duplicates.none')} />
      )}
      {page && pair && (
        <div className="duplicates-columns">
          <PairList
            pairs={pairs}
            chosen={index}
            onChoose={setChosen}
            range={{ start, total: page.total, pageSize }}
            onPage={nextStart => show(reason, nextStart)}
          />
          <PairCompare
            key={`${pair.survivor.customerId} ${pair.other.customerId}`}
            pair={pair}
            importBatchId={importBatchId}
            isReadOnly={isReadOnly}
            onNext={next}
            hrefOf={hrefOf}
          />
        </div>
      )}
    </>
  )
}
