import { FilterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'

/** Puts the selected customers into the first stage of the funnel; those who are in it stay where they are. */
export function EnterFunnelButton({ select }: { select: () => Promise<SelectedCustomers | null> }) {
  const { t } = useTranslation()
  const toast = useToast()
  const { tellDone } = useUndo()
  const enter = useCommand('funnel.enter')
  const run = async () => {
    const customerIds = await select()
    const done = customerIds && (await enter.run({ customerIds }))
    if (!done) return
    if (done.changeSetId === null) toast({ text: t('funnel.allInside') })
    else tellDone(t('funnel.enteredMany', { count: done.entered }), done.changeSetId)
  }
  return (
    <Button icon={<FilterOutlined />} loading={enter.isRunning} onClick={() => void run()}>
      {t('funnel.enterMany')}
    </Button>
  )
}
