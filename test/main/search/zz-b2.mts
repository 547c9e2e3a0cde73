import { loadDocuments, loadProductIds } from '#main/search/search-document.queries.ts'
import { indexTokens } from '#main/search/search-document.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'
import { fillSampleShop } from '#test/main/search/sample-shop.ts'

const N = 20000
const t = openTestDatabase()
const cpu = () => {
  const c = process.cpuUsage()
  return (c.user + c.system) / 1e3
}
fillSampleShop(t.db, { customers: N, ordersPerCustomer: 2, products: 500 })
const ids = Array.from({ length: N }, (_, i) => i + 1)
const pr = loadProductIds(t.db, ids)
const toks = loadDocuments(t.db, ids).map(d => ({
  id: d.customerId,
  ...indexTokens(d, pr.get(d.customerId) ?? []),
}))
const run = (name: string, slice: number, opts: string[], blob = false) => {
  t.db.prepare('delete from search_key').run
  for (const x of ['k', 'a']) {
    t.db.prepare(`drop table if exists ft_${x}`).run()
    t.db
      .prepare(
        `create virtual table ft_${x} using fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
      )
      .run()
    for (const o of opts) {
      const [k, v] = o.split('=')
      t.db.prepare(`insert into ft_${x}(ft_${x},rank) values('${k}',${v})`).run()
    }
  }
  const ik = t.db.prepare('insert or replace into ft_k(rowid,tokens) values(?,?)'),
    ia = t.db.prepare('insert or replace into ft_a(rowid,tokens) values(?,?)')
  const data = blob ? toks.map(x => ({ id: x.id, key: Buffer.from(x.key), all: Buffer.from(x.all) })) : toks
  const a = cpu()
  for (let i = 0; i < N; i += slice)
    t.db.transaction(() => {
      const s = data.slice(i, i + slice)
      for (const x of s) ik.run(x.id, x.key as any)
      for (const x of s) ia.run(x.id, x.all as any)
    })
  const b = cpu()
  console.log(
    name,
    'us/customer',
    (((b - a) / N) * 1000).toFixed(1),
    'hits',
    (t.db.prepare(`select count(*) n from ft_a where ft_a match '"王"'`).get() as any).n,
  )
}
run('1000 default', 1000, [])
run('1000 default', 1000, [])
run('1000 blob', 1000, [], true)
run('500', 500, [])
run('2000', 2000, [])
run('20000', 20000, [])
run('1000 automerge 8', 1000, ['automerge=8'])
run('1000 automerge 16', 1000, ['automerge=16'])
run('1000 am0', 1000, ['automerge=0'])
run('1000 am 16 pgsz 8000', 1000, ['automerge=16', 'pgsz=8000'])
t.close()
