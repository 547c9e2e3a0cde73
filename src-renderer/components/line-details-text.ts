import type { Translation } from '#renderer/i18n/use-translation.ts'
import { attributesOf, type LineDetails } from '#shared/domain/line-details.ts'

/** What an item is like, in one line, in the order of its trade. Empty: '' for nothing. Example: 材质 棉、颜色 红 */
export function lineDetailsText(
  details: LineDetails | null | undefined,
  { tCode, language }: Pick<Translation, 'tCode' | 'language'>,
): string {
  const values: Readonly<Record<string, string | undefined>> = details?.values ?? {}
  const parts = (details ? attributesOf(details) : [])
    .filter(attribute => values[attribute])
    .map(attribute => `${tCode(`line-detail.${attribute}`)} ${values[attribute]}`)
  return parts.join(language === 'zh-CN' ? '、' : ', ')
}
