import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import type { ArchiveSettings } from '#shared/domain/settings.ts'

/** Settings of an archive that can be changed. */
export type SavedSetting =
  | 'shopName'
  | 'individualPrefix'
  | 'companyPrefix'
  | 'idleDays'
  | 'quality'
  | 'trade'
  | 'callWords'

/** Saves one setting; the toast that says so carries the way back to the old value. */
export function useSaveSetting(settings: ArchiveSettings) {
  const { t } = useTranslation()
  const toast = useToast()
  const { run, error } = useCommand('settings.save')
  const save = async <K extends SavedSetting>(name: K, value: ArchiveSettings[K]) => {
    const before = settings[name]
    const { currency: _, ...others } = settings
    const saved = await run({ ...others, [name]: value })
    if (!saved) return
    const { currency: __, ...kept } = saved
    toast({
      text: t('settings.saved', { what: t(`settings.${name as SavedSetting}`) }),
      action: { label: t('common.undo'), onClick: () => void run({ ...kept, [name]: before }) },
    })
  }
  return { error, save }
}
