import { Button } from 'antd'
import { useContext, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { Tag } from '#renderer/components/tag.tsx'
import { formatInstant } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import type { HistoryEntry, HistoryLine } from '#shared/domain/edit-history.ts'
import { useHistoryWords } from './history-words.ts'
import { ImportHref } from './value-source.tsx'

/** Acts that are asked for at once. */
const step = 50

/** What happened to a file, act by act, each value with that of before and the way back to it. */
export function HistoryPanel({ customerId }: { customerId: number }) {
  const { t } = useTranslation()
  const [limit, setLimit] = useState(step)
  const { data, error } = useRequest('customers.history', { customerId, limit }, { keepsPrevious: true })
  const rest = data ? data.total - data.entries.length : 0
  return (
    <Panel title={t('customers.tab.history')}>
      <p className="small tertiary">{t('customers.history.hint')}</p>
      {error && <ErrorNote error={error.data} />}
      {!data && !error && <Skeleton lines={6} />}
      <ol className="history">
        {data?.entries.map(entry => (
          <Entry key={entry.changeSetId} customerId={customerId} entry={entry} />
        ))}
      </ol>
      {rest > 0 && (
        <LinkButton onClick={() => setLimit(limit + step)}>
          {t('customers.history.more', { count: rest })}
        </LinkButton>
      )}
    </Panel>
  )
}

function Entry({ customerId, entry }: { customerId: number; entry: HistoryEntry }) {
  const { t, tCode } = useTranslation()
  const importHref = useContext(ImportHref)
  const act = tCode(`change.${entry.kind}`)
  const actor = entry.actor === 'operator' ? t('source.actor.operator') : entry.actor
  const when = formatInstant(entry.madeAt)
  return (
    <li className={entry.isUndone ? 'is-undone' : ''}>
      <div className="history-act">
        <time className="small tertiary num nowrap" dateTime={entry.madeAt}>
          {when}
        </time>
        <b>{entry.step === 'act' ? act : t(`customers.history.${entry.step}`, { act })}</b>
        {entry.isUndone && <Tag>{t('customers.history.undone')}</Tag>}
        {entry.fileName !== null && entry.importBatchId !== null && (
          <a className="link clip" href={importHref(entry.importBatchId)} title={entry.fileName}>
            {entry.fileName}
          </a>
        )}
        <span className="small tertiary">{actor}</span>
      </div>
      <table
        className="plain-table history-lines"
        aria-label={t('customers.history.actLabel', { act, when })}
      >
        <tbody>
          {entry.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an act never change
            <Line key={index} customerId={customerId} line={line} />
          ))}
        </tbody>
      </table>
    </li>
  )
}

function Line({ customerId, line }: { customerId: number; line: HistoryLine }) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { tellDone } = useUndo()
  const [isRunning, setRunning] = useState(false)
  const { nameOf, textOf } = useHistoryWords()
  const name = nameOf(line.subject)
  if (line.subject.of === 'file')
    return (
      <tr>
        <td colSpan={3}>{name}</td>
      </tr>
    )
  const { putBackId } = line
  const before = textOf(line.subject, line.before)
  const putBack = async (id: number) => {
    setRunning(true)
    try {
      const { changeSetId } = await call('customers.putBack', { customerId, putBackId: id })
      if (changeSetId !== null) tellDone(t('customers.history.putBackDone', { name }), changeSetId)
    } catch (error) {
      showWindowError(toAppError(error))
    } finally {
      setRunning(false)
    }
  }
  return (
    <tr>
      <th scope="row" className="history-name">
        {name}
      </th>
      <td className="selectable">
        <span className={line.before === null ? 'tertiary' : 'history-before'}>{before}</span>
        <span className="tertiary"> → </span>
        <span className={line.after === null ? 'tertiary' : ''}>{textOf(line.subject, line.after)}</span>
      </td>
      <td className="right">
        {putBackId === null && line.before !== null && !isReadOnly && (
          <span className="small tertiary" title={t('customers.history.noPutBack.hint')}>
            {t('customers.history.noPutBack')}
          </span>
        )}
        {putBackId !== null && !isReadOnly && (
          <Button
            size="small"
            loading={isRunning}
            aria-label={t('customers.history.putBackLabel', { name, value: before })}
            onClick={() => void putBack(putBackId)}
          >
            {t('customers.history.putBack')}
          </Button>
        )}
      </td>
    </tr>
  )
}
