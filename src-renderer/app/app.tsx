import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createHashRouter, Navigate, Outlet, type RouteObject, RouterProvider } from 'react-router'
import { ArchiveWindow } from './archive-window.tsx'
import { CloseArchive } from './close-archive.tsx'
import { PageErrorBoundary } from './page-error-boundary.tsx'
import { paths } from './paths.ts'
import { Providers } from './providers.tsx'
import { type AppPage, entryPages, pages } from './routes.tsx'

function toRoute({ path, load }: AppPage): RouteObject {
  return {
    path,
    ErrorBoundary: PageErrorBoundary,
    lazy: async () => ({ Component: (await load()).Page }),
  }
}

function HomePage() {
  return <Navigate to={entryPages[0]?.path ?? '/'} replace />
}

function WindowWithProviders() {
  return (
    <Providers>
      <ArchiveWindow>
        <Outlet />
      </ArchiveWindow>
    </Providers>
  )
}

/** The routes of the window: pages inside the frame, pages for paper without it. Hash routes need no server. */
export function createAppRouter() {
  return createHashRouter([
    {
      HydrateFallback: () => null,
      children: [
        ...pages.filter(page => page.isBare).map(toRoute),
        {
          Component: WindowWithProviders,
          ErrorBoundary: PageErrorBoundary,
          children: [
            ...pages.filter(page => !page.isBare).map(toRoute),
            { path: paths.closeArchive, Component: CloseArchive },
            { index: true, Component: HomePage },
            { path: '*', Component: HomePage },
          ],
        },
      ],
    },
  ])
}

/** The whole window. */
export function App(props: { client: QueryClient; router: ReturnType<typeof createAppRouter> }) {
  return (
    <QueryClientProvider client={props.client}>
      <RouterProvider router={props.router} />
    </QueryClientProvider>
  )
}
