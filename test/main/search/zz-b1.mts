import fs from 'node:fs'
import { loadDocuments, loadProductIds } from '#main/search/search-document.queries.ts'
import { indexTokens } from '#main/search/search-document.ts'
import { indexQueuedCustomers, optimizeSearchIndex } from '#main/search/search-index.service.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'
import { fillSampleShop, sampleCustomer } from '#test/main/search/sample-shop.ts'

const N = +process.argv[2] || 20000
const t = openTestDatabase()
const cpu = () => {
  const c = process.cpuUsage()
  return (c.user + c.system) / 1e3
}
let a = cpu()
fillSampleShop(t.db, { customers: N, ordersPerCustomer: 2, products: 500 })
console.log('fill ms', cpu() - a)
const s0 = fs.statSync(t.file).size
a = cpu()
const w = performance.now()
while (indexQueuedCustomers(t.db, 1000) > 0);
const d = cpu() - a
console.log('index us/customer cpu', (d / N) * 1000, 'wall', ((performance.now() - w) / N) * 1000)
a = cpu()
optimizeSearchIndex(t.db)
console.log('optimise us/customer', ((cpu() - a) / N) * 1000)
const ids = Array.from({ length: 1000 }, (_, i) => i + 1)
for (let k = 0; k < 3; k++) {
  a = cpu()
  const docs = loadDocuments(t.db, ids)
  const b = cpu()
  const pr = loadProductIds(t.db, ids)
  const c = cpu()
  let n = 0,
    m = 0
  for (const doc of docs) {
    const x = indexTokens(doc, pr.get(doc.customerId) ?? [])
    n += new TextDecoder().decode(x.key).split(' ').length - 1
    m += new TextDecoder().decode(x.all).split(' ').length - 1
  }
  console.log(
    'load us',
    b - a,
    'products us',
    c - b,
    'tokens us',
    cpu() - c,
    'tokens key',
    n / 1000,
    'all',
    m / 1000,
  )
}
console.log(sampleCustomer(7), sampleCustomer(8))
t.db.prepare('select 1').get()
for (const tab of ['search_key', 'search_all'])
  console.log(tab, (t.db.prepare(`select sum(length(block)) n from ${tab}_data`).get() as any).n / 1e6)
t.close()
