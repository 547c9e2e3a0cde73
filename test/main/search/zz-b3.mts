import { loadDocuments, loadProductIds } from '#main/search/search-document.queries.ts'
import { indexTokens } from '#main/search/search-document.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'
import { fillSampleShop } from '#test/main/search/sample-shop.ts'

const N = 5000
const t = openTestDatabase()
const cpu = () => {
  const c = process.cpuUsage()
  return (c.user + c.system) / 1e3
}
fillSampleShop(t.db, { customers: N, ordersPerCustomer: 2, products: 500 })
const ids = Array.from({ length: N }, (_, i) => i + 1)
const pr = loadProductIds(t.db, ids)
const docs = loadDocuments(t.db, ids)
for (let k = 0; k < 8; k++) {
  const a = cpu()
  for (const d of docs) indexTokens(d, pr.get(d.customerId) ?? [])
  console.log('us', (((cpu() - a) / N) * 1000).toFixed(1))
}
t.close()
