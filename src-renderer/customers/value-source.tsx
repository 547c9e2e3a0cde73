import { Popover } from 'antd'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useStatedWords } from '#renderer/components/stated-words.ts'
import { formatInstant } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { SourcedValue } from '#shared/domain/field-source.ts'
import type { SourceRow, ValueSource, ValueSubject } from '#shared/domain/value-source.ts'
import { SourceDialog } from './source-dialog.tsx'

/** Where an import is shown: features know no paths, the page gives them. */
export const ImportHref = createContext<(importBatchId: number) => string>(() => '#')

/** Where a customer is shown. */
export const CustomerHref = createContext<(customerId: number) => string>(() => '#')

type WithSourceProps = {
  readonly customerId: number
  readonly subject: ValueSubject
  /** What the value is called, for a screen reader. */
  readonly name: string
  readonly children: ReactNode
}

/** A value with the way to where it comes from: the button is seen when the pointer or the focus is there. */
export function WithSource({ customerId, subject, name, children }: WithSourceProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [isStating, setStating] = useState(false)
  const statedWords = useStatedWords()
  const sourced = SourcedValue.safeParse(subject)
  const { data: stated } = useRequest('quality.statedValues', { customerId })
  const source = stated?.find(one => isSame(one.subject, subject))?.source
  const state = sourced.success
    ? () => {
        setOpen(false)
        setStating(true)
      }
    : undefined
  return (
    <span className="with-source">
      {children}
      {source && (
        <span className="small tertiary stated-source" title={source.note ?? undefined}>
          {statedWords(source)}
        </span>
      )}
      <Popover
        trigger="click"
        open={isOpen}
        onOpenChange={setOpen}
        content={<SourceCard customerId={customerId} subject={subject} isShown={isOpen} onState={state} />}
      >
        <button
          type="button"
          className={isOpen ? 'link small source-button is-open' : 'link small source-button'}
          aria-label={t('source.label', { name })}
          aria-expanded={isOpen}
          onKeyDown={event => {
            if (event.key !== 'Escape' || !isOpen) return
            event.stopPropagation()
            setOpen(false)
          }}
        >
          {t('source.show')}
        </button>
      </Popover>
      {isStating && sourced.success && (
        <SourceDialog
          customerId={customerId}
          subject={sourced.data}
          name={name}
          source={source}
          onClose={() => setStating(false)}
        />
      )}
    </span>
  )
}

/** Both name a value in the same words; keys may stand in another order. */
function isSame(one: SourcedValue, other: ValueSubject): boolean {
  if (one.of === 'card') return other.of === 'card' && other.field === one.field
  if (one.of === 'own') return other.of === 'own' && other.fieldId === one.fieldId
  return other.of === 'contact' && other.kind === one.kind && other.value === one.value
}

type SourceCardProps = Pick<WithSourceProps, 'customerId' | 'subject'> & {
  readonly isShown: boolean
  readonly onState: (() => void) | undefined
}

function SourceCard({ customerId, subject, isShown, onState }: SourceCardProps) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { data, error } = useRequest('imports.sourceOf', { customerId, subject }, { isEnabled: isShown })
  if (error) return <ErrorNote error={error.data} />
  return (
    <div className="source-card">
      {data ? <SourceText source={data} /> : <Skeleton lines={2} />}
      {onState && !isReadOnly && (
        <div>
          <LinkButton onClick={onState}>{t('source.state')}</LinkButton>
        </div>
      )}
    </div>
  )
}

function SourceText({ source }: { source: ValueSource }) {
  const { t, tCode } = useTranslation()
  const importHref = useContext(ImportHref)
  if (source.origin === 'unknown') return <div className="secondary">{t('source.unknown')}</div>
  const actor = source.actor === 'operator' ? t('source.actor.operator') : source.actor
  const when = (
    <div className="small tertiary">{t('source.when', { when: formatInstant(source.madeAt), actor })}</div>
  )
  if (source.origin === 'edit')
    return (
      <>
        <b>{t('source.edit', { act: tCode(`change.${source.kind}`) })}</b>
        {when}
      </>
    )
  const { fileName: file, sheetName: sheet, rows, rowCount, importBatchId } = source
  return (
    <>
      <b>{sheet === '' ? t('source.import', { file }) : t('source.importSheet', { file, sheet })}</b>
      {when}
      {source.isUndone && <div className="small secondary">{t('source.undone')}</div>}
      {rows.length === 0 && <div className="secondary">{t('source.noCells')}</div>}
      {rows.map(row => (
        <SourceCells key={row.rowNumber} row={row} />
      ))}
      {rowCount > rows.length && (
        <div className="small tertiary">{t('source.more', { count: rowCount - rows.length })}</div>
      )}
      <a className="link" href={importHref(importBatchId)}>
        {t('source.open')}
      </a>
    </>
  )
}

function SourceCells({ row }: { row: SourceRow }) {
  const { t } = useTranslation()
  return (
    <div className="source-row">
      <span className="small tertiary num">{t('source.row', { row: String(row.rowNumber) })}</span>
      {row.cells.map(({ address, header, text }) => (
        <span key={address}>
          <span className="brand num">{address}</span> <span className="tertiary">{header}</span>{' '}
          <span className="selectable">{text}</span>
        </span>
      ))}
    </div>
  )
}
