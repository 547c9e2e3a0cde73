import { Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Note } from '#renderer/components/note.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useJob } from '#renderer/ipc/use-job.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { type DuplicatePair, DuplicateReason } from '#shared/domain/duplicate.ts'
import { PairCompare } from './pair-compare.tsx'
import './identities.css'

const pageSize = 100

type DuplicatesPanelProps = {
  /** Only pairs of the customers of this import. */
  readonly importBatchId: number | null
  readonly isReadOnly: boolean
  readonly onAll: () => void
}

/** Customers who may be one: the pairs on the left, both files of the chosen one on the right. */
export function DuplicatesPanel({ importBatchId, isReadOnly, onAll }: DuplicatesPanelProps) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const search = useJob('identities.find')
  const merging = useJob('identities.mergeSafe')
  const [reason, setReason] = useState<DuplicateReason | null>(null)
  const [start, setStart] = useState(0)
  const [chosen, setChosen] = useState(0)
  const request = { reason, importBatchId, start, count: pageSize }
  const { data, error } = useRequest('identities.listPairs', request)
  const isIdle = search.state.kind === 'idle'
  useEffect(() => {
    if (data === null && isIdle) void search.start({})
  }, [data, isIdle, search.start])
  const isSearching = search.state.kind === 'running'
  const pairs = data?.pairs ?? []
  const pair = pairs[Math.min(chosen, pairs.length - 1)]
  const mergeSafe = async () => {
    const done = await merging.start({ importBatchId })
    if (done?.changeSetId) tellDone(t('duplicates.mergedSafe', { count: done.merged }), done.changeSetId)
  }
  const show = (next: DuplicateReason | null) => {
    setReason(next)
    setStart(0)
    setChosen(0)
  }
  return (
    <div className="page-body duplicates">
      <PageHead title={t('duplicates.title')}>
        {data && <span className="secondary num">{t('duplicates.count', { count: data.total })}</span>}
        <span className="grow" />
        <Select<DuplicateReason | 'all'>
          aria-label={t('duplicates.reason')}
          value={reason ?? 'all'}
          onChange={value => show(value === 'all' ? null : value)}
          options={[
            { value: 'all', label: t('duplicates.allReasons') },
            ...DuplicateReason.options.map(code => ({
              value: code,
              label: `${t(`duplicates.reason.${code}`)} ${data?.counts.find(one => one.reason === code)?.count ?? 0}`,
            })),
          ]}
          className="duplicates-reason"
        />
        {importBatchId !== null && <Button onClick={onAll}>{t('duplicates.whole')}</Button>}
        <Button onClick={() => void search.start({})} loading={isSearching}>
          {t('duplicates.again')}
        </Button>
        {!isReadOnly && (data?.safeCount ?? 0) > 0 && (
          <Button type="primary" loading={merging.state.kind === 'running'} onClick={() => void mergeSafe()}>
            {t('duplicates.mergeSafe', { count: data?.safeCount ?? 0 })}
          </Button>
        )}
      </PageHead>
      {error && <ErrorNote error={error.data} />}
      {search.state.kind === 'failed' && <ErrorNote error={search.state.error.data} />}
      {merging.state.kind === 'failed' && <ErrorNote error={merging.state.error.data} />}
      {data?.isStale && !isSearching && <Note>{t('duplicates.stale')}</Note>}
      {data && pairs.length === 0 && !isSearching && <EmptyState text={t('duplicates.none')} />}
      {pair && (
        <div className="duplicates-columns">
          <PairList pairs={pairs} chosen={pair} onChoose={index => setChosen(index)} />
          <PairCompare
            key={`${pair.survivor.customerId} ${pair.other.customerId}`}
            pair={pair}
            importBatchId={importBatchId}
            isReadOnly={isReadOnly}
            onNext={() => setChosen(index => (index + 1) % pairs.length)}
          />
        </div>
      )}
      {data && data.total > pageSize && (
        <div className="row">
          <Button disabled={start === 0} onClick={() => setStart(start - pageSize)}>
            {t('duplicates.previousPage')}
          </Button>
          <Button disabled={start + pageSize >= data.total} onClick={() => setStart(start + pageSize)}>
            {t('duplicates.nextPage')}
          </Button>
        </div>
      )}
    </div>
  )
}

type PairListProps = {
  readonly pairs: readonly DuplicatePair[]
  readonly chosen: DuplicatePair
  readonly onChoose: (index: number) => void
}

function PairList({ pairs, chosen, onChoose }: PairListProps) {
  const { t } = useTranslation()
  return (
    <ul className="panel duplicates-list" aria-label={t('duplicates.title')}>
      {pairs.map((pair, index) => (
        <li key={`${pair.survivor.customerId} ${pair.other.customerId}`}>
          <button
            type="button"
            className={pair === chosen ? 'duplicates-pair is-chosen' : 'duplicates-pair'}
            aria-pressed={pair === chosen}
            onClick={() => onChoose(index)}
          >
            <b>{`${pair.survivor.name} · ${pair.other.name}`}</b>
            <span className="small secondary">
              {t(`duplicates.confidence.${pair.confidence}`)}
              {pair.reasons.map(
                ({ code, value }) =>
                  ` · ${t(`duplicates.reason.${code}`)}${value === null ? '' : ` ${value}`}`,
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
