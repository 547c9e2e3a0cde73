import { type ReactNode, useEffect, useState } from 'react'
import { applyMode } from '#renderer/design/css-variables.ts'
import { setLanguage } from '#renderer/i18n/set-language.ts'
import type { PrintData } from '#shared/contract/bridge.ts'
import { ReportPages } from './report-pages.tsx'

/** Tells main that the pages stand, after two frames with all their pictures, or that they cannot. */
function report(state: 'true' | 'failed'): void {
  const { dataset } = document.documentElement
  if (state === 'failed') dataset.printReady = state
  else
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        dataset.printReady = state
      }),
    )
}

const PrintSheets = ({ children }: { readonly children: ReactNode }) => (
  <div className="print-sheets">{children}</div>
)

/** A picture that cannot be drawn holds nothing up: its place stays empty. */
const sayReady = () =>
  void Promise.allSettled([...document.images].map(image => image.decode())).then(() => report('true'))

/** The pages of a report in the hidden window that is printed; its data come from main, once. */
export function PrintPanel() {
  const [data, setData] = useState<PrintData | null>(null)
  useEffect(() => {
    document.documentElement.classList.add('is-print')
    applyMode('light')
    window.kehuPrint.getData().then(
      given => {
        if (!given) return report('failed')
        setLanguage(given.language)
        setData(given)
      },
      () => report('failed'),
    )
  }, [])
  if (!data) return null
  return <ReportPages data={data.report} printedOn={data.printedOn} onPages={sayReady} Sheets={PrintSheets} />
}
