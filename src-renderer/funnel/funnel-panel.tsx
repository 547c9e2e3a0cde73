import './funnel.css'
import { StarFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { DefinitionList } from '#renderer/components/definition-list.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { type FunnelStep, isStarred, placeOf } from '#shared/domain/funnel.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { unjudged } from './funnel-words.ts'
import { MoveDialog } from './move-dialog.tsx'
import { useMove } from './use-move.ts'

/** Where a customer stands in the funnel, how he is judged, and how he came there. */
export function FunnelPanel({ file }: { file: CustomerFile }) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { data: steps, error } = useRequest('funnel.ofCustomer', { customerId: file.customerId })
  const { data: facts } = useRequest('program.facts', {})
  const move = useMove(facts?.today)
  const now = steps?.[0]
  return (
    <Panel
      title={t('funnel.title')}
      extra={
        !isReadOnly &&
        steps &&
        facts && (
          <Button size="small" onClick={() => move.ask(file, now ?? unjudged)}>
            {now ? t('funnel.moveOrJudge') : t('funnel.enterOne')}
          </Button>
        )
      }
    >
      {error && <ErrorNote error={error.data} />}
      {steps && !now && <p className="tertiary">{t('funnel.notIn')}</p>}
      {now && steps && <Standing now={now} since={sinceOf(steps)} />}
      {steps && steps.length > 0 && <Steps steps={steps} canRemove={!isReadOnly} />}
      {move.open && facts && (
        <MoveDialog
          move={move.open}
          today={facts.today}
          error={move.error}
          isRunning={move.isRunning}
          onSave={draft => move.save(file, draft)}
          onClose={move.close}
        />
      )}
    </Panel>
  )
}

/** The day on which the newest stay began: the oldest of the steps of the same stage, one after the other. */
function sinceOf(steps: readonly FunnelStep[]): string {
  const other = steps.findIndex(step => step.stage !== steps[0]?.stage)
  return (other === -1 ? steps : steps.slice(0, other)).at(-1)?.movedOn ?? ''
}

function Standing({ now, since }: { now: FunnelStep; since: string }) {
  const { t } = useTranslation()
  const withReason = (text: string | null, reason: string | null) =>
    text === null ? (
      <span className="tertiary">{t('funnel.unjudged')}</span>
    ) : (
      <span className="selectable">
        {reason ? t('funnel.gradeAndReason', { grade: text, reason }) : text}
      </span>
    )
  return (
    <DefinitionList
      items={[
        {
          key: 'stage',
          term: t('funnel.stage'),
          value: (
            <span>
              {isStarred(now.stage, now.demand) && (
                <StarFilled className="board-star" aria-label={t('funnel.star')} />
              )}{' '}
              {t('funnel.placeSince', {
                place: t(`funnel.place.${placeOf(now.stage, now.ability)}`),
                day: since,
              })}
            </span>
          ),
        },
        {
          key: 'demand',
          term: t('funnel.demand'),
          value: withReason(now.demand && t(`funnel.demand.${now.demand}`), now.demandNote),
        },
        {
          key: 'intention',
          term: t('funnel.intention'),
          value: withReason(now.intention && t(`funnel.intention.${now.intention}`), now.intentionReason),
        },
        {
          key: 'ability',
          term: t('funnel.ability'),
          value: withReason(now.ability && t(`funnel.ability.${now.ability}`), now.abilityReason),
        },
      ]}
    />
  )
}

function Steps({ steps, canRemove }: { steps: readonly FunnelStep[]; canRemove: boolean }) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const remove = useCommand('funnel.removeStep')
  const removeOne = async ({ funnelStepId }: FunnelStep) => {
    const done = await remove.run({ funnelStepId })
    if (done?.changeSetId) tellDone(t('funnel.stepRemoved'), done.changeSetId)
  }
  return (
    <table className="plain-table funnel-steps">
      <tbody>
        {steps.map(step => (
          <tr key={step.funnelStepId}>
            <td className="num nowrap">{step.movedOn}</td>
            <td className="funnel-said">
              {t(`funnel.place.${placeOf(step.stage, step.ability)}`)}
              {step.note && <div className="small secondary selectable">{step.note}</div>}
            </td>
            <td className="right">
              {canRemove && (
                <LinkButton
                  label={t('funnel.removeStep', { day: step.movedOn })}
                  onClick={() => void removeOne(step)}
                >
                  {t('entries.remove')}
                </LinkButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
