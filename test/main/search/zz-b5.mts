import { openTestDatabase, makeTestFolder } from '#test/helpers/test-database.ts'
import { openWritable, openReadable } from '#main/database/open-database.ts'
import { migrations } from '#main/database/migrations/index.ts'
import { fillSampleShop } from '#test/main/search/sample-shop.ts'
import { indexQueuedCustomers, optimizeSearchIndex } from '#main/search/search-index.service.ts'
import fs from 'node:fs'
const N=200000
fs.rmSync('/tmp/kehu-bench',{recursive:true,force:true}); fs.mkdirSync('/tmp/kehu-bench')
const file='/tmp/kehu-bench/archive.db', key=Buffer.alloc(32,7)
const w=openWritable({file,key,migrations,isNew:true,mustCheck:false,beforeUpgrade:()=>undefined})
w.setCacheSize(128)
const cpu=()=>{const c=process.cpuUsage();return (c.user+c.system)/1e3}
let a=cpu(), t0=performance.now(); fillSampleShop(w.db,{customers:N,ordersPerCustomer:2,products:500}); console.log('fill s',(cpu()-a)/1e3,'wall',(performance.now()-t0)/1e3, 'MB', fs.statSync(file).size/1e6)
a=cpu(); t0=performance.now(); let k=0; while(indexQueuedCustomers(w.db,1000)>0){ if(++k%50===0) console.log(k, ((cpu()-a)/k).toFixed(1),'us/customer so far') }
console.log('index us/customer cpu',((cpu()-a)/N*1000).toFixed(1),'wall',((performance.now()-t0)/N*1000).toFixed(1))
w.checkpoint(); console.log('MB',fs.statSync(file).size/1e6)
if(process.argv[2]==='opt'){a=cpu(); optimizeSearchIndex(w.db); console.log('optimise s',(cpu()-a)/1e3)}
w.close(); console.log('MB',fs.statSync(file).size/1e6)
