import './entries.css'
import { Button } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type FileEntry, FileEntryKind } from '#shared/domain/file-entry.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { entryParts, partOf } from './entry-parts.ts'

/** Lines of a kind that are drawn at once. */
const shownLines = 200

type Open = { readonly kind: FileEntryKind; readonly entry: FileEntry | null }

/** What a file has any number of, kind by kind: notes of service, letters, responsible persons, competitors, rewards. */
export function EntriesPanel({ file }: { file: CustomerFile }) {
  const { isReadOnly } = useOpenArchive()
  const { data, error } = useRequest('entries.ofCustomer', { customerId: file.customerId })
  const { data: facts } = useRequest('program.facts', {})
  const [open, setOpen] = useState<Open | null>(null)
  const isFilled = (kind: FileEntryKind) => data?.some(({ entry }) => entry.kind === kind)
  const kinds = FileEntryKind.options.filter(
    kind => kind !== 'person' || file.kind === 'company' || isFilled(kind),
  )
  return (
    <div className="entries">
      {error && <ErrorNote error={error.data} />}
      {!data && !error && <Skeleton lines={6} />}
      {data &&
        kinds.map(kind => (
          <KindPanel
            key={kind}
            kind={kind}
            entries={data.filter(({ entry }) => entry.kind === kind)}
            onOpen={isReadOnly || !facts ? undefined : entry => setOpen({ kind, entry })}
          />
        ))}
      {open && facts && (
        <EntryDialog
          customerId={file.customerId}
          {...open}
          today={facts.today}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

type KindPanelProps = {
  readonly kind: FileEntryKind
  readonly entries: readonly FileEntry[]
  readonly onOpen: ((entry: FileEntry | null) => void) | undefined
}

function KindPanel({ kind, entries, onOpen }: KindPanelProps) {
  const { t, tCode } = useTranslation()
  const name = tCode(`entry-kind.${kind}`)
  const [isAll, setAll] = useState(false)
  const shown = isAll ? entries : entries.slice(0, shownLines)
  return (
    <Panel
      title={name}
      extra={
        onOpen && (
          <Button size="small" aria-label={t('entries.add', { kind: name })} onClick={() => onOpen(null)}>
            {t('entries.addShort')}
          </Button>
        )
      }
    >
      {entries.length === 0 && <p className="tertiary">{t(`entries.none.${kind}`)}</p>}
      {entries.length > 0 && (
        <table className="plain-table entry-lines">
          <tbody>
            {shown.map(entry => (
              <EntryLine key={entry.entryId} kind={kind} entry={entry} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
      {entries.length > shown.length && (
        <LinkButton onClick={() => setAll(true)}>
          {t('entries.more', { count: entries.length - shown.length })}
        </LinkButton>
      )}
    </Panel>
  )
}

type EntryLineProps = Pick<KindPanelProps, 'kind' | 'onOpen'> & { readonly entry: FileEntry }

function EntryLine({ kind, entry, onOpen }: EntryLineProps) {
  const { t, tCode } = useTranslation()
  const [main, ...others] = wordsOf(kind, entry, tCode)
  const day = partOf(entry.entry, 'happenedOn')
  return (
    <tr>
      {day !== null && <td className="num nowrap entry-when">{day}</td>}
      <td className="selectable entry-words">
        <span>{main}</span>
        {others.length > 0 && <div className="small secondary">{others.join('　')}</div>}
      </td>
      <td className="right">
        {onOpen && (
          <LinkButton onClick={() => onOpen(entry)} label={t('entries.editOne', { name: main ?? '' })}>
            {t('entries.editShort')}
          </LinkButton>
        )}
      </td>
    </tr>
  )
}

/** The words of a line: what it is about first, then its other parts. */
function wordsOf(
  kind: FileEntryKind,
  { entry }: FileEntry,
  tCode: ReturnType<typeof useTranslation>['tCode'],
): string[] {
  const words = entryParts[kind].flatMap(({ name, input }) => {
    const value = partOf(entry, name)
    if (value === null || input === 'day') return []
    return [{ input, text: input === 'choice' ? tCode(`entry.${name}.${value}`) : value }]
  })
  const main = words.findIndex(word => word.input === 'story' || word.input === 'line')
  const first = words[Math.max(0, main)]
  return [first, ...words.filter(word => word !== first)].flatMap(word => word?.text ?? [])
}
