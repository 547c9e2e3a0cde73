import { openReadable } from '#main/database/open-database.ts'
import * as Q from '#main/search/search.queries.ts'
import { verifyHits } from '#main/search/search-hits.ts'
import { loadDocuments } from '#main/search/search-document.queries.ts'
import { lookUpTerm } from '#main/search/search-lookups.ts'
import { parseQuery, toMatchExpression } from '#main/search/search-terms.ts'
import { getCustomerRows } from '#main/customers/customer.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
const r0=openReadable({file:'/tmp/kehu-bench/archive.db',key:Buffer.alloc(32,7),role:'main'}); const db=r0.db
const time=(name:string,f:()=>unknown,n=15)=>{const T:number[]=[];let r:any;for(let i=0;i<n;i++){const s=performance.now();r=f();T.push(performance.now()-s)}T.sort((a,b)=>a-b);console.log('  ',name.padEnd(26),'med',T[n>>1]!.toFixed(3),'min',T[0]!.toFixed(3), Array.isArray(r)?r.length:typeof r==='object'?'':r)}
for(const q of process.argv.slice(2)){
 console.log(q); const terms=parseQuery(q); const e=toMatchExpression(terms); console.log(e.text.slice(0,300))
 time('parse',()=>toMatchExpression(parseQuery(q)).text.length)
 time('lookup',()=>terms.map(t=>lookUpTerm(db,t)))
 const lookups=terms.map(t=>lookUpTerm(db,t)); console.log('   products',lookups.map(l=>l.products.size),'orders',lookups.map(l=>l.orderNumbers.size))
 time('count',()=>Q.countMatching(db,e.text,10001))
 const c2=db.prepareReadArrays('SELECT count(*) FROM (SELECT 1 FROM search_all WHERE search_all MATCH ? LIMIT ?)')
 time('count no queue',()=>(c2.get(e.text,10001) as any)[0])
 time('page key 50',()=>Q.listMatchingIds(db,'search_key',e.text,1e15,50))
 time('page all 50',()=>Q.listMatchingIds(db,'search_all',e.text,1e15,50))
 const ids=Q.listMatchingIds(db,'search_all',e.text,1e15,50)
 time('docs',()=>loadDocuments(db,ids)); let hits:any
 time('verify',()=>hits=verifyHits(db,ids,{terms,lookups}))
 time('rows',()=>getCustomerRows(db,ids)); time('matches',()=>hits.map((h:any)=>h.matches()))
 time('search',()=>searchCustomers(db,q,50).total)
}
r0.close()
