import { Button } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { WinBack } from '#shared/domain/card.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { WinBackDialog } from './win-back-dialog.tsx'

type WinBacksProps = { readonly file: CustomerFile; readonly winBacks: readonly WinBack[] }

/** What was tried to win a former customer back, newest first. */
export function WinBacks({ file, winBacks }: WinBacksProps) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { tellDone } = useUndo()
  const remove = useCommand('cards.deleteWinBack')
  const [isAdding, setAdding] = useState(false)
  const { data: facts } = useRequest('program.facts', {})
  const removeOne = async ({ winBackId, triedOn }: WinBack) => {
    const done = await remove.run({ winBackId })
    if (done?.changeSetId) tellDone(t('cards.winBack.removed', { day: triedOn }), done.changeSetId)
  }
  const addButton = !isReadOnly && facts && file.cardType === 'former' && (
    <Button size="small" onClick={() => setAdding(true)}>
      {t('cards.winBack.add')}
    </Button>
  )
  return (
    <Panel title={t('cards.winBack')} extra={addButton}>
      {remove.error && <ErrorNote error={remove.error.data} />}
      {file.contactRefusedOn && <Note tone="seal">{t('cards.winBack.refused')}</Note>}
      {winBacks.length === 0 && <p className="tertiary">{t('cards.winBack.none')}</p>}
      <table className="plain-table card-steps">
        <tbody>
          {winBacks.map(one => (
            <tr key={one.winBackId}>
              <td className="num nowrap">{one.triedOn}</td>
              <td className="nowrap">{t(`win-back-way.${one.way}`)}</td>
              <td>
                {t(`win-back-outcome.${one.outcome}`)}
                {one.note && <div className="secondary selectable card-note">{one.note}</div>}
              </td>
              {!isReadOnly && (
                <td className="right">
                  <Button
                    size="small"
                    aria-label={t('cards.winBack.removeOf', { day: one.triedOn })}
                    onClick={() => void removeOne(one)}
                  >
                    {t('common.remove')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {isAdding && facts && (
        <WinBackDialog file={file} today={facts.today} onClose={() => setAdding(false)} />
      )}
    </Panel>
  )
}
