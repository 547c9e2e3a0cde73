import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { cardValue } from '#renderer/i18n/card-value.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import {
  type LaterPart,
  proposedSplit,
  type SplitChoices,
  type SplitSide,
} from '#shared/domain/customer-merge.ts'

/** Parts a merged file again; what came later is asked about, with a proposal for each. */
export function SplitDialog({ mergeId, onClose }: { mergeId: number; onClose: () => void }) {
  const words = useTranslation()
  const { t } = words
  const { tellDone } = useUndo()
  const { data, error } = useRequest('identities.previewSplit', { mergeId })
  const split = useCommand('identities.split')
  const [sides, setSides] = useState<Readonly<Record<string, SplitSide>>>({})
  const [edits, setEdits] = useState<SplitChoices['edits']>({})
  const keyOf = ({ kind, id }: LaterPart) => `${kind} ${id}`
  const splitNow = async () => {
    if (!data) return
    const parts = data.later.map(part => ({
      ...{ kind: part.kind, id: part.id, side: sides[keyOf(part)] ?? part.proposed },
    }))
    const done = await split.run({ mergeId, choices: { ...proposedSplit, parts, edits } })
    if (!done) return
    tellDone(t('duplicates.splitDone', { name: data.name }), done.changeSetId)
    onClose()
  }
  const names = data && [
    { value: 'survivor' as const, label: `${data.survivorArchiveNumber} ${data.survivorName}` },
    { value: 'other' as const, label: `${data.archiveNumber} ${data.name}` },
  ]
  return (
    <Modal
      open
      width={640}
      title={data && t('duplicates.splitTitle', { archiveNumber: data.archiveNumber, name: data.name })}
      okText={t('duplicates.split')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !data, loading: split.isRunning, autoFocus: true }}
      onOk={() => void splitNow()}
      onCancel={onClose}
    >
      {error && <ErrorNote error={error.data} />}
      {split.error && <ErrorNote error={split.error.data} />}
      {data && names && (
        <>
          <p>
            {t('duplicates.splitText', {
              orders: data.returning.order,
              contacts: data.returning['contact-point'],
            })}
          </p>
          {data.later.length > 0 && <b>{t('duplicates.splitLater')}</b>}
          {data.later.map(part => (
            <fieldset key={keyOf(part)} className="conflict-field">
              <legend>{`${part.label} ${part.day ?? ''}`}</legend>
              <Radio.Group
                name={keyOf(part)}
                value={sides[keyOf(part)] ?? part.proposed}
                onChange={event => setSides({ ...sides, [keyOf(part)]: event.target.value as SplitSide })}
                options={names}
              />
            </fieldset>
          ))}
          {data.edits.length > 0 && <b>{t('duplicates.splitEdits')}</b>}
          {data.edits.map(({ field, now }) => (
            <fieldset key={field} className="conflict-field">
              <legend>{`${t(`duplicates.field.${field}`)} ${cardValue(words, field, now)}`}</legend>
              <Radio.Group
                name={field}
                value={edits[field] ?? 'survivor'}
                onChange={event =>
                  setEdits({ ...edits, [field]: event.target.value as SplitSide | 'before' })
                }
                options={[...names, { value: 'before', label: t('duplicates.editBefore') }]}
              />
            </fieldset>
          ))}
        </>
      )}
    </Modal>
  )
}
