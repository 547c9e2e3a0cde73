import './plans.css'
import { Button } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useStatedWords } from '#renderer/components/stated-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CollectionPlan } from '#shared/domain/collection-plan.ts'
import { PlanDialog } from './plan-dialog.tsx'

/** The plans of collecting information: what for, what, from whom, and how many values came of each. */
export function PlansPanel() {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { data, error } = useRequest('plans.list', {})
  const { data: facts } = useRequest('program.facts', {})
  const [open, setOpen] = useState<{ readonly plan: CollectionPlan | null } | null>(null)
  const canEdit = !isReadOnly && facts !== undefined
  return (
    <Panel
      title={t('plans.title')}
      extra={
        canEdit && (
          <Button size="small" onClick={() => setOpen({ plan: null })}>
            {t('plans.add')}
          </Button>
        )
      }
    >
      {error && <ErrorNote error={error.data} />}
      {!data && !error && <Skeleton />}
      <p className="small tertiary">{t('plans.about')}</p>
      {data?.plans.length === 0 && <p className="tertiary">{t('plans.none')}</p>}
      {data && data.plans.length > 0 && (
        <table className="plain-table plan-lines">
          <tbody>
            {data.plans.map(plan => (
              <PlanLine
                key={plan.planId}
                plan={plan}
                onOpen={canEdit ? () => setOpen({ plan }) : undefined}
              />
            ))}
          </tbody>
        </table>
      )}
      {open && facts && <PlanDialog known={open.plan} today={facts.today} onClose={() => setOpen(null)} />}
    </Panel>
  )
}

type PlanLineProps = { readonly plan: CollectionPlan; readonly onOpen: (() => void) | undefined }

function PlanLine({ plan: { plan, valueCount }, onOpen }: PlanLineProps) {
  const { t } = useTranslation()
  const stated = useStatedWords()
  const { goal, kinds, scope, targetGroup, methodOptionId, people, fromOn, toOn } = plan
  const days = fromOn || toOn ? `${fromOn ?? '…'} – ${toOn ?? '…'}` : null
  const others = [kinds, scope, targetGroup, stated({ methodOptionId }), people, days].filter(Boolean)
  return (
    <tr>
      <td className="selectable plan-words">
        <span>{goal}</span>
        {others.length > 0 && <div className="small secondary">{others.join('　')}</div>}
      </td>
      <td className="num nowrap secondary">{t('plans.values', { count: valueCount })}</td>
      <td className="right">
        {onOpen && (
          <LinkButton onClick={onOpen} label={t('plans.editOne', { goal })}>
            {t('plans.change')}
          </LinkButton>
        )}
      </td>
    </tr>
  )
}
