import { openWritable } from '#main/database/open-database.ts'
import { migrations } from '#main/database/migrations/index.ts'
import { optimizeSearchIndex } from '#main/search/search-index.service.ts'
const w=openWritable({file:'/tmp/kehu-bench/archive.db',key:Buffer.alloc(32,7),migrations,mustCheck:false,beforeUpgrade:()=>undefined})
w.setCacheSize(128)
console.log(w.db.prepare(`select count(*) n from search_all_idx`).all(), w.db.prepare('select count(distinct segid) n from search_all_idx').all())
const c=process.cpuUsage(); optimizeSearchIndex(w.db); console.log('optimise s',process.cpuUsage(c).user/1e6)
w.close()
