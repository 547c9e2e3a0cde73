import {
  FileDoneOutlined,
  FilterOutlined,
  ImportOutlined,
  LineChartOutlined,
  PieChartOutlined,
  PrinterOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  TagsOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ComponentType, ReactNode } from 'react'
import type { MessageKey } from '#shared/i18n/messages.zh-CN.ts'
import { importCustomersPath, paths } from './paths.ts'

/** The questions by which the navigation is grouped, in order. */
export const navigationGroups = ['everyDay', 'understand', 'order', 'protect'] as const

export type NavigationEntry = {
  readonly group: (typeof navigationGroups)[number]
  readonly label: MessageKey
  readonly icon: ReactNode
}

export type AppPage = {
  /** As react-router writes it: '/customers/:customerId'. */
  readonly path: string
  /** Read from disk when the page is first opened. */
  readonly load: () => Promise<{ readonly Page: ComponentType }>
  /** Only for pages that stand in the navigation. */
  readonly entry?: NavigationEntry
  /** True for pages that are laid out on paper: no title bar, no navigation, no archive behind them. */
  readonly isBare?: boolean
}

/** Every page of the window. Entries stand in the navigation in this order; the first is the home page. */
export const pages: readonly AppPage[] = [
  {
    path: paths.customers,
    load: () => import('./pages/customers-page.tsx'),
    entry: { group: 'everyDay', label: 'shell.entry.customers', icon: <TeamOutlined /> },
  },
  { path: paths.newCustomer, load: () => import('./pages/customer-form-page.tsx') },
  { path: paths.foundCustomers, load: () => import('./pages/found-customers-page.tsx') },
  { path: paths.bin, load: () => import('./pages/bin-page.tsx') },
  { path: paths.cards, load: () => import('./pages/cards-page.tsx') },
  { path: `${paths.customers}/:customerId`, load: () => import('./pages/customer-page.tsx') },
  { path: `${paths.customers}/:customerId/edit`, load: () => import('./pages/customer-form-page.tsx') },
  {
    path: paths.funnel,
    load: () => import('./pages/funnel-page.tsx'),
    entry: { group: 'everyDay', label: 'funnel.title', icon: <FilterOutlined /> },
  },
  {
    path: paths.analyses,
    load: () => import('./pages/analyses-page.tsx'),
    entry: { group: 'understand', label: 'shell.entry.analyses', icon: <LineChartOutlined /> },
  },
  { path: `${paths.analyses}/:analysis`, load: () => import('./pages/analyses-page.tsx') },
  {
    path: paths.segments,
    load: () => import('./pages/segments-page.tsx'),
    entry: { group: 'understand', label: 'shell.entry.segments', icon: <PieChartOutlined /> },
  },
  {
    path: paths.reports,
    load: () => import('./pages/reports-page.tsx'),
    entry: { group: 'understand', label: 'shell.entry.reports', icon: <PrinterOutlined /> },
  },
  { path: paths.print, load: () => import('./pages/print-page.tsx'), isBare: true },
  {
    path: paths.imports,
    load: () => import('./pages/imports-page.tsx'),
    entry: { group: 'order', label: 'shell.entry.imports', icon: <ImportOutlined /> },
  },
  { path: importCustomersPath(':importBatchId'), load: () => import('./pages/import-customers-page.tsx') },
  {
    path: paths.quality,
    load: () => import('./pages/quality-page.tsx'),
    entry: { group: 'order', label: 'quality.title', icon: <FileDoneOutlined /> },
  },
  { path: paths.duplicates, load: () => import('./pages/duplicates-page.tsx') },
  {
    path: paths.tags,
    load: () => import('./pages/tags-page.tsx'),
    entry: { group: 'order', label: 'tags.title', icon: <TagsOutlined /> },
  },
  {
    path: paths.safety,
    load: () => import('./pages/safety-page.tsx'),
    entry: { group: 'protect', label: 'shell.entry.safety', icon: <SafetyCertificateOutlined /> },
  },
  { path: paths.fields, load: () => import('./pages/fields-page.tsx') },
  {
    path: paths.settings,
    load: () => import('./pages/settings-page.tsx'),
    entry: { group: 'protect', label: 'shell.entry.settings', icon: <SettingOutlined /> },
  },
]

/** A page with its place in the navigation. */
export type EntryPage = AppPage & { readonly entry: NavigationEntry }

/** The pages of the navigation, group by group. */
export const entryPages: readonly EntryPage[] = navigationGroups.flatMap(group =>
  pages.filter((page): page is EntryPage => page.entry?.group === group),
)
