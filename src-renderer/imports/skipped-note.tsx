import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { OfferedFile } from './desk-file.ts'

const namesShown = 4

/** What lay in a folder and is not read, by name. Nothing when there is nothing. */
export function SkippedNote({ skipped }: { skipped: readonly OfferedFile[] }) {
  const { t } = useTranslation()
  if (skipped.length === 0) return null
  const word = ({ name, skipped: reason }: OfferedFile) =>
    t('imports.skipped.file', { name, reason: reason ? t(`imports.skipped.${reason}`) : '' })
  const all = skipped.map(word)
  const shown = all.slice(0, namesShown).join(t('imports.listSeparator'))
  return (
    <div className="small secondary" title={all.slice(0, 50).join('\n')} role="status">
      {t(all.length > namesShown ? 'imports.skipped.more' : 'imports.skipped', {
        count: all.length,
        files: shown,
      })}
    </div>
  )
}
