import { Fragment } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { OfferedFile } from './desk-file.ts'
import { importDesk } from './import-desk.ts'
import type { WizardPlaces } from './wizard-places.ts'

const namesShown = 4

type SkippedNoteProps = {
  readonly skipped: readonly OfferedFile[]
  readonly offerWhole: WizardPlaces['offerWhole']
}

/** What lay in a folder and is not read, by name; a whole export can be brought back. Nothing when there is nothing. */
export function SkippedNote({ skipped, offerWhole }: SkippedNoteProps) {
  const { t } = useTranslation()
  const wholes = offerWhole ? skipped.filter(file => file.skipped === 'whole-export') : []
  const others = skipped.filter(file => !wholes.includes(file))
  const word = ({ name, skipped: reason }: OfferedFile) =>
    t('imports.skipped.file', { name, reason: reason ? t(`imports.skipped.${reason}`) : '' })
  const all = others.map(word)
  const shown = all.slice(0, namesShown).join(t('imports.listSeparator'))
  return (
    <>
      {wholes.map(file => (
        <Fragment key={file.fileToken}>
          {offerWhole?.(file, () => importDesk.dropSkipped(file.fileToken))}
        </Fragment>
      ))}
      {all.length > 0 && (
        <div className="small secondary" title={all.slice(0, 50).join('\n')} role="status">
          {t(all.length > namesShown ? 'imports.skipped.more' : 'imports.skipped', {
            count: all.length,
            files: shown,
          })}
        </div>
      )}
    </>
  )
}
