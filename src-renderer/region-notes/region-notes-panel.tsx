import './region-notes.css'
import { Button } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type NotedRegion, RegionAspect, type RegionPlace } from '#shared/domain/region-note.ts'
import { RegionNotesDialog } from './region-notes-dialog.tsx'

/** What is noted of the regions of a customer's addresses, the same for all customers there. Empty: nothing without a region. */
export function RegionNotesPanel({ customerId }: { customerId: number }) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { data: regions, error } = useRequest('regionNotes.ofCustomer', { customerId })
  const [open, setOpen] = useState<NotedRegion | null>(null)
  if (error) return <ErrorNote error={error.data} />
  if (!regions || regions.length === 0) return null
  return (
    <Panel title={t('regionNotes.title')}>
      <p className="region-notes-hint small tertiary">{t('regionNotes.shared')}</p>
      {regions.map(region => (
        <RegionPart
          key={placeName(region.place)}
          region={region}
          onEdit={isReadOnly ? undefined : () => setOpen(region)}
        />
      ))}
      {open && <RegionNotesDialog region={open} name={placeName(open.place)} onClose={() => setOpen(null)} />}
    </Panel>
  )
}

function placeName({ province, city }: RegionPlace): string {
  return city === null ? province : `${province} ${city}`
}

function RegionPart({ region, onEdit }: { region: NotedRegion; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation()
  const name = placeName(region.place)
  const filled = RegionAspect.options.filter(aspect => region.notes[aspect] !== null)
  return (
    <section className="region-notes" aria-label={name}>
      <div className="row">
        <b className="grow">{name}</b>
        {onEdit && (
          <Button size="small" aria-label={t('regionNotes.edit', { region: name })} onClick={onEdit}>
            {t(filled.length === 0 ? 'regionNotes.add' : 'common.change')}
          </Button>
        )}
      </div>
      {filled.length === 0 && <p className="small tertiary">{t('regionNotes.none')}</p>}
      {filled.length > 0 && (
        <dl className="region-note-list">
          {filled.map(aspect => (
            <div key={aspect}>
              <dt className="small secondary">{t(`regionNotes.aspect.${aspect}`)}</dt>
              <dd className="region-note-text selectable">{region.notes[aspect]}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
