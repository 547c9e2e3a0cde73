import { useMemo } from 'react'
import { useCardFields } from '#renderer/components/use-card-fields.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { PreviewWords } from './row-columns.tsx'

/** What the cells of a preview are worded with: language, currency, and the fields beyond the default card. */
export function usePreviewWords(): PreviewWords {
  const words = useTranslation()
  const fields = useCardFields()
  const { currency } = useOpenArchive()
  return useMemo(() => ({ ...words, fields, currency }), [words, fields, currency])
}
