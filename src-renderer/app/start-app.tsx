import { createRoot } from 'react-dom/client'
import { applyMode } from '#renderer/design/css-variables.ts'
import { setLanguage } from '#renderer/i18n/set-language.ts'
import { connectEvents } from '#renderer/ipc/connect-events.ts'
import { createQueryClient } from '#renderer/ipc/query-client.ts'
import { modeOf } from '#renderer/ipc/use-mode.ts'
import { requestOptions } from '#renderer/ipc/use-request.ts'
import { App, createAppRouter } from './app.tsx'

/** The hidden window that a report is laid out in has no way to main but its data. */
const isPrintWindow = () => window.location.hash.startsWith('#/print/')

/** Draws the window once it is known what it stands before; until then the page's own first picture stays. */
export async function startApp(container: HTMLElement): Promise<void> {
  const client = createQueryClient()
  if (!isPrintWindow()) {
    connectEvents(client)
    const preferences = requestOptions('preferences.get', {})
    await Promise.all([
      client.prefetchQuery(preferences),
      client.prefetchQuery(requestOptions('archives.state', {})),
    ])
    const known = client.getQueryData(preferences.queryKey)
    if (known) setLanguage(known.language)
    applyMode(modeOf(known?.theme ?? 'system'))
  }
  createRoot(container).render(<App client={client} router={createAppRouter()} />)
}
