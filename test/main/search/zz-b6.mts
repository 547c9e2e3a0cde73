import { openReadable } from '#main/database/open-database.ts'
import { sampleCustomer, randomNumbers, sampleOrderNumber } from '#test/main/search/sample-shop.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
const N=200000
const r0=openReadable({file:'/tmp/kehu-bench/archive.db',key:Buffer.alloc(32,7),role:'main'}); const db=r0.db
const random=randomNumbers(4242); const ri=()=>Math.floor(random()*N)
const sub=(s:string,n:number)=>{const a=[...s]; if(a.length<n) return null; const k=Math.floor(random()*(a.length-n+1)); return a.slice(k,k+n).join('')}
const mk=(n:number,f:()=>string|null|undefined|false)=>{const out:string[]=[]; while(out.length<n){const x=f(); if(x) out.push(x)} return out}
const cjk=(i:number)=>{const c=sampleCustomer(i); const t=[c.name,c.address,c.note,...c.tags].flatMap(x=>x.match(/[\u4e00-\u9fff]+/g)??[]); return t[Math.floor(random()*t.length)]??''}
const syl=(i:number)=>(nameSortKey(sampleCustomer(i).name).split('\u0001')[0]??'').split(' ')
const NQ=30
const Q:Record<string,string[]>={
 zh1:mk(NQ,()=>sub(cjk(ri()),1)), zh2:mk(NQ,()=>sub(cjk(ri()),2)), zh3:mk(NQ,()=>sub(cjk(ri()),3)), zh5:mk(NQ,()=>sub(cjk(ri()),5)),
 name2:mk(NQ,()=>sampleCustomer(ri()).name.slice(0,2)), name3:mk(NQ,()=>{const n=sampleCustomer(ri()).name; return n.length===3&&n}),
 py1:mk(12,()=>syl(ri())[0]?.[0]), pyinit2:mk(NQ,()=>syl(ri()).slice(0,2).map(s=>s[0]).join('')), pyinit3:mk(NQ,()=>syl(ri()).slice(0,3).map(s=>s[0]).join('')), pysyl:mk(NQ,()=>syl(ri())[1]), pyfull:mk(NQ,()=>syl(ri()).join('')), pypart:mk(NQ,()=>syl(ri()).join('').slice(0,3+Math.floor(random()*4))),
 tail4:mk(NQ,()=>sampleCustomer(ri()).phone.slice(-4)), mid6:mk(NQ,()=>{const p=sampleCustomer(ri()).phone; return /^\d+$/.test(p)&&sub(p,6)}), phone11:mk(NQ,()=>{const p=sampleCustomer(ri()).phone; return /^\d+$/.test(p)&&p}), dig2:mk(NQ,()=>sub('0123456789'.repeat(3),2)), dig3:mk(NQ,()=>{const p=sampleCustomer(ri()).phone; return /^\d+$/.test(p)&&sub(p,3)}),
 arch:mk(NQ,()=>String(ri()+1).padStart(6,'0').slice(-5)),
 two:mk(NQ,()=>{const c=sampleCustomer(ri()); return c.note&&`${c.name[0]} ${sub(c.note.replace(/[^\u4e00-\u9fff]/g,''),2)}`}), two2:mk(NQ,()=>{const c=sampleCustomer(ri()); return c.phone&&`${c.name[0]} ${c.phone.slice(-3)}`}), two3:mk(NQ,()=>{const c=sampleCustomer(ri()); return c.address&&`${syl(c.customerId-1)[0]?.[0]} ${sub(c.address,3)}`}),
 order:mk(NQ,()=>sampleOrderNumber(1+ri())), orderEnd:mk(NQ,()=>sampleOrderNumber(1+ri()).slice(-6)), orderDay:mk(12,()=>sampleOrderNumber(1+ri()).slice(0,8)), product:mk(NQ,()=>`经典款 ${1+Math.floor(random()*500)}号`), product2:['龙井','茶','礼盒装','进口','号','土鸡蛋'],
 wang:['王'],vip:['vip'],zhejiang:['浙江','江苏','上海','广东'], hang:['杭州市西湖区','浙江省杭州市'], addr:mk(NQ,()=>sub(sampleCustomer(ri()).address,4)), addr8:mk(NQ,()=>sub(sampleCustomer(ri()).address,8)), email:['@example','sunny','happy_1','example.com']
}
const only=process.argv[2]?.split(',')
const all:number[]=[]
for(const [name,qs] of Object.entries(Q)){ if(only&&!only.includes(name)) continue
 const med:number[]=[],min:number[]=[]; let hits=0, capped=0
 for(const q of qs){ const T:number[]=[]; for(let i=0;i<7;i++){const s=performance.now(); const r=searchCustomers(db,q,50); T.push(performance.now()-s); if(!i){hits+=r.total; capped+=+r.isCapped}} T.sort((a,b)=>a-b); med.push(T[3]!); min.push(T[0]!)}
 med.sort((a,b)=>a-b);min.sort((a,b)=>a-b); const p=(a:number[],x:number)=>a[Math.min(a.length-1,Math.floor(a.length*x))]!.toFixed(2)
 all.push(...med)
 console.log(name.padEnd(9),'p50',p(med,.5),'p95',p(med,.95),'max',p(med,1),'| min p50',p(min,.5),'p95',p(min,.95),'| hits',(hits/qs.length).toFixed(0),'capped',capped+'/'+qs.length, qs[0])
}
all.sort((a,b)=>a-b); console.log('ALL p50',all[all.length>>1]!.toFixed(2),'p95',all[Math.floor(all.length*.95)]!.toFixed(2))
r0.close()
