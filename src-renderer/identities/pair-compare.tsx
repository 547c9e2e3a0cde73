import { Button } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Kbd } from '#renderer/components/kbd.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { ComparedFile } from '#shared/contract/identities.contract.ts'
import type { DuplicatePair, PairDecision } from '#shared/domain/duplicate.ts'
import { PairTable } from './pair-table.tsx'
import { useMergeChoices } from './use-merge-choices.ts'

type PairCompareProps = {
  readonly pair: DuplicatePair
  readonly importBatchId: number | null
  readonly isReadOnly: boolean
  readonly onNext: () => void
  readonly hrefOf: (customerId: number) => string
}

/** Both files side by side: which one stays, whose value each field takes, and what is decided. */
export function PairCompare({ pair, ...props }: PairCompareProps) {
  const customerIds = [pair.survivor.customerId, pair.other.customerId]
  const { data, error } = useRequest('identities.compare', { customerIds })
  const [left, right] = data?.files ?? []
  if (error) return <ErrorNote error={error.data} />
  return left && right ? <ComparedPair files={[left, right]} {...props} /> : null
}

type ComparedPairProps = Omit<PairCompareProps, 'pair'> & {
  readonly files: readonly [ComparedFile, ComparedFile]
}

function ComparedPair({ files, importBatchId, isReadOnly, onNext, hrefOf }: ComparedPairProps) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const merge = useCommand('identities.merge')
  const decide = useCommand('identities.decide')
  const choices = useMergeChoices(files)
  const { survivor, other, chosen } = choices
  const [row, setRow] = useState(0)
  const field = choices.differing[row]
  const isBusy = merge.isRunning || decide.isRunning
  const mergeNow = async () => {
    if (isBusy) return
    const done = await merge.run({
      ...{ survivorId: survivor.customerId, otherIds: [other.customerId], sources: chosen, importBatchId },
    })
    const name = choices.result.name ?? survivor.fields.name ?? ''
    if (done) tellDone(t('duplicates.merged', { name }), done.changeSetId)
  }
  const decideNow = async (decision: PairDecision) => {
    if (isBusy) return
    const done = await decide.run({ customerIds: [survivor.customerId, other.customerId], decision })
    if (done) tellDone(t(`duplicates.decided.${decision}`), done.changeSetId)
  }
  const [left, right] = files
  const choose = (source: number | 'both') =>
    field && !isReadOnly ? () => choices.choose(field, source) : undefined
  const step = (by: number) => () =>
    setRow(before => Math.max(0, Math.min(choices.differing.length - 1, before + by)))
  usePageKeys({
    '1': choose(left.customerId),
    '2': choose(right.customerId),
    '3': field === 'note' ? choose('both') : undefined,
    ArrowDown: step(1),
    ArrowUp: step(-1),
    Enter: isReadOnly ? undefined : () => void mergeNow(),
    N: onNext,
  })
  return (
    <Panel title={t('duplicates.compare')} className="duplicates-compare" extra={<KeyHints />}>
      <div className="duplicates-scroll">
        <PairTable
          files={files}
          choices={choices}
          current={field ?? null}
          isReadOnly={isReadOnly}
          hrefOf={hrefOf}
        />
      </div>
      {merge.error && <ErrorNote error={merge.error.data} />}
      {decide.error && <ErrorNote error={decide.error.data} />}
      <div className="row duplicates-acts">
        {!isReadOnly && (
          <>
            <Button type="primary" loading={merge.isRunning} onClick={() => void mergeNow()}>
              {t('duplicates.merge')}
            </Button>
            <Button disabled={isBusy} onClick={() => void decideNow('same-apart')}>
              {t('duplicates.sameApart')}
            </Button>
            <Button disabled={isBusy} onClick={() => void decideNow('different')}>
              {t('duplicates.different')}
            </Button>
          </>
        )}
        <span className="grow" />
        <Button onClick={onNext}>{t('duplicates.later')}</Button>
      </div>
    </Panel>
  )
}

function KeyHints() {
  const { t } = useTranslation()
  return (
    <span className="small tertiary nowrap">
      <Kbd keys="↑" /> <Kbd keys="↓" /> {t('duplicates.keys.field')} <Kbd keys="1" /> <Kbd keys="2" />{' '}
      <Kbd keys="3" /> {t('duplicates.keys.choose')} <Kbd keys="Enter" /> {t('duplicates.merge')}{' '}
      <Kbd keys="N" /> {t('duplicates.keys.next')}
    </span>
  )
}
