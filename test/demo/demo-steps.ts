import { readdirSync } from 'node:fs'
import path from 'node:path'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import type { Bridge } from '#shared/contract/bridge.ts'
import type { CustomerRow } from '#shared/domain/customer.ts'
import type { ImportBatch } from '#shared/domain/import-batch.ts'
import { everyImport } from '#shared/domain/import-history.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { makeTranslate } from '#shared/i18n/translate.ts'
import { dropFiles } from '#test/e2e/drop.ts'
import { type DemoWindow, insist, readPdf, textPattern } from './demo-window.ts'

const t = makeTranslate('zh-CN')

/** The page of the window, with a count of how often the search index was told to be complete. */
type ListeningPage = { readonly kehu: Bridge; indexedTimes?: number }

type Counts = { readonly customers: number; readonly orders: number; readonly orderLines: number }

/** The main job, in the order in which a seller does it. */
export async function doMainJob(demo: DemoWindow, sampleFolder: string): Promise<void> {
  await demo.step('start screen of a first start', async () => {
    await demo.seen(demo.button(t('start.sample')))
    await demo.shoot('start')
    return {}
  })
  await demo.step('sample shop opened, its workbooks read', async () => {
    await demo.click('start.sample')
    await demo.seen(importButton(demo))
    await demo.shoot('import-preview-customers')
    return { files: workbooksIn(sampleFolder).length }
  })
  await demo.step('customers imported and searchable', async () => {
    const facts = await importShown(demo)
    await demo.shoot('import-result')
    return facts
  })
  await demo.step('orders looked at, imported and searchable', async () => {
    await demo.click('imports.result.next')
    await demo.seen(importButton(demo))
    await demo.shoot('import-preview-orders')
    const facts = await importShown(demo)
    await demo.shoot('import-result-orders')
    return facts
  })
  const counts = await demo.ask('archives.counts', {})
  const customer = await findBestCustomer(demo)
  await lookAtCustomers(demo, counts)
  await searchCustomer(demo, customer)
  await lookAtSegments(demo)
  await printReports(demo, customer)
  await takeBackAndImportAgain(demo, sampleFolder, counts)
  await lookAtTheRest(demo)
  await lookInOtherColours(demo)
}

const importButton = (demo: DemoWindow) => demo.button(textPattern('imports.import'))

function workbooksIn(folder: string): string[] {
  const names = readdirSync(folder).filter(name => name.endsWith('.xlsx'))
  return names.toSorted().map(name => path.join(folder, name))
}

/** Answers what is still open, imports the file that is shown, and waits until everything of it can be searched. */
async function importShown(demo: DemoWindow): Promise<Record<string, number>> {
  const { page } = demo
  await page.evaluate(() => {
    const page = globalThis as unknown as ListeningPage
    if (page.indexedTimes === undefined)
      page.kehu.onEvent('data.changed', ({ topics }) => {
        if (topics.includes('search')) page.indexedTimes = (page.indexedTimes ?? 0) + 1
      })
    page.indexedTimes = 0
  })
  const history = { filter: everyImport, start: 0, count: 1 }
  const { total: before } = await demo.ask('imports.history', history)
  if ((await importButton(demo).getAttribute('aria-disabled')) === 'true') await chooseNoShop(demo)
  await demo.waitFor(
    'the import button',
    async () => (await importButton(demo).getAttribute('aria-disabled')) !== 'true',
  )
  await importButton(demo).click()
  await demo.seen(page.getByText(textPattern('imports.result.done')))
  const start = performance.now()
  await demo.waitFor('the search index', () =>
    page.evaluate(() => ((globalThis as unknown as ListeningPage).indexedTimes ?? 0) > 0),
  )
  const indexMs = Math.round(performance.now() - start)
  const { total, batches } = await demo.ask('imports.history', history)
  insist(total === before + 1, 'the history names the import')
  return factsOf(batches[0] as ImportBatch, indexMs)
}

function factsOf({ counts, elapsedMs }: ImportBatch, indexMs: number): Record<string, number> {
  const { rows, created, updated, unchanged, rejected, customersCreated, ordersCreated, linesCreated } =
    counts
  insist(rows === created + updated + unchanged + rejected, 'every row of the file has one verdict')
  return {
    rows,
    created,
    updated,
    unchanged,
    rejected,
    customers: customersCreated,
    orders: ordersCreated,
    lines: linesCreated,
    'ms to write': elapsedMs,
    'ms until searchable': indexMs,
  }
}

async function chooseNoShop({ page }: DemoWindow): Promise<void> {
  await page.getByRole('combobox', { name: t('imports.source.shop'), exact: true }).click()
  await page.getByRole('option', { name: t('imports.shop.none') }).click()
}

async function findBestCustomer(demo: DemoWindow): Promise<CustomerRow> {
  const sort = { column: 'spendMinor', isDescending: true } as const
  const { listId } = await demo.ask('customers.openList', { sort })
  const rows = await demo.ask('customers.listPage', { listId, start: 0, count: 20 })
  const best = rows.find(row => row?.phone && /^\d{11}$/.test(row.phone))
  if (!best) throw new Error('a customer with a phone is among the best')
  return best
}

async function lookAtCustomers(demo: DemoWindow, counts: Counts): Promise<void> {
  await demo.step('list of all customers', async () => {
    await demo.goTo('customers')
    const grid = demo.page.getByRole('grid', { name: t('customers.title') })
    await demo.seen(grid.getByRole('gridcell'))
    insist(
      (await grid.getAttribute('aria-rowcount')) === String(counts.customers + 2),
      'the list holds everybody',
    )
    await demo.shoot('customers')
    return { ...counts }
  })
}

async function searchCustomer(demo: DemoWindow, customer: CustomerRow): Promise<void> {
  const { page } = demo
  const initials = (nameSortKey(customer.name).split('\u0001')[0] ?? '')
    .split(' ')
    .map(syllable => syllable.charAt(0))
  const digits = customer.phone?.slice(-4) ?? ''
  const search = async (text: string) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.insertText(text)
    const start = performance.now()
    const hit = page.getByRole('option').filter({ hasText: customer.archiveNumber })
    await demo.seen(hit)
    return { elapsed: Math.round(performance.now() - start), hits: await page.getByRole('option').count() }
  }
  await demo.step('search by the initials of a name in pinyin', async () => {
    const { elapsed, hits } = await search(initials.join(''))
    await demo.shoot('search')
    await page.keyboard.press('Escape')
    return { letters: initials.length, 'hits shown': hits, 'ms until painted': elapsed }
  })
  await demo.step('search by four digits of a phone, customer opened', async () => {
    const { elapsed, hits } = await search(digits)
    await page.getByRole('option').filter({ hasText: customer.archiveNumber }).click()
    await demo.seen(page.getByRole('heading', { name: customer.name }))
    await demo.shoot('customer')
    return { 'hits shown': hits, 'ms until painted': elapsed }
  })
  await demo.step('details and orders of the customer', async () => {
    await page.getByRole('tab', { name: t('customers.tab.details') }).click()
    await demo.shoot('customer-details')
    await page.getByRole('tab', { name: textPattern('customers.tab.orders') }).click()
    await demo.seen(page.getByRole('gridcell'))
    await demo.shoot('customer-orders')
    return { orders: customer.total.orderCount }
  })
}

async function lookAtSegments(demo: DemoWindow): Promise<void> {
  const { page } = demo
  await demo.step('segments of all customers', async () => {
    await demo.goTo('segments')
    await demo.seen(page.getByRole('listbox').getByRole('option'))
    const status = page.getByText(textPattern('segments.status'))
    await demo.seen(status)
    const [customers, sum] =
      ((await status.first().textContent()) ?? '').replaceAll(',', '').match(/\d+/g) ?? []
    insist(customers === sum && Number(customers) > 0, 'the segments hold everybody who is known on the day')
    await demo.shoot('segments')
    return { customers: Number(customers), 'sum of the segments': Number(sum) }
  })
  await demo.step('members behind a mark of the chart', async () => {
    const marks = page.getByRole('listbox').first().getByRole('option')
    const labels = await marks.evaluateAll(all => all.map(mark => mark.getAttribute('aria-label') ?? ''))
    const chosen = labels.findIndex(label => new RegExp(`${t('segments.customers')} [1-9]`).test(label))
    insist(chosen >= 0, 'a segment has customers')
    const [segment = '', members = ''] = (labels[chosen] ?? '').split(', ')
    const count = Number(members.replace(/\D/g, ''))
    await marks.nth(chosen).click()
    const grid = page.getByRole('grid', { name: segment })
    await demo.seen(grid)
    await demo.waitFor(
      'the members',
      async () => (await grid.getAttribute('aria-rowcount')) === String(count + 1),
    )
    await demo.shoot('segment-members')
    await page.getByText(t('segments.tab.months'), { exact: true }).click()
    await demo.shoot('months')
    return { members: count }
  })
}

/** What lies between two words is a matter of layout. */
function isIn(text: string, part: string): boolean {
  return text.replace(/\s+/g, '').includes(part.replace(/\s+/g, ''))
}

async function printReports(demo: DemoWindow, customer: CustomerRow): Promise<void> {
  const { page } = demo
  const savePdf = async (name: string, isShown: RegExp) => {
    const file = path.join(demo.folder, name)
    await demo.answerSaveDialog(file)
    await demo.seen(page.getByText(isShown).filter({ visible: true }))
    await demo.seen(page.getByText(textPattern('reports.pages')))
    await demo.shoot(`report-${name.replace('.pdf', '')}`)
    await demo.click('reports.savePdf')
    const told = page
      .getByText(new RegExp(`${textPattern('reports.saved').source}`))
      .filter({ hasText: name })
    await demo.seen(told)
    const said = (await told.first().textContent()) ?? ''
    await page
      .getByRole('button', { name: t('common.close') })
      .last()
      .click()
    const pdf = readPdf(file)
    const saved = t('reports.saved', { name, pages: String(pdf.pages) })
    insist(said.includes(saved), `the window tells ${pdf.pages} pages`)
    for (let number = 1; number <= pdf.pages; number++)
      insist(
        isIn(pdf.text, t('reports.page', { page: number, pages: pdf.pages })),
        `page ${number} carries its number`,
      )
    return pdf
  }
  await demo.step('customer file as a PDF', async () => {
    await demo.open(`#/customers/${customer.customerId}`)
    await demo.click('customers.print')
    const pdf = await savePdf(
      'customer-file.pdf',
      new RegExp(t('reports.file.archiveNumber', { number: customer.archiveNumber })),
    )
    const { orders } = await demo.ask('customers.get', { customerId: customer.customerId, orderLimit: 500 })
    const numbers = orders.flatMap(order => order.orderNumber ?? [])
    const missing = numbers.filter(number => !isIn(pdf.text, number))
    insist(
      missing.length === 0,
      `${missing.length} of ${numbers.length} order numbers are missing in the PDF`,
    )
    for (const part of [customer.name, customer.archiveNumber, t('reports.file.orders')])
      insist(isIn(pdf.text, part), 'the PDF names customer, number and purchases')
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll('.reports-sheets .paper-body')].filter(
          body => body.scrollHeight > body.clientHeight + 1,
        ).length,
    )
    insist(cut === 0, `${cut} pages of the preview lose their last rows`)
    return { pages: pdf.pages, 'order numbers found in its text': numbers.length }
  })
  await demo.step('segment report as a PDF', async () => {
    await demo.goTo('segments')
    await demo.seen(page.getByRole('listbox').getByRole('option'))
    await demo.click('segments.report')
    const pdf = await savePdf('segment-report.pdf', textPattern('reports.segment.total'))
    insist(isIn(pdf.text, t('reports.segment.rule')), 'the PDF explains its rule')
    return { pages: pdf.pages }
  })
}

async function takeBackAndImportAgain(demo: DemoWindow, sampleFolder: string, counts: Counts): Promise<void> {
  const { page } = demo
  const stats = await demo.ask('archives.stats', {})
  await demo.step('both imports taken back', async () => {
    await demo.goTo('imports')
    // What was imported still lies on the desk.
    if (await demo.button(t('imports.result.finish')).isVisible()) await demo.click('imports.result.finish')
    const history = page.getByRole('grid', { name: t('imports.history.title') })
    await demo.seen(history.getByRole('gridcell'))
    await demo.shoot('imports')
    let elapsedMs = 0
    for (const row of [0, 1]) {
      await history
        .getByRole('row')
        .nth(row + 1)
        .getByRole('gridcell')
        .first()
        .click()
      await demo.click('imports.undo.title')
      const dialog = page.getByRole('dialog')
      await demo.seen(dialog.getByText(/./))
      if (row === 0) await demo.shoot('undo-import')
      const start = performance.now()
      await dialog.getByRole('button', { name: t('imports.undo.title') }).click()
      await demo.seen(dialog.getByText(t('imports.undo.done')))
      elapsedMs += Math.round(performance.now() - start)
      await dialog
        .getByRole('button', { name: t('common.close') })
        .last()
        .click()
      await dialog.waitFor({ state: 'hidden' })
    }
    const left = await demo.ask('archives.counts', {})
    insist(left.customers + left.orders + left.orderLines === 0, 'nothing is left of the imports')
    await demo.goTo('customers')
    await demo.seen(page.getByText(t('customers.empty')))
    await demo.shoot('customers-empty')
    return { ...left, 'ms for both': elapsedMs }
  })
  await demo.step('both workbooks dropped on the window and imported again', async () => {
    await dropFiles(page, '#root', workbooksIn(sampleFolder))
    for (const index of workbooksIn(sampleFolder).keys()) {
      if (index > 0) await demo.click('imports.result.next')
      await demo.seen(importButton(demo))
      await importShown(demo)
    }
    const again = await demo.ask('archives.counts', {})
    const statsAgain = await demo.ask('archives.stats', {})
    insist(
      JSON.stringify(again) === JSON.stringify(counts),
      `${formatNumber(again.customers)} customers, ${formatNumber(again.orders)} orders`,
    )
    insist(JSON.stringify(statsAgain) === JSON.stringify(stats), 'revenue and dates are the same again')
    return { ...again, revenue: stats.revenue }
  })
}

async function lookAtTheRest(demo: DemoWindow): Promise<void> {
  const { page } = demo
  await demo.step('forms, safety, settings', async () => {
    const customer = await findBestCustomer(demo)
    await demo.goTo('customers')
    await demo.click('customers.new')
    await demo.seen(page.getByRole('textbox').filter({ visible: true }))
    await demo.shoot('customer-new')
    await demo.open(`#/customers/${customer.customerId}/edit`)
    await demo.seen(page.getByRole('heading', { name: t('customers.form.edit', { name: customer.name }) }))
    await demo.shoot('customer-edit')
    await demo.goTo('reports')
    await demo.goTo('safety')
    await demo.seen(page.getByRole('heading', { name: t('safety.title') }))
    await demo.shoot('safety')
    await demo.goTo('settings')
    await demo.seen(page.getByRole('heading', { name: t('settings.title') }))
    await demo.shoot('settings')
    const { lastBackup } = await openArchive(demo)
    return { 'sequence of the last backup': lastBackup?.sequence ?? 0 }
  })
}

async function openArchive(demo: DemoWindow) {
  const state = await demo.ask('archives.state', {})
  if (state.kind !== 'open') throw new Error('the archive is open')
  return state
}

/** The same pages in English and in dark, some of them. */
async function lookInOtherColours(demo: DemoWindow): Promise<void> {
  const { page } = demo
  const english = makeTranslate('en')
  const { customerId } = await findBestCustomer(demo)
  const look = async (suffix: string) => {
    for (const entry of ['customers', 'segments', 'imports', 'settings'] as const) {
      await demo.goTo(entry)
      await page.waitForTimeout(400)
      await demo.shoot(`${entry}-${suffix}`)
    }
    await demo.open(`#/customers/${customerId}`)
    await demo.seen(page.getByRole('heading'))
    await demo.shoot(`customer-${suffix}`)
  }
  await demo.step('the same in dark, and in English', async () => {
    await demo.goTo('settings')
    await page.getByText(t('settings.theme.dark'), { exact: true }).click()
    await look('dark')
    await demo.goTo('settings')
    await page.getByText(t('settings.theme.light'), { exact: true }).click()
    await page.getByText(t('settings.language.en'), { exact: true }).click()
    await demo.seen(page.getByRole('heading', { name: english('settings.title') }))
    await look('en')
    return {}
  })
}
