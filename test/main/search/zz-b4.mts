import { openTestDatabase } from '#test/helpers/test-database.ts'
import { fillSampleShop, sampleCustomer, sampleOrderNumber } from '#test/main/search/sample-shop.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
const N=3000
const t=openTestDatabase()
fillSampleShop(t.db,{customers:N,ordersPerCustomer:2,products:300});
while(indexQueuedCustomers(t.db,1000)>0);
console.log(sampleCustomer(100), sampleOrderNumber(55))
for(const q of ['王','铁观音','铁观音礼盒','0033','zhy','wang','长江路','ＶＩＰ','138 00','李 顺丰',sampleOrderNumber(55),sampleOrderNumber(55).slice(-6),sampleOrderNumber(55).slice(0,8),'😀','𬭎','@example','@','sunny','C000101','101','号店','12号','李 龙井茶 500ml']){
 const s=performance.now(); const r=searchCustomers(t.readable,q,50); const e=performance.now()-s
 console.log(q, r.total,r.isCapped,r.hits.length,e.toFixed(2), JSON.stringify(r.hits[0]?.matches))
}
t.close()
