// Made by scripts/make-pinyin-data.mjs from pinyin-pro (MIT, github.com/zh-lx/pinyin-pro). Not edited by hand.

/** Characters by their reading with tone, then a second one if it is spelled otherwise; ü is v. */
export const characterReadings = `
a0 啊
a1 e1 阿
a1 ya1 吖
a1 錒锕
a2 sha4 嗄
ai1 哀哎埃挨溾銰鎄锿
ai2 kai3 嵦
ai2 zhu2 敱敳
ai2 凒啀嘊捱溰癌皑皚
ai3 e4 娾
ai3 ei1 欸
ai3 kai4 濭
ai3 噯昹毐矮蔼藹譪躷霭靄
ai4 e4 堨
ai4 yi3 叆
ai4 yi4 嗌懝艾
ai4 伌僾唉嗳塧壒嫒嬡愛懓暧曖爱瑷璦皧瞹砹硋碍礙薆譺賹鑀隘靉餲馤鱫鴱
an1 ye4 痷
an1 侒偣垵媕安峖庵桉氨盦盫腤菴萻葊蓭誝諳谙鞌鞍韽馣鮟鵪鶕鹌𩽾
an2 gan1 玵
an2 儑啽雸
an3 yan3 晻
an3 俺唵埯揞罯銨铵
an4 han1 犴
an4 yan4 洝
an4 堓屵岸按暗案胺荌豻貋錌闇隌黯
ang1 肮骯
ang2 yang3 卬
ang2 岇昂昻
ang4 枊盎醠
ao1 wa1 凹
ao1 you4 梎
ao1 柪爊軪
ao2 qiao1 磝
ao2 qiao2 摮
ao2 xiao1 嚣
ao2 厫嗷嗸嶅廒敖滶熬獒獓璈翱翶翺聱蔜螯謷謸遨鏖隞鰲鳌鷔鼇
ao3 niu4 抝
ao3 媪媼艹芺袄襖镺
ao4 niu4 拗
ao4 yu4 奥奧澚
ao4 傲坳垇墺奡嫯岙岰嶴慠懊擙澳鏊驁骜
ba0 吧
ba1 ao4 扷
ba1 fu2 柭
ba1 ke4 峇
ba1 pa2 扒
ba1 丷仈八叭哵夿岜巴捌朳玐疤笆粑羓芭蚆豝釟魞鲃
ba2 fu2 颰
ba2 quan3 犮
ba2 叐妭抜拔炦癹胈茇菝詙跋軷魃鼥
ba3 pa2 鈀钯
ba3 把靶
ba4 bo2 鲌
ba4 pi2 罢罷
ba4 坝垻壩弝欛灞爸矲覇霸鮁鲅
bai1 挀掰
bai2 白
bai3 bo2 柏
bai3 mo4 絔
bai3 佰捭摆擺栢百竡粨襬
bai4 bei0 呗
bai4 pi2 猈
bai4 ting1 庍
bai4 拜拝敗稗粺薭贁败韛
ban1 bo1 般
ban1 fen2 朌鳻
ban1 pan1 扳
ban1 搬攽斑斒班瘢癍肦螁螌褩辬頒颁𨭉
ban3 pan4 闆
ban3 坂岅昄板版瓪粄舨蝂鈑钣阪魬
ban4 pan2 湴
ban4 pan4 拌
ban4 伴办半姅怑扮瓣秚絆绊辦鉡靽
bang1 垹帮幇幚幫捠梆浜縍邦邫鞤𠳐
bang3 pang2 膀
bang3 pang3 髈
bang3 榜牓綁绑
bang4 beng4 蚌
bang4 pang2 磅
bang4 peng2 挷
bang4 pou3 棓
bang4 傍塝棒玤稖艕蒡蜯謗谤鎊镑
bao1 bo1 剝剥
bao1 fu2 枹
bao1 佨勹包孢煲笣胞苞蕔裦褒襃闁齙龅
bao2 bo2 薄
bao2 窇雹
bao3 bu3 堡
bao3 shi2 宲
bao3 保堢媬宝寚寳寶怉珤緥葆藵褓賲靌飹飽饱駂鳵鴇鸨
bao4 pao2 袌
bao4 pu4 暴
bao4 儤勽報忁报抱曓爆犦菢虣蚫豹鉋鑤铇骲髱鮑鲍
bei0 bai4 唄
bei1 pei1 柸
bei1 pi2 椑
bei1 po1 陂
bei1 卑悲揹杯桮盃碑藣鵯鹎
bei3 北鉳
bei4 bo2 孛誖
bei4 fei4 杮
bei4 mo2 骳
bei4 pi1 被
bei4 俻倍偝偹備僃备悖惫愂憊昁梖焙牬犕狈狽珼琲碚禙糒背苝蓓蛽褙貝贝軰輩辈邶郥鄁鋇鐾钡鞁鞴𬇙
ben1 bi4 贲
ben1 fei4 蟦
ben1 奔泍犇錛锛
ben3 奙本楍畚翉苯
ben4 fan4 桳
ben4 倴坌捹撪渀笨逩
beng1 fang1 祊
beng1 peng2 痭
beng1 伻嘣奟崩嵭繃绷閍
beng2 甭甮
beng3 feng1 埄
beng3 pei3 琣
beng3 埲琫菶鞛
beng4 pian2 跰
beng4 塴揼泵甏綳蹦迸逬鏰镚
bi1 pi0 榌
bi1 pi1 鎞
bi1 pi2 螕
bi1 偪屄楅毴豍逼鰏鲾鵖
bi2 嬶荸鼻
bi3 pi3 吡
bi3 tu2 啚
bi3 佊俾匕夶妣彼朼柀比毞沘疕秕笔筆粃聛舭貏鄙
bi4 bei0 臂
bi4 ben1 賁
bi4 bie2 柲
bi4 bing3 鞸
bi4 mi4 祕
bi4 pi1 怶
bi4 pi2 朇禆笓裨
bi4 pi4 濞
bi4 po3 髲
bi4 qi2 畁
bi4 佖咇哔嗶坒堛壁奰妼婢嬖币幣幤庇庳廦弊弻弼彃必怭愊愎敝斃梐毕毖毙湢滗滭潷煏熚狴獘獙珌璧畀畢疪痹痺皕睤碧筚箅箆篦篳粊綼縪繴罼腷苾荜萆萞蓖蓽蔽薜蜌袐襅襞襣觱詖诐貱贔赑跸蹕躃躄避邲鄨鄪鉍鏎鐴铋閇閉閟闭陛韠飶饆馝駜驆髀魓鮅鷝鷩鼊
bian1 mian4 牑
bian1 pian4 猵獱
bian1 ying4 鞕
bian1 炞煸甂砭笾箯籩糄編编萹蝙边邉邊鍽鞭鯾鯿鳊
bian3 pian1 扁
bian3 匾惼揙碥稨窆藊褊貶贬鴘
bian4 guan1 閞
bian4 pian2 便緶缏
bian4 卞变変峅弁徧忭抃昪汳汴玣艑苄覍諚變辡辧辨辩辫辮辯遍釆𨚕
biao1 diu1 颩
biao1 hu3 淲
biao1 pao1 穮藨
biao1 pao2 麃
biao1 儦墂幖彪摽标標滮瀌熛爂猋瘭磦膘臕謤贆鏢鑣镖镳颮颷飆飇飈飊飑飙飚驫骉髟
biao2 嫑
biao3 婊檦脿表裱褾諘錶
biao4 俵鰾鳔
bie1 憋癟虌蟞鱉鳖鼈龞
bie2 別别徶癿莂蛂襒蹩
bie3 瘪
bie4 彆
bin1 bing1 梹槟檳
bin1 fen1 玢
bin1 pa4 汃
bin1 pian2 瑸璸
bin1 pin2 頻
bin1 傧儐宾彬斌椕滨濒濱濵瀕繽缤虨豩豳賓賔邠鑌镔霦顮
bin4 摈擯殡殯膑臏髌髕髩鬂鬓鬢
bing1 ben1 栟
bing1 beng1 絣
bing1 仌仒兵冫冰掤氷鋲
bing3 fang3 眪
bing3 pin2 琕
bing3 ping2 鉼
bing3 丙偋屛怲抦昞昺柄棅炳禀秉稟苪蛃邴鈵陃鞆餅餠饼
bing4 ping2 庰
bing4 並併倂傡垪寎并幷摒栤病窉竝誁靐鮩
bo0 啵蔔
bo1 bao4 趵
bo1 bi4 紴
bo1 po4 哱
bo1 僠嶓拨撥播波溊玻癶癷盋砵碆礡缽菠袰蹳鉢钵餑饽驋鱍𬭛
bo2 ba4 鮊
bo2 bai3 伯
bo2 bei4 勃
bo2 bu4 簿
bo2 di2 肑
bo2 jue2 髉
bo2 mo4 袹
bo2 pao2 瓟
bo2 pao4 嚗
bo2 po0 桲
bo2 po1 泊
bo2 po4 猼
bo2 亳仢侼僰博帛愽懪挬搏欂浡淿渤煿牔狛瓝礴秡箔簙糪胉脖膊舶艊萡葧袯襏襮謈踣郣鈸鉑鋍鎛鑮钹铂镈餺馎馛馞駁駮驳髆鵓鹁
bo3 pi2 蚾
bo3 跛
bo4 bai1 擘
bo4 孹檗簸蘗譒
bu1 峬庯晡誧逋鈽錻钸餔鵏
bu2 轐醭鳪
bu3 bo0 卜
bu3 卟哺捕补補鸔𬷕
bu4 fou3 不
bu4 pu1 抪柨
bu4 pu2 捗
bu4 佈勏吥咘埗埠布廍怖悑步歨歩瓿篰荹蔀踄部郶鈈钚餢
ca1 sa3 攃
ca1 擦
ca3 礤礸
ca4 遪
cai1 si1 偲
cai1 猜
cai2 才材纔裁財财
cai3 倸啋埰婇寀彩採棌毝睬綵跴踩采
cai4 縩菜蔡
can1 shen1 参參叄叅
can1 sun1 喰
can1 傪嬠湌爘飡餐驂骖
can2 惭慙慚残殘蚕蝅蠶蠺
can3 qian2 朁
can3 䅟惨慘憯黪黲
can4 儏澯灿燦璨粲薒謲
cang1 chen0 傖
cang1 qiang1 鶬
cang1 仓仺倉凔嵢沧滄濸獊舱艙苍蒼螥鸧
cang2 zang4 藏
cang2 欌鑶
cang4 賶
cao1 撡操糙
cao2 cong2 慒
cao2 嘈嶆曹曺槽漕艚蓸螬褿鏪𥕢
cao3 sao1 慅懆
cao3 愺艸草騲
cao4 肏襙鄵鼜
ce4 ji2 簎
ce4 ji4 畟
ce4 se4 拺粣
ce4 ze4 侧側
ce4 冊册厕厠夨廁恻惻憡敇测測笧策筞筴箣荝萗萴蓛
cen1 嵾
cen2 jin4 笒
cen2 埁岑涔
ceng1 cheng1 噌
ceng2 zeng1 曾竲
ceng2 层層嶒驓
ceng4 蹭
cha1 ca1 嚓
cha1 zha0 馇
cha1 偛叉嗏扠挿插揷杈疀臿艖銟鍤锸餷
cha2 na2 秅
cha2 zha1 查査
cha2 垞察嵖搽槎檫猹碴茬茶詧靫𥻗
cha3 蹅鑔镲
cha4 chai1 差
cha4 sha1 刹剎
cha4 侘奼姹岔汊紁衩詫诧
chai1 ca1 拆
chai1 cha1 芆
chai1 肞釵钗
chai2 侪儕喍柴犲祡豺
chai3 茝
chai4 cuo2 瘥
chai4 囆虿蠆袃訍
chan1 xian1 掺
chan1 yan2 梴
chan1 幨搀摻攙裧襜覘觇辿鋓
chan2 can4 孱
chan2 shan4 禅
chan2 tan3 儃
chan2 yin2 苂
chan2 zhan4 僝欃
chan2 儳劖嚵壥婵嬋巉廛棎毚湹潹潺澶瀍瀺煘獑磛緾纏纒缠艬蝉蟐蟬蟾誗讒谗躔鄽酁鋋鑱镵饞馋
chan3 chen3 醦
chan3 dan3 燀
chan3 jie4 斺
chan3 sun4 摌
chan3 丳产冁刬剗剷囅嵼幝旵浐滻灛產産簅繟蒇蕆諂譂讇谄鏟铲閳闡阐骣𬊤
chan4 can2 摲
chan4 zhan4 颤
chan4 忏懴懺硟羼韂顫
chang1 伥倀娼昌椙淐猖琩菖裮錩锠閶阊鯧鲳鼚
chang2 zhang3 仧兏長长
chang2 仩偿償嘗嚐嫦尝常徜瑺瓺甞肠腸膓苌萇镸鱨鲿
chang3 an1 厂
chang3 tang3 惝
chang3 僘厰场場塲廠敞昶氅鋹𬬮
chang4 dang4 瑒
chang4 倡唱怅悵暢焻畅畼誯韔鬯
chao1 ke1 窼
chao1 zhuo1 焯
chao1 弨怊抄欩訬超鈔钞
chao2 jiao3 樔
chao2 zhao1 嘲朝鼂
chao2 巢巣晁漅潮牊窲罺謿轈鄛鼌
chao3 ju4 焣
chao3 吵巐炒煼眧麨
chao4 miao3 仯
chao4 仦耖觘
che1 ju1 伡俥车
che1 唓砗硨莗蛼
che3 偖扯撦
che4 cao3 屮
che4 㬚勶坼彻徹掣撤澈烢爡瞮硩聅迠頙
chen0 cang1 伧
chen1 lin2 綝
chen1 shen1 棽
chen1 tian3 捵
chen1 嗔抻琛瞋諃謓賝郴𬘭
chen2 shen4 谌
chen2 xin4 愖
chen2 zhen4 桭
chen2 塵宸尘忱敐敶晨曟栕樄沉煁瘎臣茞莀莐蔯薼螴訦諶軙辰迧鈂陈陳霃鷐麎
chen3 墋夦硶碜磣贂趻踸鍖
chen4 儭嚫榇櫬疢衬襯讖谶趁趂齓齔龀
cheng1 chen4 偁爯称稱
cheng1 tang2 樘
cheng1 憆摚撐撑晿柽棦橕檉泟浾牚琤瞠碀竀緽罉蛏蟶赪赬鏿鐣阷靗頳饓
cheng2 deng4 憕澄瀓
cheng2 sheng4 乗乘娍
cheng2 zheng3 撜
cheng2 丞呈城埕堘塍塖宬峸惩懲成承挰掁揨朾枨棖橙檙洆溗澂珵珹畻程窚筬絾脭荿裎誠诚郕酲鋮铖騬鯎
cheng3 ting3 侱
cheng3 zheng4 徎
cheng3 庱悜睈逞騁骋
cheng4 秤穪
chi0 麶
chi1 lai4 誺
chi1 xi1 郗
chi1 zhi3 絺
chi1 吃哧喫嗤噄妛媸彨彲摛攡殦瓻痴癡眵瞝笞粚胵蚩螭訵魑鴟鵄鸱黐齝𫄨
chi2 shi0 匙
chi2 si4 耛
chi2 墀弛持池漦竾筂箎篪茌荎蚳謘貾赿踟迟迡遅遟遲鍉馳驰
chi3 che3 尺
chi3 chuai4 欼
chi3 nuo3 袲
chi3 qi3 袳
chi3 伬侈卶叺呎垑恥歯耻肔胣蚇裭褫豉鉹齒齿
chi4 li4 銐
chi4 侙傺勅勑叱啻彳恜慗憏懘抶敕斥杘湁灻炽烾熾痓痸瘛翄翅翤翨腟赤趩遫鉓雴飭饬鶒鷘
chong1 zhong3 徸
chong1 㳘充冲嘃忡憃憧摏沖浺珫罿翀舂艟茺衝蹖
chong2 shuang1 漴
chong2 崇崈爞虫蝩蟲褈隀
chong3 宠寵
chong4 dong3 揰
chong4 銃铳
chou1 zou3 搊
chou1 抽犨犫瘳篘紬
chou2 dai4 鮘
chou2 dao4 帱幬
chou2 qiu2 仇
chou2 zhou4 椆
chou2 俦儔嬦惆愁懤栦燽畴疇皗稠筹籌絒綢绸菗詶讎讐踌躊酧酬醻雔雠雦
chou3 qiao4 偢
chou3 丑丒侴吜杽瞅矁醜魗
chou4 xiu4 臭
chou4 殠臰遚
chu1 䝙䢺出初岀摴榋樗貙齣
chu2 zhu1 藸
chu2 zou4 媰
chu2 刍厨幮廚橱櫉櫥滁犓篨耡芻蒢蒭蜍蟵豠趎蹰躇躕鉏鋤锄除雏雛鶵
chu3 zhu3 褚
chu3 储儲杵椘楚楮檚濋璴础礎禇處齭齼𬺓
chu4 ji2 諔
chu4 qi4 竐
chu4 qu4 欪
chu4 she4 泏
chu4 shou1 敊
chu4 ti4 俶
chu4 tou4 埱
chu4 xu4 嘼滀畜
chu4 亍傗儊処处怵憷搐斶歜珿琡矗竌絀绌臅触觸豖鄐閦黜
chua1 xu1 欻
chuai1 tuan2 揣
chuai1 搋
chuai2 膗
chuai4 膪踹
chuan1 巛川氚瑏穿
chuan2 zhuan4 传傳
chuan2 剶暷椽篅舡舩船輲遄
chuan3 僢喘歂舛荈踳
chuan4 zhi4 鶨
chuan4 串汌猭玔賗釧钏
chuang1 刅摐牎牕疮瘡窓窗窻
chuang2 噇床牀
chuang3 傸磢闖闯
chuang4 创刱剏剙創怆愴
chui1 吹炊龡
chui2 chuan2 圌
chui2 倕垂埀捶搥桘棰槌箠腄菙錘鎚锤陲顀
chun1 䲠堾媋旾春暙杶椿槆橁櫄瑃箺萅蝽輴鰆鶞
chun2 zhun1 淳
chun2 唇浱湻滣漘犉純纯脣莼蒓蓴醇醕錞陙鯙鶉鹑𬭚
chun3 偆惷睶萶蠢賰
chuo1 zhuo2 趠
chuo1 戳繛踔逴
chuo4 chao1 綽绰
chuo4 chuai4 啜
chuo4 chui4 惙
chuo4 lai4 娕
chuo4 nao4 婥
chuo4 yue4 哾
chuo4 嚽娖擉歠涰磭踀輟辍辵辶酫鑡餟齪龊
ci1 cuo4 縒
ci1 zi1 呲
ci1 偨玼疵蠀趀跐骴髊齹
ci2 zi1 薋
ci2 垐嬨慈柌濨珁瓷甆磁礠祠糍茨詞词辝辞辤辭雌飺餈鴜鶿鷀鹚
ci3 佌此泚皉𫚖
ci4 佽刺刾庛朿栨次絘茦莿蛓螆賜赐
cong1 song1 棇
cong1 zong1 枞樅
cong1 zong3 熜
cong1 zong4 潨
cong1 匆囪囱忩怱悤暰樬漗瑽璁瞛篵繱聡聦聪聰苁茐葱蓯蔥蟌鍯鏓鏦騘驄骢
cong2 song3 漎
cong2 zong1 潈
cong2 zong3 潀
cong2 zong4 從
cong2 丛从叢婃孮従徔徖悰樷欉淙灇爜琮藂誴賨賩錝
cong4 song1 愡
cong4 憁謥
cou4 zou4 楱
cou4 凑湊腠輳辏
cu1 chu0 橻
cu1 ju4 怚
cu1 粗觕麁麄麤
cu2 徂殂
cu4 za1 噈
cu4 zuo4 酢
cu4 促媨憱猝瘄瘯簇縬脨蔟誎趗踧踿蹙蹴蹵醋顣鼀
cuan1 撺攛汆蹿躥鑹镩
cuan2 zan4 穳
cuan2 巑櫕欑
cuan4 殩熶爨窜竄篡簒
cui1 shuai1 縗
cui1 zhi3 槯
cui1 催凗墔崔嵟慛摧榱獕磪鏙
cui3 sui1 熣
cui3 漼璀皠趡
cui4 qi0 啐
cui4 se4 琗
cui4 zu2 倅
cui4 zui3 濢
cui4 伜啛忰悴毳淬焠疩瘁竁粋粹紣綷翆翠脃脆脺膬膵臎萃襊顇
cun1 村澊皴竴膥踆邨
cun2 zun4 拵
cun2 壿存
cun3 刌忖
cun4 dou4 吋
cun4 寸籿
cuo1 cha1 鎈
cuo1 zuo3 撮
cuo1 搓瑳磋蹉遳醝
cuo2 zhuai4 睉
cuo2 嵯嵳痤矬蒫蔖虘鹺鹾
cuo3 脞
cuo4 剉剒厝夎挫措棤莝莡蓌逪銼錯锉错
da0 垯瘩繨跶
da1 ta4 嗒鎉
da1 xia2 笚
da1 咑哒噠墶搭撘耷褡鎝𨱏
da2 dan4 呾
da2 fu2 畗
da2 ta3 溚鿎
da2 zha2 剳
da2 匒妲怛炟燵畣笪答羍荅荙薘蟽詚达迏迖迚逹達鐽靼鞑韃龖龘𫟼
da3 打
da4 dai4 大
da4 tai4 汏
da4 亣眔
dai1 tai3 呔
dai1 呆懛獃
dai3 傣歹逮
dai4 de2 蚮
dai4 duo4 跢
dai4 tai2 骀
dai4 te4 貸
dai4 代侢叇垈埭岱帒带帯帶廗待怠戴曃柋殆瀻玳瑇甙簤紿緿绐艜蝳袋襶貣贷蹛軑軚軩轪迨霴靆鴏黛黱
dan1 shan4 单單
dan1 丹儋勯匰単妉媅担擔殚殫甔瘅眈砃箪簞耼耽聃聸褝襌躭郸鄲酖頕
dan3 da0 疸
dan3 shan4 掸撣
dan3 shen3 抌
dan3 zhan3 黵
dan3 亶伔刐撢玬瓭紞胆膽衴賧赕馾黕𬘘
dan4 da2 惮憚
dan4 shen4 黮
dan4 tan2 嘾弾彈惔澹繵
dan4 但僤啖啗啿噉嚪帎憺旦柦氮沊泹淡狚疍癉癚禫窞腅萏蓞蛋蜑觛訑誕诞贉霮餤饏駳髧鴠𫢸
dang1 cheng1 鐺铛
dang1 儅噹当澢珰璫當筜簹艡蟷裆襠闣
dang3 tang3 灙
dang3 党挡擋攩欓譡讜谠黨𣗋
dang4 tan4 宕
dang4 tang2 嵣愓
dang4 xiang4 潒
dang4 yang2 婸
dang4 凼圵垱壋档檔氹璗瓽盪瞊砀碭礑簜荡菪蕩蘯趤逿雼𬍡
dao1 chou2 裯
dao1 tao1 叨
dao1 tiao2 朷
dao1 刀刂忉氘舠螩釖魛鱽
dao2 捯
dao3 倒壔导導岛島嶋嶌嶹捣搗擣槝祷禂禱蹈陦隝隯
dao4 bian1 辺
dao4 zhou1 翢
dao4 到噵悼椡檤燾瓙盗盜稲稻纛翿艔菿衜衟軇道
de0 di4 的
de0 te0 脦
de1 dei1 嘚
de2 dei3 得
de2 zhe2 棏
de2 徳德恴悳惪淂鍀锝
den4 扥扽
deng1 噔嬁灯燈璒登竳簦艠豋蹬鐙镫
deng3 戥等
deng4 僜凳墱嶝櫈瞪磴覴邓鄧隥
di1 ti4 奃
di1 䃅仾低啲埞堤岻彽樀氐滴磾秪羝袛趆隄鞮
di2 zhi2 蹢
di2 zhu2 篴
di2 唙啇嘀嚁嫡廸敌敵梑涤滌狄笛籴糴苖荻蔋蔐藡覿觌豴迪鏑镝靮頔馰髢鸐𬱖
di3 chi2 坻柢
di3 de0 底
di3 zhi4 聜
di3 厎呧坘弤抵拞掋牴砥菧觝詆诋軧邸阺骶鯳
di4 chi4 慸
di4 dai4 棣釱
di4 de0 地嶳
di4 die2 嵽
di4 die4 哋
di4 duo4 杕枤
di4 fang2 埅
di4 lan4 坔
di4 shi4 楴
di4 ti2 媂渧珶苐
di4 ti4 弟揥
di4 tu2 摕
di4 zhi4 墆疐
di4 䗖俤偙僀埊墑墬娣帝怟旳梊焍玓甋眱睇碲祶禘第締缔腣菂蒂蔕蝃蝭螮諦谛踶递逓遞遰鉪𤧛
dia3 嗲
dian1 chen1 瘨
dian1 zhen3 槙
dian1 傎厧嵮巅巓巔掂攧敁槇滇癫癲蹎顚顛颠齻
dian3 die1 跕
dian3 典嚸奌婰敟椣点碘蒧蕇踮點
dian4 tian2 佃甸钿
dian4 坫垫墊壂奠婝店惦扂橂殿淀澱玷琔电癜簟蜔鈿電靛驔
diao1 dou1 瞗
diao1 zhao1 鳭
diao1 凋刁刟叼奝弴彫汈琱碉簓虭蛁貂錭雕鮉鯛鲷鵰鼦
diao3 di2 扚
diao3 屌
diao4 tiao2 蓧調銚
diao4 tiao3 誂
diao4 zhuo2 藋
diao4 伄吊弔掉瘹盄窎窵竨訋釣鈟銱鋽鑃钓铞雿魡
die1 爹褺跌
die2 sha4 啑
die2 she2 揲
die2 she4 挕
die2 ti4 眣
die2 tu2 趃
die2 ye4 楪
die2 zha2 喋
die2 zhi2 臷
die2 zhi4 柣眰
die2 叠垤堞峌幉恎惵戜曡殜氎牃牒瓞畳疂疉疊碟絰绖耊耋胅艓苵蜨蝶褋詄諜谍跮蹀迭镻鰈鲽鴩𫶇
ding1 tian3 奵
ding1 zheng1 丁
ding1 仃叮帄玎疔盯耵虰酊釘钉靪
ding3 ting4 濎
ding3 嵿艼薡鐤頂顶鼎鼑
ding4 ting4 忊
ding4 啶定椗矴碇碠磸聢腚萣蝊訂订錠锭顁飣饤
diu1 丟丢銩铥
dong1 东倲冬咚埬娻岽崬徚昸東氡氭涷笗苳菄蝀鮗鯟鶇鶫鸫鼕𬟽
dong3 嬞懂箽董蕫諌
dong4 tong1 恫
dong4 tong2 垌峒洞
dong4 tong3 侗
dong4 働冻凍动動姛崠戙挏栋棟湩硐胨胴腖迵霘駧
dou1 du1 都
dou1 ru2 吺
dou1 兜兠唗橷篼蔸
dou2 唞
dou3 乧抖枓蚪鈄阧陡
dou4 nuo4 毭
dou4 斗斣梪浢痘窦竇脰荳豆逗郖酘閗闘餖饾鬥鬦鬪鬬鬭
du1 she2 闍阇
du1 zhuo2 剢
du1 厾嘟督醏
du2 dai4 毒
du2 dou4 渎瀆读
du2 凟匵嬻椟櫝殰涜牍牘犊犢独獨瓄皾裻読讀讟豄贕錖鑟韇韣韥騳髑黩黷
du3 shu3 暏
du3 堵琽睹笃篤覩賭赌
du4 duo2 度
du4 妒妬杜殬渡秺肚芏荰螙蠧蠹鍍镀靯𬭊
duan1 zhi4 剬
duan1 偳媏端褍鍴
duan3 短
duan4 塅断斷椴段毈煅瑖碫簖籪緞缎腶葮躖鍛锻
dui1 垖堆塠痽磓鐓鐜鴭
dui3 頧
dui4 dun4 憞
dui4 rui4 兊兌兑
dui4 zhui4 隊
dui4 对対對怼憝懟濧瀩碓祋綐薱譈譵轛队陮
dun1 cun2 蹲
dun1 dui4 敦镦
dun1 吨噸墩墪惇撉撴犜獤礅蜳蹾驐
dun3 盹趸躉
dun4 du2 頓顿
dun4 shun3 楯
dun4 tun2 庉
dun4 zhuan4 沌
dun4 伅潡炖燉盾砘碷踲逇遁遯鈍钝
duo1 que4 敠敪
duo1 㙍剟咄哆嚉多夛掇毲畓裰
duo2 dui4 敓敚
duo2 zha4 喥
duo2 凙剫夺奪痥踱鈬鐸铎
duo3 che3 奲
duo3 chuan2 椯
duo3 亸哚嚲垜埵崜挆朵朶綞缍趓躱躲軃
duo4 hui1 堕墮
duo4 tuo2 媠沲
duo4 zuo2 柮
duo4 刴剁垛墯尮惰憜挅桗舵跥跺陊陏飿饳鵽
e1 妸妿娿婀屙
e2 hua1 吪
e2 yi3 蛾
e2 俄囮娥峉峨峩涐珴皒睋磀莪訛誐譌讹迗鈋鋨锇頟額额魤鵝鵞鹅
e3 噁枙砨頋騀鵈
e4 an4 咹
e4 qi4 礘
e4 wu1 僫
e4 wu4 恶惡
e4 ya4 姶
e4 yan1 閼阏
e4 偔匎卾厄呃呝咢噩垩堊堮岋崿廅悪愕戹扼搤搹擜櫮歞歺湂琧砈砐硆腭苊萼蕚蚅蝁覨諤讍谔豟軛軶轭遌遏遻鄂鈪鍔鑩锷阨阸頞顎颚餓餩饿鰐鰪鱷鳄鶚鹗齃齶𥔲𫫇
ei1 xi1 誒诶
en1 yun1 煾
en1 奀恩蒽
en3 峎
en4 摁
eng1 鞥
er2 nai4 耏
er2 nv4 聏
er2 wa1 唲
er2 侕儿児兒峏栭洏粫而胹荋袻輀轜陑隭髵鮞鲕鴯鸸
er3 尒尓尔栮毦洱爾珥耳薾衈趰迩邇鉺铒餌饵駬
er4 nai4 佴
er4 二刵咡弍弐樲誀貮貳贰髶
fa1 po1 酦
fa1 冹发彂沷発發
fa2 bian3 疺
fa2 fei4 橃
fa2 pei4 茷
fa2 乏伐傠坺垡墢姂栰浌瞂笩筏罚罰罸藅閥阀
fa3 佱峜法灋砝鍅
fa4 珐琺蕟髪髮
fan1 bo0 噃
fan1 bo1 蕃
fan1 huan1 犿
fan1 pan1 畨番籓
fan1 勫嬏帆幡忛憣旙旛繙翻藩轓颿飜鱕
fan2 pan2 膰
fan2 po2 繁
fan2 凡凢凣匥墦杋柉棥樊氾瀿烦煩燔璠矾礬笲籵緐羳舤舧薠蘩蠜襎蹯釩鐇鐢钒鷭𫔍𬸪
fan3 fu2 払
fan3 仮反橎返
fan4 gui3 軓
fan4 奿嬎梵汎泛滼瀪犯畈盕笵範范訉販贩軬輽飯飰饭
fang1 bang4 蚄
fang1 bing4 枋
fang1 pang1 汸
fang1 pang2 趽
fang1 匚坊堏方淓牥芳邡鈁錺钫鴋
fang2 妨房肪防魴鲂
fang3 仿倣旊昉昘瓬眆紡纺舫訪访髣鶭
fang4 放
fei1 pei4 妃
fei1 啡婓婔扉暃渄猆緋绯菲蜚裶霏非靟飛飝飞餥馡騑騛鯡鲱𬴂
fei2 淝肥腓蜰
fei3 ku1 朏胐
fei3 匪奜悱斐棐榧篚翡蕜誹诽
fei4 bi4 胇
fei4 fu2 芾
fei4 zi3 胏
fei4 俷剕厞吠屝废廃廢昲曊櫠沸濷狒疿痱癈肺萉費费鐨镄陫靅鼣
fen1 分吩帉昐朆梤棻氛竕紛纷翂芬衯訜躮酚鈖雰餴饙馚
fen2 ben4 炃
fen2 fei4 橨
fen2 坟墳妢岎幩枌棼汾焚燌燓獖羒羵蒶蕡蚠蚡豮豶轒鐼隫馩魵黂鼖鼢𣸣
fen3 粉黺
fen4 ben4 坋
fen4 bin1 份
fen4 偾僨奋奮弅忿愤憤瀵瞓秎粪糞膹鱝鲼
feng1 peng2 熢
feng1 丰仹偑僼凨凬凮妦寷封峯峰崶枫桻楓檒沣沨渢灃烽犎猦琒疯瘋盽砜碸篈葑蘴蜂蠭豐鄷酆鋒鎽鏠锋霻靊風飌风麷
feng2 hong2 浲溄
feng2 peng2 漨
feng2 peng3 摓
feng2 ping2 冯馮
feng2 堸綘縫艂逢
feng3 唪覂諷讽
feng4 俸凤奉湗焨煈缝賵赗鳯鳳鴌
fo2 fu2 佛
fo2 仏坲梻
fou2 紑
fou3 bo2 殕
fou3 pei1 妚
fou3 pi3 否
fou3 缶缹缻雬鴀
fu1 gui1 鳺
fu1 you1 妋
fu1 zhou3 胕
fu1 伕呋夫姇娐孵尃怤懯敷旉枎玞砆稃筟粰糐紨綒肤膚荂荴衭趺跗邞鄜酜鈇麩麬麱麸𫓧
fu2 bi4 拂畐鶝
fu2 bo2 榑艴
fu2 fei4 砩笰
fu2 pao2 烰
fu2 su4 棴
fu2 乀伏俘凫刜匐咈哹垘孚岪巿帗幅幞弗彿怫扶服柫栿桴氟泭洑浮涪澓炥玸琈甶畉癁祓福稪符箙紱紼絥綍绂绋罘罦翇艀芙芣苻茀茯菔葍虙蚨蜉蝠袚袱襆襥諨豧踾輻辐郛鉘鉜韍韨颫髴鮄鮲鳧鳬鴔鵩黻
fu3 bu3 捬
fu3 m2 呒嘸
fu3 㕮乶俌俛俯府弣抚拊撫斧椨滏焤甫盙簠腐腑蚥蜅輔辅郙釜釡阝頫鬴黼𫖯
fu4 fan4 婏
fu4 nie4 峊
fu4 pu1 秿
fu4 㳇付偩傅冨副咐坿复妇婦媍嬔富復柎椱父祔禣竎緮縛缚腹萯蕧蚹蛗蝜蝮袝複褔覄覆訃詂讣負賦賻负赋赙赴輹鍑鍢阜附馥駙驸鮒鰒鲋鳆
ga1 嘠旮
ga2 噶尜釓錷钆
ga3 嘎尕玍
ga4 尬魀
gai1 hai2 郂
gai1 hai4 絯
gai1 qi2 隑
gai1 侅垓姟峐晐畡祴荄該该豥賅賌赅陔
gai3 ai3 絠
gai3 hai3 胲
gai3 忋改
gai4 ge3 盖蓋
gai4 xi4 摡
gai4 丐乢匃匄戤概槩槪溉漑瓂葢鈣钙𬮿
gan1 han2 虷
gan1 han4 忓攼鳱
gan1 凲坩尲尴尶尷干杆柑泔漧玕甘疳矸竿筸粓肝苷迀酐魐
gan3 han4 仠
gan3 感擀敢桿橄澉澸皯秆稈笴芉衦赶趕鱤鳡
gan4 gong4 贛
gan4 han2 汵
gan4 han4 旰
gan4 㽏倝凎幹榦檊淦灨盰簳紺绀詌贑赣骭
gang1 qiang1 矼
gang1 㭎冈冮刚剛堈堽岡掆摃棡牨犅疘綱纲缸罁罡肛釭鋼鎠钢
gang3 jiang3 港
gang3 岗崗
gang4 zhuang4 戅戆
gang4 杠槓焵焹筻鿍
gao1 hao2 皋
gao1 yao2 皐
gao1 槔槹橰櫜睾篙糕羔膏臯韟餻高髙鷎鷱鼛
gao3 hao4 鎬
gao3 夰搞杲槀槁檺稁稾稿縞缟菒藁藳
gao4 勂吿告峼祮祰禞筶誥诰郜鋯锆
ge1 ga1 胳
ge1 le0 饹
ge1 luo4 咯
ge1 qiu2 牫
ge1 yi4 疙
ge1 割哥圪彁戈戓戨搁擱歌滒犵肐袼謌鎶鴚鴿鸽
ge2 guo2 敋
ge2 he4 佫
ge2 ji2 革
ge2 li4 鎘镉鬲
ge2 lie4 獦
ge2 luo4 蛒
ge2 ta4 鞈
ge2 佮匌呄嗝塥愅挌搿格槅櫊滆膈臵茖觡諽輵轕閣阁隔鞷韐韚騔骼鮯
ge3 jia1 哿
ge3 嗰舸葛
ge4 luo4 硌
ge4 ma1 亇
ge4 个個各箇虼鉻铬
gei3 ji3 給给
gen1 根跟
gen2 hen3 哏
gen4 亘亙揯搄艮茛
geng1 huan2 絙
geng1 刯庚椩浭焿畊絚緪縆羮羹耕菮賡赓鶊鹒
geng3 哽埂峺挭梗綆绠耿莄郠骾鯁鲠𬒔
geng4 堩暅更
gong1 gan3 篢
gong1 hong2 厷
gong1 hong3 愩慐
gong1 wo4 龏
gong1 zhong1 蚣
gong1 䢼侊公功匑匔塨宫宮工幊弓恭攻杛碽糼糿肱觥觵躬躳髸龔龚
gong3 hong2 硔
gong3 巩廾拱拲栱汞珙輁鞏
gong4 hong3 唝嗊
gong4 供共熕貢贡
gou1 佝勾沟溝痀篝簼緱缑芶袧褠鈎鉤钩鞲韝
gou3 ju3 枸
gou3 qu2 蚼
gou3 岣狗玽笱耇耈耉苟豿
gou4 du4 姤
gou4 jiang3 傋
gou4 冓啂坸垢够夠媾彀搆撀构構煹覯觏訽詬诟購购遘雊
gu1 gai4 杚
gu1 估咕唂唃姑嫴孤巬巭柧橭毂沽泒稒笟箍箛篐罛苽菇菰蓇蛄觚軱軲轱辜酤鈲鮕鴣鸪
gu3 gou4 糓
gu3 hu2 縎鶻
gu3 jia3 嘏
gu3 jie2 扢
gu3 ying2 夃
gu3 yu4 谷
gu3 傦古啒尳愲榖榾汩淈濲瀔牯皷皼盬瞽穀罟羖股脵臌薣蛊蠱詁诂轂逧鈷钴餶馉骨鼓鼔𦙶
gu4 僱凅固堌崓崮故梏棝牿痼祻錮锢雇顧顾鯝鲴
gua1 gu1 呱
gua1 huo2 趏
gua1 kuo4 栝
gua1 wo1 緺
gua1 刮劀桰歄煱瓜胍踻颪颳騧鴰鸹
gua3 冎剐剮叧寡
gua4 guai3 罫
gua4 kua1 絓
gua4 卦啩挂掛罣褂詿诖
guai1 乖
guai2 叏
guai3 dai4 箉
guai3 拐枴柺
guai4 夬怪恠
guan1 倌关冠官棺瘝癏窤蒄覌観觀观関闗關鰥鱞鳏
guan3 琯璭痯筦管舘輨錧館馆鳤
guan4 huan2 雚
guan4 kuang4 丱
guan4 quan2 矔
guan4 wan1 毌
guan4 悹悺惯慣掼摜樌欟泴涫潅灌爟瓘盥礶祼罆罐貫贯躀遦鏆鑵鱹鸛鹳
guang1 僙光咣垙姯洸灮炗炚炛烡珖胱茪輄銧黆𨐈
guang3 an1 广
guang3 jiong3 臩
guang3 広廣犷獷
guang4 jiong3 臦
guang4 kuang1 俇
guang4 桄逛
gui1 gua4 袿
gui1 jun1 龜龟
gui1 kui4 胿
gui1 wei3 廆
gui1 xi1 嶲雟
gui1 xie2 鮭鲑
gui1 亀圭妫媯嫢嬀帰归摫椝槻槼櫷歸珪瑰璝瓌皈瞡硅茥蘬規规邽郌閨闺騩鬶鬹
gui3 jiu3 氿
gui3 qiu2 朹
gui3 佹匦匭厬垝姽宄庋庪恑攱晷湀癸祪簋蛫蟡觤詭诡軌轨陒鬼
gui4 hui3 螝
gui4 hui4 桧檜
gui4 ju3 柜
gui4 jue2 趹
gui4 kui4 瞶
gui4 wei1 癐
gui4 wei4 瞆
gui4 刽刿劊劌撌攰昋桂椢槶樻櫃猤禬筀蓕襘貴贵跪鐀鑎鞼鱖鱥
gun3 丨惃滚滾磙緄绲蓘蔉衮袞輥辊鮌鯀鲧
gun4 hun4 棍
gun4 睔謴
guo1 kua3 楇
guo1 wo1 濄
guo1 呙啯嘓埚堝墎崞彉彍懖猓瘑聒蝈蟈郭鈛鍋锅
guo2 guai1 掴
guo2 gui4 簂
guo2 囯囶囻国圀國帼幗慖摑漍聝腘膕蔮虢馘𬇹
guo3 guan4 淉
guo3 惈果椁槨粿綶菓蜾裹褁輠餜馃
guo4 腂过過鐹
ha1 ke1 鉿铪
ha1 哈紦
ha2 ge2 蛤
ha3 po4 奤
hai1 ke2 咳
hai1 咍
hai2 huan2 还
hai2 孩骸
hai3 塰海烸酼醢
hai4 jie4 妎
hai4 亥嗐害氦餀饚駭駴骇
han0 兯爳
han1 gan4 佄
han1 nan3 嫨
han1 哻憨蚶谽酣頇顸馠魽鼾
han2 dang3 嵅
han2 jian1 椷
han2 qin2 肣
han2 函凾含唅圅娢寒崡晗梒浛涵澏焓琀甝筨蜬邗邯鋡韓韩
han3 㘎丆喊浫罕豃
han4 an4 厈屽
han4 bi4 閈闬
han4 ran3 熯
han4 傼垾悍憾扞捍撖撼旱晘暵汉汗涆漢瀚焊猂皔睅翰莟菡蔊蛿蜭螒譀輚釬銲鋎雗頷顄颔馯駻鶾
hang1 ben4 夯
hang2 垳斻杭笐筕絎绗航苀蚢裄貥迒頏颃魧
hang4 沆
hao1 嚆茠蒿薅
hao2 gao1 獋
hao2 xia4 諕
hao2 xiao1 呺
hao2 yi3 乚
hao2 儫嗥嘷噑嚎壕椃毜毫濠獆獔竓籇蚝蠔譹豪
hao3 好郝
hao4 gao3 镐
hao4 jiao4 悎
hao4 mao4 秏
hao4 xue4 滈
hao4 傐号哠恏昊昦晧暠暤暭曍浩淏澔灏灝皓皜皞皡皥耗聕薃號鄗顥颢鰝
he1 a1 呵
he1 qia1 抲
he1 ye4 喝
he1 嗬欱蠚訶诃
he2 ge1 紇纥
he2 ge2 閤颌
he2 ge3 合鲄
he2 hu2 核
he2 huo2 和
he2 jie4 鶡
he2 mo4 狢
he2 qiao1 礉
he2 xia2 螛
he2 何劾咊啝姀峆敆曷柇楁毼河涸渮澕熆皬盇盉盍盒禾篕籺粭翮荷菏萂覈訸詥郃釛鉌鑉閡闔阂阖鞨頜餄饸魺鹖麧齕龁龢𬌗
he4 hu2 隺鶮
he4 ke4 袔
he4 xia4 嚇
he4 xiao1 嗃熇
he4 xie1 猲
he4 哬垎壑寉惒焃煂燺爀癋碋翯褐謞賀贺赫靍靎靏鶴鸖鹤
hei1 hai1 嗨
hei1 mo4 嘿
hei1 潶黑黒𬭶
hen2 拫痕鞎
hen3 佷很狠詪𬣳
hen4 恨
heng1 peng1 亨
heng1 哼啈悙涥脝
heng2 guang4 撗
heng2 hang2 桁
heng2 姮恆恒横橫烆珩胻蘅衡鑅鴴鵆鸻
heng4 堼
hong1 hou3 吽
hong1 qing4 渹
hong1 叿呍嚝揈灴烘焢硡薨訇谾軣輷轟轰鍧
hong2 gong1 紅红
hong2 gong4 羾
hong2 jiang4 虹
hong2 long2 屸
hong2 pang1 沗
hong2 仜吰垬妅娂宏宖弘彋汯泓洪浤渱潂玒玜竑竤篊粠紘紭綋纮翃翝耾苰荭葒葓蕻谹谼鈜鉷鋐閎闳霐霟鞃魟鴻鸿黉黌𫟹𬭎
hong3 哄晎
hong4 gong3 澒銾
hong4 juan3 闂
hong4 xiang4 閧
hong4 撔訌讧闀鬨
hou1 齁
hou2 qu2 翵
hou2 xiang4 銗
hou2 侯喉帿猴瘊睺矦篌糇翭葔鄇鍭餱骺鯸𬭤
hou3 xu3 呴
hou3 吼犼
hou4 候厚后垕堠後洉茩豞逅郈鮜鱟鲎鲘
hu1 kua1 恗
hu1 xi4 戱
hu1 乎乯匢匫呼唿嘑垀寣幠忽惚昒曶歑泘淴滹烀苸虍虖謼軤轷雐雽
hu2 gu3 抇鹄鹘
hu2 喖嘝囫壶壷壺媩弧搰斛楜槲湖瀫焀煳狐猢瑚瓳箶糊絗縠胡葫蔛蝴螜衚觳醐鍸頶餬鬍魱鰗鵠鶘鶦鹕
hu3 chi2 俿
hu3 huang3 汻
hu3 xia4 唬
hu3 xu3 浒滸
hu3 乕琥萀虎虝錿鯱
hu4 chu1 摢
hu4 di3 枑
hu4 gu4 怘
hu4 huo4 濩
hu4 xia4 芐
hu4 互冱嗀嚛婟嫭嫮岵帍弖怙戶户戸戽扈护昈槴沍沪滬熩瓠祜笏簄粐綔蔰護豰鄠鍙頀鱯鳠鳸鸌鹱
hua1 xu1 砉
hua1 埖婲椛硴糀花蒊蘤誮錵
hua2 huo2 姡
hua2 ke3 磆
hua2 qi4 呚
hua2 wu1 釫
hua2 劃华哗嘩搳撶滑猾華蕐螖譁鏵铧驊骅鷨
hua4 gua1 諣
hua4 xie4 觟
hua4 划化夻婳嫿嬅崋摦杹枠桦槬樺澅画畫畵繣舙話諙譮话黊
huai2 gui1 櫰
huai2 hui2 佪
huai2 wai1 瀤
huai2 徊怀懐懷槐淮耲蘹褢褱踝
huai4 pei1 坏
huai4 shi4 咶
huai4 壊壞蘾
huan1 quan2 孉
huan1 嚾懽欢歓歡獾讙貆貛酄驩鴅鵍
huan2 hai2 還
huan2 wan4 綄
huan2 xun2 郇
huan2 ye4 瓛
huan2 yuan2 圜
huan2 堚寏寰峘桓洹澴狟獂环環糫繯缳羦荁萈萑豲鍰鐶锾镮闤阛雈鬟鹮𤩽𬘫
huan3 㬊緩缓
huan4 yuan2 喛
huan4 唤喚奂奐宦嵈幻患愌换換擐攌梙槵浣涣渙漶澣烉焕煥瑍痪瘓睆肒藧豢轘逭鯇鯶鰀鲩
huang1 mang2 朚
huang1 塃宺巟慌肓荒衁
huang2 guang1 潢
huang2 yong2 揘
huang2 偟凰喤堭墴媓崲徨惶楻湟煌熿獚瑝璜癀皇磺穔篁簧艎葟蝗蟥諻趪遑鍠鐄锽隍韹餭騜鰉鱑鳇鷬黃黄𨱑
huang3 guo3 櫎
huang3 兤奛幌怳恍晄炾熀縨詤謊谎
huang4 㿠愰晃曂榥滉皝皩鎤
hui1 duo4 隓隳
hui1 hun2 珲
hui1 wei2 撝
hui1 yun4 煇
hui1 㧑咴噅噕婎媈幑徽恢拻挥揮晖暉楎洃瀈灰灳烣睳禈翚翬蘳虺袆褘詼诙豗輝辉鰴麾
hui2 囘回囬廻廽恛洄烠痐茴蚘蛔蛕蜖迴逥鮰
hui3 悔檓毀毁毇燬譭
hui4 hu1 芔
hui4 huo4 濊
hui4 kuai4 会會浍璯
hui4 min3 湏
hui4 sui4 鏸
hui4 xie2 儶
hui4 僡匯卉喙嘒嚖圚嬒寭屶屷彗彙彚徻恚恵惠慧憓懳晦暳槥橞檅櫘汇泋滙潓烩燴獩璤瞺硊秽穢篲絵繢繪绘缋翙翽荟蔧蕙薈薉藱蟪詯誨諱譓譿讳诲賄贿鐬闠阓靧頮顪颒餯𬤝𬭬
hun1 mei4 殙
hun1 men4 惛
hun1 xun1 焄
hun1 婚昏昬棔涽睧睯碈荤葷蔒轋閽阍
hun2 hui1 琿
hun2 忶浑渾餛馄魂鼲
hun4 kun1 婫
hun4 俒倱圂尡慁掍混溷焝睴觨諢诨
huo1 hua2 豁
huo1 o3 嚄
huo1 剨劐吙攉秴耠锪騞𬴃
huo2 kuo4 秮秳
huo2 佸活
huo3 biao1 灬
huo3 kuo4 漷
huo3 伙夥火煷邩鈥钬
huo4 chi4 捇
huo4 shan3 閄
huo4 xu4 掝
huo4 yue4 矆
huo4 㸌俰咟嚯嚿奯彠惑或擭旤曤檴沎湱瀖獲癨眓矐祸禍穫窢耯臛艧获蒦藿蠖謋貨货鍃鑊镬雘霍靃韄
ji1 cuo4 庴
ji1 gui1 槣
ji1 qi1 攲缉
ji1 qi2 稘綨觭
ji1 qi3 稽
ji1 xi1 咭
ji1 乩僟击刉刏剞叽唧喞嗘嘰圾基墼姬屐嵆嵇幾撃擊朞机枅樭機櫅毄激犄玑璣畸畿癪矶磯禨积積笄筓箕簊緁羁羇羈耭肌芨虀覉覊譏譤讥賫賷赍跻踑躋躸銈錤鐖鑇鑙隮雞鞿韲飢饑饥魕鳮鶏鶺鷄鸄鸡齎齏齑𫌀𫓯𫓹𬯀
ji2 bi1 皀
ji2 jie2 趌
ji2 jie4 耤
ji2 qi1 緝
ji2 qi4 亟焏
ji2 sha4 濈
ji2 she2 磼
ji2 zhi4 楖
ji2 㴔亼亽伋佶偮卙即卽及叝吉堲塉姞嫉岌嵴嶯彶忣急愱戢揤极棘楫極槉檝殛汲湒潗疾瘠皍笈箿籍級级膌艥蒺蕀蕺蝍螏襋觙谻踖蹐躤輯轚辑郆銡鍓鏶集雧霵鹡
ji3 jiao3 憿
ji3 丮几妀己戟挤掎撠擠橶泲犱穖脊虮蟣魢鱾麂
ji4 ci3 鮆
ji4 jie1 哜嚌
ji4 jie2 偈紒
ji4 qi2 伎薺
ji4 xue3 彐
ji4 zhai4 祭
ji4 zi1 璾
ji4 兾冀剂剤劑勣坖垍塈妓季寂寄廭彑徛忌悸惎懻技旡既旣暨暩曁梞檕檵洎济済漃漈濟瀱痵癠禝稩稷穄穊穧紀継績繋繼纪继绩罽臮芰茍茤葪蓟蔇薊蘎蘮蘻裚襀覬觊計記誋諅计记跡跽蹟迹际際霁霽驥骥髻鬾魝魥鯚鯽鰶鰿鱀鱭鲚鲫鵋鷑齌𪟝𬶨𬶭
jia1 ga1 夾
jia1 jie0 家
jia1 qie2 伽
jia1 ya2 拁
jia1 乫佳傢加嘉抸枷梜毠泇浃浹犌猳珈痂笳糘耞腵葭袈豭貑跏迦鉫鎵镓鴐麚𬂩
jia2 ga1 夹戛
jia2 qia1 袷
jia2 qian3 唊
jia2 圿忦恝戞扴脥荚莢蛱蛺裌跲郏郟鋏铗頬頰颊鴶鵊
jia3 gu3 賈贾
jia3 xia2 叚徦瘕
jia3 假婽岬斚斝椵榎槚檟玾甲胛鉀钾
jia4 jie0 價
jia4 jie4 价
jia4 嫁幏架榢稼駕驾
jian1 qian1 鳽
jian1 qian2 犍玪
jian1 yan4 猏豣
jian1 zhan4 碊
jian1 兼冿囏坚堅奸姦姧尖幵惤戋戔揃搛椾樫櫼歼殱殲湔瀐瀸煎熞熸牋瑊监監睷礛礷笺箋籛緘縑缄缣肩艰艱菅菺葌蒹蔪蕑蕳虃譼豜鋻鑯间雃鞬鞯韀韉餰馢鰔鰜鰹鲣鳒鵑鵳鶼鹣麉
jian3 lan2 暕
jian3 nan1 囝
jian3 san4 帴
jian3 俭倹儉减剪堿弿彅戩戬拣挸捡揀撿枧柬梘检検檢減湕瀽瑐睑瞼硷碱礆笕筧简篯簡絸繭翦茧藆蠒裥襇襉襺詃謇謭譾谫趼蹇鐗鐧锏鬋鰎鹸鹻鹼
jian4 bian3 覵
jian4 chan2 螹
jian4 chen2 跈
jian4 cun2 侟
jian4 jin4 榗
jian4 kan3 檻
jian4 qian2 揵
jian4 xian2 瞯
jian4 xian4 見见
jian4 zan4 鏩
jian4 zun4 栫袸
jian4 件俴健僭剑剣剱劍劎劒劔墹寋建徤擶旔楗毽洊涧渐溅漸澗濺牮珔瞷磵礀箭糋繝腱臶舰艦荐薦覸諓諫譛谏賎賤贱趝践踐踺轞鉴鍳鍵鐱鑑鑒鑬鑳键間餞饯𬣡
jiang1 qiang1 将
jiang1 qiang2 疆
jiang1 qiang4 摪
jiang1 僵壃姜將橿殭江浆漿畕畺疅礓繮缰翞茳葁薑螀螿豇韁鱂鳉
jiang3 塂奖奨奬桨槳獎耩膙蒋蔣講讲顜
jiang4 xiang2 夅降
jiang4 勥匞匠嵹弜弶摾櫤洚滰犟糡糨絳绛謽酱醤醬
jiao1 qiu2 艽
jiao1 xiao1 嘐
jiao1 xiao2 姣
jiao1 zhuo2 燋
jiao1 䴔交僬娇嬌峧嶕嶣憍椒浇澆焦礁穚簥胶膠膲茭茮蕉虠蛟蟭跤轇郊鐎驕骄鮫鲛鵁鷦鷮鹪
jiao2 jue2 嚼
jiao3 chao1 剿劋勦摷
jiao3 jue2 脚角
jiao3 ku4 捁
jiao3 qiao1 煍
jiao3 yao2 侥僥徺
jiao3 yao4 烄
jiao3 zhuo2 繳缴
jiao3 佼儌孂徼挢搅撟撹攪敫敽敿晈暞曒灚燞狡璬皎皦矫矯笅筊絞纐绞腳臫蟜譑賋踋鉸铰餃饺鱎龣
jiao4 dao3 嘄
jiao4 liao2 窌
jiao4 qiao2 嶠潐
jiao4 qiao4 噭
jiao4 叫呌嘂嘦噍嬓挍敎教斍斠滘漖獥珓皭窖藠訆譥趭較轎轿较酵醮釂
jie1 ge2 裓
jie1 qi4 揭
jie1 qie4 椄
jie1 sha4 菨
jie1 suo3 嫅
jie1 喈喼嗟堦媘接掲擑湝煯疖痎癤皆秸稭脻蝔街謯阶階鞂鶛
jie2 ji2 尐诘鞊
jie2 jia2 拮
jie2 qie4 疌
jie2 xie2 絜颉
jie2 ya4 碣
jie2 zan3 寁
jie2 zhe2 搩
jie2 㛃倢偼傑刦刧刼劫劼卩卪婕媫孑岊崨嵥嶻巀幯截捷掶擮昅杢杰桀桝楬楶榤洁滐潔狤睫礍竭節結结羯节莭蓵蛣蜐蠘蠞蠽衱袺訐詰誱讦踕迼鉣鍻镼頡鮚鲒
jie3 xie4 解觧
jie3 姐媎檞毑飷
jie4 gai4 芥
jie4 ge4 吤
jie4 ji2 藉
jie4 ke4 悈
jie4 丯介借唶堺屆届岕庎徣戒楐犗玠琾界畍疥砎蚧蛶衸褯誡诫鎅骱魪
jin1 guan1 矜
jin1 qin2 矝
jin1 san3 仐
jin1 今堻巾惍斤津珒琻璡砛筋紟荕衿襟觔金釒釿钅鹶黅𬬱
jin3 qin1 堇
jin3 qin2 廑
jin3 仅侭僅儘卺厪嫤巹槿漌瑾紧緊菫蓳謹谨錦锦饉馑
jin4 jing4 劤劲勁
jin4 qin2 慬
jin4 qin3 寖
jin4 qun1 歏
jin4 yin2 伒
jin4 僸凚噤嚍墐壗妗嬧尽搢晉晋枃殣浕浸溍濅濜烬煡燼琎瑨璶盡祲禁縉缙荩藎覲觐賮贐赆近进進靳齽
jing1 qing4 箐
jing1 xing2 巠
jing1 䴖京亰兢坕坙婛惊旌旍晶橸泾涇猄睛秔稉粳精経經綡经聙腈茎荆荊菁葏驚鯨鲸鶁鶄麖麠鼱
jing3 dan3 丼
jing3 geng3 颈
jing3 ying3 景
jing3 井儆刭剄坓宑幜憬憼暻殌汫汬澋璄璟璥穽肼蟼警阱頚頸
jing4 cheng1 净凈淨
jing4 liang4 靚
jing4 zhen3 竧
jing4 俓傹境妌婙婧弪弳径徑敬曔桱梷浄瀞獍痉痙竞竟竫競竸胫脛莖誩踁迳逕鏡镜靖静靜鵛
jiong1 冂冋坰埛扃絅蘏蘔駉駫𬳶
jiong3 gui4 炅
jiong3 䌹侰僒冏囧泂浻澃炯烱煚煛熲燛窘綗褧迥逈顈颎
jiu1 le4 牞
jiu1 liao2 樛
jiu1 liu2 摎
jiu1 you2 揂
jiu1 丩勼啾揪揫朻究糺糾纠萛赳阄鬏鬮鳩鸠
jiu3 久乆九乣奺杦汣灸玖紤舏酒镹韭韮
jiu4 㠇倃僦匓匛匶厩咎就廄廏廐慦捄救旧柩柾桕欍殧疚臼舅舊鯦鷲鹫麔齨
ju1 cha2 苴
ju1 che1 車
ju1 gou1 拘
ju1 qie4 趄跙
ju1 xu1 眗
ju1 凥匊娵婮居崌抅挶掬梮椐檋毩毱泃涺狙琚疽砠罝腒艍蜛裾諊跔踘躹鋦锔陱雎鞠鞫駒驹鮈鴡鶋𬶋
ju2 jie2 桔
ju2 jue2 繘
ju2 䴗侷啹婅局巈椈橘泦淗湨焗犑狊粷菊蘜趜跼蹫輂郹閰駶驧鵙鵴鶪鼰鼳
ju3 举弆挙擧椇榉榘櫸欅沮矩筥聥舉莒蒟襷踽齟龃
ju4 gou1 句
ju4 ji3 據
ju4 jie1 袓
ju4 lou2 貗
ju4 qu3 苣
ju4 乬俱倨倶具剧劇勮埧埾壉姖屦屨岠巨巪怇惧愳懅懼拒拠据昛歫洰澽炬烥犋秬窭窶簴粔耟聚虡蚷詎讵豦距踞躆遽邭醵鉅鋸鐻钜锯颶飓駏鮔
juan1 jian1 鋑
juan1 xuan1 鋗鞙
juan1 ye4 焆
juan1 zui1 朘
juan1 勬姢娟捐涓蠲裐鎸鐫镌鹃
juan3 quan2 捲
juan3 呟埍帣臇菤錈锩
juan4 xuan1 讂
juan4 倦劵勌卷奆巻慻桊淃狷獧瓹眷睊睠絭絹绢罥羂腃蔨鄄餋
jue1 噘屩屫撅撧
jue2 gui4 嶡鳜
jue2 ji4 櫭
jue2 jiao4 爝覐覚覺觉
jue2 qiong2 璚
jue2 que1 蚗
jue2 xue2 噱
jue2 xue4 泬疦
jue2 zhang1 弡
jue2 zhuo2 捔
jue2 㵐亅决刔劂匷厥噊孒孓崛崫嶥彏憠憰戄抉挗掘攫桷橛橜欮氒決灍焳熦爑爴爵獗玃玦玨珏瑴瘚矍矡砄絕絶绝臄芵蕝蕨虳蟨蟩觖觮觼訣譎诀谲貜赽趉蹷躩鈌鐍鐝钁镢鴂鴃鷢𫔎𫘝
jue3 蹶
jue4 倔
jun1 qun2 麇麕
jun1 xun2 姰
jun1 军君均桾汮皲皸皹碅莙菌蚐袀覠軍鈞銁銞鍕钧頵鮶鲪麏
jun4 juan4 隽雋
jun4 pei4 攈
jun4 qu1 焌
jun4 qun1 箘
jun4 suo3 葰
jun4 xun4 浚濬
jun4 䐃俊儁呁埈寯峻懏捃攟晙棞燇珺畯竣箟蜠賐郡陖餕馂駿骏鵔鵕鵘
ka1 ga1 咖
ka1 喀擖
ka3 qia3 卡
ka3 佧咔垰胩裃鉲
kai1 奒开揩鐦锎開
kai3 ge3 嘅
kai3 jie1 楷
kai3 凯凱剀剴垲塏恺愷慨暟蒈輆鍇鎧铠锴闓闿颽
kai4 ai4 欬
kai4 qi4 愒
kai4 xi4 忾愾
kai4 勓炌烗鎎
kan1 zhan4 嵁
kan1 刊勘堪戡栞龕龛
kan3 jian4 槛
kan3 ke4 歁
kan3 qian3 凵
kan3 qian4 欿
kan3 xian4 埳
kan3 侃偘冚坎惂砍竷莰輡轗顑
kan4 han3 闞阚
kan4 墈崁看瞰矙磡衎鬫
kang1 hang4 忼
kang1 jing1 粇
kang1 嫝嵻康慷槺漮砊穅糠躿鏮閌闶鱇𡐓𩾌
kang2 gang1 扛
kang4 gang3 犺
kang4 hang2 亢邟
kang4 伉匟囥抗炕鈧钪
kao1 qiao1 嵪
kao1 尻髛
kao3 hao1 薧
kao3 qiao3 丂
kao3 拷攷栲洘烤考
kao4 㸆焅犒銬铐靠鮳鯌鲓
ke1 e1 痾
ke1 e4 搕
ke1 he1 苛
ke1 qia4 匼
ke1 坷嵙柯棵榼樖牁牱犐珂疴瞌磕礚科稞窠萪薖蚵蝌趷軻轲醘鈳钶頦顆颏颗髁
ke2 qia1 揢
ke2 qiao4 壳殼
ke2 翗
ke3 jie2 嵑嶱
ke3 可岢敤渇渴炣
ke4 huo4 礊
ke4 qia4 愘
ke4 克刻勀勊嗑堁娔客恪愙氪溘碦緙缂艐衉課课錁锞騍骒
kei1 ke4 剋尅
ken3 kun1 貇
ken3 啃垦墾恳懇肎肯肻豤錹
ken4 掯裉褃
keng1 hang2 吭妔
keng1 qian1 挳摼
keng1 劥坑牼硁硜硻誙銵鍞鏗铿阬
kong1 nang2 涳
kong1 埪崆悾硿空箜躻錓鵼
kong3 倥孔恐
kong4 控鞚
kou1 剾彄抠摳眍瞘芤𫸩
kou3 劶口
kou4 ji4 瞉
kou4 ju4 怐
kou4 冦叩宼寇扣敂滱窛筘簆蔲蔻釦鷇
ku1 zhu2 窋
ku1 刳哭圐堀枯桍矻窟跍郀骷鮬
ku3 hu4 楛
ku3 狜苦
ku4 俈喾嚳库庫廤瘔秙絝绔袴裤褲酷
kua1 hu4 姱
kua1 夸舿誇
kua3 侉咵垮銙
kua4 ku1 挎
kua4 wu4 趶
kua4 胯跨骻
kuai3 㧟擓蒯
kuai4 hui4 澮
kuai4 jue2 駃
kuai4 tui2 墤
kuai4 侩儈凷哙噲圦块塊巜廥快旝欳狯獪筷糩脍膾郐鄶鱠鲙
kuan1 宽寛寬臗鑧髋髖
kuan3 cuan4 窽窾
kuan3 梡欵款歀
kuang1 guang1 硄
kuang1 劻匡匩哐恇洭筐筺誆诓軭邼
kuang2 wang3 忹抂
kuang2 狂狅誑诳軖軠鵟𫛭
kuang3 儣夼懭
kuang4 guan4 卝
kuang4 guo1 矌
kuang4 况圹壙岲懬旷昿曠框況爌眖眶矿砿礦穬絋絖纊纩貺贶軦邝鄺鉱鋛鑛黋
kui1 li3 悝
kui1 亏刲岿巋盔窥窺聧虧闚顝
kui2 wa1 䖯
kui2 喹夔奎巙戣揆晆暌楏楑櫆犪睽葵藈蘷虁蝰躨逵鄈鍨鍷頯馗騤骙魁
kui3 gui1 傀
kui3 煃跬蹞頍𫠆
kui4 gui4 匮匱
kui4 hui4 殨溃潰
kui4 kuai4 蒉
kui4 喟嘳媿嬇尯愦愧憒篑簣籄聩聭聵膭蕢謉餽饋馈
kun1 坤堃堒崐崑昆晜潉焜熴猑琨瑻菎蜫裈裩褌醌錕锟騉髠髡髨鯤鲲鵾鶤鹍
kun3 壸壼悃捆梱硱祵稇稛綑裍閫閸阃
kun4 困涃睏
kuo4 gua1 括
kuo4 guang1 挄
kuo4 yue4 髺
kuo4 廓扩拡擴濶筈萿葀蛞闊阔霩鞟鞹韕頢鬠
la0 鞡
la1 xie2 搚
la1 啦喇垃拉柆菈邋
la2 li4 砬
la2 嚹揦旯磖
la3 藞
la4 ge2 臈
la4 lai4 攋櫴
la4 lie4 擸爉
la4 xi1 腊
la4 zha4 蜡
la4 剌揧楋溂瓎瘌翋臘蝋蝲蠟辢辣鑞镴鬎鯻𬶟
lai2 來俫倈婡崃崍庲徕徠来梾棶涞淶猍琜筙箂莱萊逨郲錸铼騋鯠鶆麳
lai3 襰
lai4 唻濑瀨瀬癞癩睐睞籁籟藾賚賴赉赖頼顂鵣
lan2 lin2 惏
lan2 qian1 厱
lan2 xian4 懢
lan2 儖兰囒婪岚嵐幱拦攔斓斕栏欄欗澜瀾灆灡燣燷璼篮籃籣繿葻蓝藍蘫蘭褴襕襤襴襽譋讕谰躝鑭镧闌阑韊𬒗
lan3 壈嬾孄孏懒懶揽擥攬榄欖浨漤灠爦纜缆罱覧覽览醂顲
lan4 xian4 壏
lan4 嚂滥濫烂燗爁爛爤瓓糷钄
lang1 啷
lang2 勆嫏廊斏桹榔樃欴狼琅瑯硠稂筤艆蓈蜋螂躴郎郒郞鋃鎯锒阆
lang3 㮾塱朖朗朤烺蓢誏
lang4 liang2 莨
lang4 㫰埌崀浪蒗閬
lao1 捞撈粩
lao2 liao2 蟧
lao2 luo4 磱
lao2 僗劳労勞哰崂嶗憥朥浶牢痨癆窂簩醪鐒铹顟髝𫭼
lao3 mu3 姥
lao3 佬咾恅栳狫珯硓老耂荖蛯轑銠铑鮱
lao4 luo4 烙
lao4 唠嗠嘮嫪憦橯涝澇耢耮躼軂酪
le0 liao3 了
le1 lei0 嘞
le4 jin1 竻
le4 lei1 勒
le4 li4 扐
le4 yue4 乐楽樂
le4 仂叻忇氻泐玏砳簕艻阞韷餎鰳鱳鳓
lei2 儽嫘樏檑櫑欙瓃畾礌礧縲纍纝缧罍羸蔂蘲虆轠鐳鑘镭雷靁鱩鼺
lei3 hui4 瘣
lei3 傫儡厽垒塁壘壨櫐洡灅癗矋磊磥礨絫耒蕌蕾藟蘽蠝誄讄诔鑸鸓
lei4 le1 肋
lei4 擂攂泪涙淚禷类累纇蘱酹銇錑頛頪類颣
leng2 ling2 棱稜
leng2 唥塄楞碐薐
leng3 冷
leng4 倰堎愣睖踜
li1 哩
li2 chi1 樆
li2 chi2 邌
li2 sa3 纚
li2 si4 梩
li2 tai2 斄
li2 xi3 釐
li2 㰀刕剓剺劙厘喱嚟囄嫠孋孷廲悡梨梸棃漓灕犁犂狸琍璃瓈盠睝离穲竰筣篱籬糎縭缡罹艃荲菞蓠蔾藜蘺蜊蟍蟸蠡蠫褵謧貍醨鋫錅鏫鑗離驪骊鯏鯬鱺鲡鵹鸝鹂麗黎黧
li3 俚娌峢峲李欚浬澧理礼禮粴裏裡豊逦邐醴里鋰锂鯉鱧鱱鲤鳢
li4 dai4 隸
li4 ji1 苙
li4 lai4 疠癘
li4 lie4 巁棙爄綟
li4 lu4 觻
li4 luo3 攭
li4 luo4 擽攊皪躒
li4 shai4 攦
li4 yue4 栎櫟
li4 zhi2 郦
li4 丽例俐俪傈儮儷凓利力励勵历厉厤厯厲叓吏呖唎唳嚦囇坜塛壢娳婯屴岦悧悷慄戾搮暦曆曞朸枥栃栗栛檪櫔櫪欐歴歷沥沴涖溧濿瀝爏犡猁珕瑮瓅瓑瓥疬痢癧盭睙砅砺砾磿礪礫礰禲秝立笠篥粒粝糲脷苈茘荔莅莉蒚蒞藶蚸蛎蛠蜧蝷蠇蠣詈讈赲轢轣轹酈鉝隶隷雳靂靋鬁鳨鴗鷅麜𫵷𬍛
lia3 liang3 俩
lian2 nian2 溓
lian2 qian1 磏
lian2 亷劆匲匳嗹噒奁奩嫾帘廉怜慩憐梿槤櫣涟漣濂濓瀮熑燫簾籢籨縺翴联聨聫聮聯臁莲蓮薕螊蠊裢褳覝謰蹥连連鎌鐮镰鬑鰱鲢
lian3 han1 歛
lian3 嬚摙敛斂琏璉羷脸臉蔹蘝蘞裣襝鄻
lian4 li4 浰
lian4 僆堜媡恋戀楝殓殮湅潋澰瀲炼煉瑓練纞练萰錬鍊鏈链鰊𬶠
liang2 lang2 駺
liang2 俍凉墚梁椋樑涼粮粱糧良輬辌量𫟅
liang3 lia3 倆
liang3 両两兩唡啢掚緉脼蜽裲魉魎𬜯
liang4 jing4 倞靓
liang4 lang2 哴
liang4 亮喨悢晾湸諒谅踉輌輛辆鍄
liao1 蹽
liao2 lao4 潦
liao2 liu2 漻
liao2 僚嘹嫽寥寮尞屪嵺嶚嶛廫憀憭撩敹暸橑燎爎爒獠璙疗療竂簝繚缭聊膋膫藔蟟豂賿蹘辽遼飉髎鷯鹩
liao3 lu4 蓼
liao3 曢鄝釕镽
liao4 尥尦廖撂料炓瞭窷鐐钌镣𪤗
lie1 咧
lie3 挘毟
lie4 lv4 哷
lie4 䴕儠冽列劣劽埒埓姴峛巤挒捩栵洌浖烈烮煭犣猎猟獵聗脟茢蛚裂趔躐迾颲鬛鬣鮤鱲鴷𫚭
lin1 拎
lin2 lan2 啉
lin2 miao3 厸
lin2 临冧壣崊嶙斴晽暽林淋潾瀶燐獜琳璘疄瞵碄磷箖粦粼繗翷臨轔辚遴邻鄰鏻阾隣霖驎鱗鳞麐麟𬭸𬴊
lin3 ma2 菻
lin3 亃僯凛凜廩廪懍懔撛檁檩澟癛癝
lin4 吝恡悋橉焛甐膦蔺藺賃赁蹸躏躙躪轥閵
ling2 leng2 崚
ling2 〇㥄伶凌刢囹坽夌姈婈孁岺彾掕昤朎柃棂櫺欞泠淩澪灵燯爧狑玲琌瓴皊砱祾秢竛笭紷綾绫羐羚翎聆舲苓菱蓤蔆蕶蛉衑裬詅跉軨輘酃醽鈴錂铃閝陵零霊霗霛霝靈駖魿鯪鲮鴒鸰鹷麢齡齢龄龗
ling3 岭嶺袊領领
ling4 令另呤炩蘦
liu1 溜澑熘蹓
liu2 刘劉嚠媹嵧懰旈旒榴橊流浏瀏琉瑠瑬璢畄留畱疁瘤癅硫磂蒥蓅藰蟉裗遛鎏鎦鏐鐂镠飀飅飗馏駠駵騮驑骝鰡鶹鹠麍
liu3 嬼柳栁桞桺橮熮珋綹绺罶羀鋶锍
liu4 liao2 飂
liu4 lu4 六
liu4 塯廇磟翏镏雡霤餾鬸鷚鹨
long2 shuang1 泷瀧
long2 咙嚨嶐巃巄昽曨朧栊槞櫳湰滝漋爖珑瓏癃眬矓砻礱礲窿竜笼篭籠聋聾胧茏蘢蠪蠬襱豅躘鏧鑨隆霳靇驡鸗龍龒龓龙
long3 儱垄垅壟壠拢攏竉陇隴𬕂
long4 哢徿梇贚
lou0 lv2 瞜
lou0 喽
lou1 䁖
lou2 ju4 寠
lou2 lv2 𦝼
lou2 lv3 慺鷜
lou2 剅嘍娄婁廔楼樓溇漊熡耧耬艛蒌蔞蝼螻謱軁遱鞻髅髏𪣻
lou3 塿嵝嶁搂摟甊篓簍
lou4 屚漏瘘瘺瘻鏤镂陋
lu0 氇
lu1 噜嚕撸擼謢
lu2 fu1 璷
lu2 luo2 攎
lu2 卢嚧垆壚庐廬曥枦栌櫨泸瀘炉爐獹玈瓐盧矑籚纑罏胪臚舮舻艫芦蘆蠦轤轳鈩鑪顱颅馿髗魲鱸鲈鸕鸬黸𬬻
lu3 卤塷掳擄樐橹櫓氌滷澛瀂硵磠穞艣艪蓾虏虜鏀鐪鑥镥魯鲁鹵
lu4 ao1 熝
lu4 ao2 鏕
lu4 biao1 膔
lu4 jiu1 剹
lu4 liu4 碌陆
lu4 lou4 露
lu4 lv4 菉
lu4 侓僇勎勠圥坴塶娽峍廘彔录戮摝椂樚淕淥渌漉潞琭璐甪盝睩硉祿禄稑穋箓簏簬簵簶籙粶蔍蕗虂螰賂赂趢路踛蹗輅轆辂辘逯醁錄録錴鏴陸騄騼鯥鴼鵦鵱鷺鹭鹿麓𫘧
luan2 圝圞奱娈孌孪孿峦巒挛攣曫栾欒滦灓灤癴癵羉脔臠虊銮鑾鵉鸞鸾
luan3 卵
luan4 乱亂釠
lun1 抡掄
lun2 guan1 綸纶
lun2 hua1 芲
lun2 仑伦侖倫囵圇婨崘崙棆沦淪碖磮耣腀菕蜦踚輪轮錀陯鯩𬬭
lun3 埨惀稐𫭢
lun4 溣論论
luo1 啰囉頱
luo2 luan3 覶
luo2 儸囖攞椤欏猡玀箩籮罗羅脶腡萝蘿螺覼逻邏鏍鑼锣镙饠騾驘骡鸁
luo3 ke1 砢
luo3 倮剆曪瘰癳臝蓏蠃裸躶
luo4 ge2 鮥
luo4 la4 落
luo4 lao4 絡络
luo4 li4 跞
luo4 long4 硦
luo4 po1 泺濼
luo4 ta4 漯
luo4 wo3 捰
luo4 峈摞洛洜犖珞笿纙荦詻雒駱骆鵅
lv2 榈櫚氀膢藘閭闾驢驴
lv3 lou2 偻僂
lv3 luo1 捋
lv3 侣侶儢吕呂屡屢履挔捛旅梠焒祣稆穭絽縷缕膂膐褛褸郘鋁铝
lv4 chu1 櫖
lv4 lu4 緑绿
lv4 shuai4 率
lv4 勴垏嵂律慮氯滤濾爈箻綠繂膟葎虑鑢
lve4 luo2 寽
lve4 䂮圙掠略畧稤鋝鋢锊
m2 mou2 呣
ma0 mo4 蟆
ma0 吗嘛
ma1 zi1 孖
ma1 妈媽嫲
ma2 lin4 痳
ma2 嗎犘痲蔴蟇麻
ma3 溤犸獁玛瑪码碼蚂螞遤鎷馬马鰢鷌
ma4 傌嘜杩榪睰祃禡罵閁駡骂鬕
mai2 man2 埋
mai2 霾
mai3 买嘪荬蕒買鷶
mai4 mo4 脉
mai4 佅劢勱卖唛売脈衇賣迈邁霡霢麥麦鿏
man1 顢颟
man2 men2 瞒瞞
man2 men4 悗鞔
man2 姏慲摱樠蛮蠻謾饅馒鬗鬘鰻鳗
man3 娨屘満满滿矕螨蟎襔鏋
man4 wan4 槾蔓
man4 㵘僈墁嫚幔慢曼漫澷熳獌縵缦蔄蘰谩鄤鏝镘𬜬
mang1 牤
mang2 bang4 蛖
mang2 dou4 狵
mang2 meng2 庬氓
mang2 wang4 盳
mang2 厖吂哤娏忙恾杗杧汒浝牻痝盲硭笀芒茫蘉邙釯鋩铓駹
mang3 bang4 硥
mang3 meng3 蟒
mang3 壾漭茻莽莾蠎
mao1 猫貓
mao2 li2 犛
mao2 meng2 髳
mao2 mou2 堥
mao2 旄枆毛氂渵牦矛罞茅茆蝥蟊軞酕鉾錨锚髦鶜
mao3 wan3 夘
mao3 乮冇卯峁戼昴泖笷蓩鉚铆
mao4 mo4 冒
mao4 冃冐媢帽愗懋暓柕楙毷瑁皃眊瞀耄芼茂萺蝐袤覒貌貿贸鄚鄮
me0 mei4 嚜
me0 mo2 么
me0 庅
me1 嚒
me4 嚰濹
mei2 fen2 坆
mei2 meng2 鋂
mei2 mo4 沒没
mei2 堳塺媒嵋徾攗枚栂梅楣楳槑湄湈煤猸玫珻瑂眉睂禖脄脢腜苺莓葿郿酶鎇镅霉鶥鹛黴
mei3 gao1 羙
mei3 凂媄媺嬍嵄挴毎每浼渼燘美躾鎂镁黣
mei4 wa4 韎
mei4 妹媚寐抺旀昧沬煝痗眛睸祙篃蝞袂跊鬽魅
men0 们
men1 椚闷
men2 mei2 穈
men2 yun3 玧
men2 們扪捫璊菛虋鍆钔門閅门𫞩
men4 qi3 呇
men4 悶懑懣暪焖燜
meng1 擝矇
meng2 mang2 尨
meng2 㠓儚幪懞曚朦橗檬氋溕濛甍甿盟瞢矒礞艨莔萌蒙蕄虻蝱鄳鄸霿靀顭饛鯍鸏鹲𫑡
meng3 冡勐懵掹猛獴艋蜢蠓錳锰鯭鼆
meng4 夢夣孟懜梦癦霥
mi1 咪眯瞇
mi2 mei2 糜
mi2 mei4 谜
mi2 mo2 戂攠
mi2 mo3 麿
mi2 xi3 瓕
mi2 冞弥彌擟瀰爢猕獼祢禰縻蒾藌蘪蘼袮詸謎迷醚醾醿釄镾靡鸍麊麋麛
mi3 li4 沵
mi3 ni3 濔
mi3 侎孊弭敉洣渳灖米粎羋脒芈葞蔝銤
mi4 bi4 泌秘
mi4 fu2 宓
mi4 mie4 簚
mi4 ming2 蓂
mi4 si1 糸
mi4 wu4 沕
mi4 冖冪嘧塓宻密峚幂幎幦怽榓樒櫁汨淧滵漞濗熐羃蔤蜜覓覔覛觅謐谧鼏
mian2 bian1 臱
mian2 婂媔嬵宀杣棉檰櫋眠矈矊矏綿緜绵芇蝒
mian3 min3 黾
mian3 sheng2 渑澠
mian3 丏偭免冕勉勔喕娩愐汅沔湎眄睌緬缅腼葂靦鮸𩾃
mian4 糆面靣麪麫麵麺
miao1 喵
miao2 mao2 緢
miao2 媌嫹描瞄苗鶓鹋
miao3 劰杪淼渺眇秒篎緲缈藐邈
miao4 妙庙庿廟玅竗
mie1 吀咩哶孭
mie4 mei4 櫗
mie4 幭懱搣滅灭烕礣篾蔑薎蠛衊鑖鱴鴓
min2 men2 怋
min2 wen2 玟
min2 垊姄岷崏捪旻旼暋民珉琘琝瑉痻盿砇緍緡缗罠苠鈱錉鍲鴖
min3 hun1 湣
min3 wen3 忞忟
min3 僶冺刡勄悯惽愍慜憫抿敃敏敯泯潣皿笢笽簢蠠閔閩闵闽鰵鳘黽
ming2 冥名嫇明暝朙榠洺溟猽眀眳瞑茗螟覭詺鄍銘铭鳴鸣
ming3 佲凕姳慏酩
ming4 命掵
miu4 mou2 缪
miu4 謬谬
mo1 嚤摸
mo2 ma1 摩
mo2 me0 麼麽
mo2 mu2 模
mo2 劘嫫嬤嬷尛摹擵橅磨糢膜藦蘑謨謩谟饃饝馍髍魔魹
mo3 ma1 抹
mo3 懡
mo4 he2 貈貉
mo4 mie4 瀎眜
mo4 mu4 縸莫
mo4 wa4 帓
mo4 嗼圽塻墨妺嫼寞帞昩末枺歿殁沫漠爅獏瘼皌眽眿瞐瞙砞礳秣絈纆耱茉莈蓦蛨蟔貃貊貘銆鏌镆陌靺驀魩默黙𬙊
mou1 哞
mou2 miu4 繆
mou2 mu4 鞪
mou2 侔劺恈眸蛑謀谋踎鍪鴾麰
mou3 某
mu2 毪氁
mu3 亩姆峔拇母牡牳畂畆畒畝畞畮砪胟踇鉧𧿹𬭁
mu4 mou2 牟
mu4 仫凩募坶墓幕幙慔慕暮暯木楘毣沐炑牧狇目睦穆艒苜莯蚞鉬钼雮霂
na2 nuo4 搻
na2 ru2 挐
na2 嗱拏拿鎿镎
na3 nai3 哪
na3 乸雫
na4 jue2 袦
na4 nan4 妠
na4 ne4 吶
na4 nei4 那
na4 nuo2 娜𦰡
na4 呐捺笝納纳肭蒳衲豽貀軜郍鈉钠靹魶
nai2 zhi4 摨
nai2 孻腉
nai3 ni3 妳
nai3 乃倷奶嬭廼氖疓艿迺釢
nai4 neng3 螚
nai4 奈柰渿耐萘褦錼鼐
nan1 囡
nan2 na1 南
nan2 nuo2 难
nan2 侽喃娚抩暔枏柟楠男畘莮萳諵遖難
nan3 戁揇湳煵腩蝻赧
nan4 婻
nang1 囔
nang2 乪嚢囊欜蠰饢馕
nang3 擃攮曩灢
nang4 儾齉
nao1 孬
nao2 gang1 碙
nao2 nang2 憹
nao2 niu2 怓
nao2 you1 獶獿
nao2 呶夒峱嶩巎挠撓猱硇蛲蟯詉譊鐃铙
nao3 匘垴堖嫐恼悩惱瑙碯脑脳腦
nao4 chuo4 淖
nao4 臑閙闹鬧
ne0 ni2 呢
ne4 ni4 抐
ne4 疒眲訥讷
nei3 sui1 娞
nei3 脮腇餒馁鮾鯘
nei4 na4 内
nei4 內氝氞錗
nen4 nin2 恁
nen4 嫩嫰
neng2 nai4 能
ng4 嗯
ni1 妮
ni2 luan2 臡
ni2 倪坭埿婗尼屔怩棿泥淣猊秜籾聣蚭蜺觬貎跜輗郳鈮铌霓馜鯢鲵麑齯𫐐𫠜
ni3 chi4 柅
ni3 jian4 聻
ni3 mi2 檷
ni3 yi4 儗
ni3 伱你儞孴抳拟擬旎晲狔苨薿隬
ni4 ji3 屰
ni4 na2 誽
ni4 niao4 溺
ni4 伲匿堄嫟嬺惄愵昵暱氼眤睨縌胒腻膩逆𨺙
nian1 拈蔫
nian2 zhan1 粘
nian2 哖姩年秊秥鮎鯰鲇鲶鵇黏
nian3 nie1 捻
nian3 shen3 淰
nian3 zhan3 辗
nian3 撚撵攆涊焾碾簐蹍蹨躎輦辇
nian4 卄唸埝廿念惗艌
niang2 娘嬢孃
niang4 酿醸釀
niao3 diao3 鳥
niao3 mu4 樢
niao3 嫋嬝嬲茑蔦袅裊褭鸟
niao4 sui1 尿
niao4 脲
nie1 捏揑
nie2 苶
nie4 che4 摰
nie4 mie1 乜
nie4 ni3 掜
nie4 ren3 菍
nie4 啮嗫噛嚙囁囓圼孼孽嵲嶭巕帇敜枿槷櫱涅湼痆篞籋糱糵聂聶臬臲蘖蠥讘踂踗踙蹑躡錜鎳鑈鑷钀镊镍闑陧隉顳颞齧𫔶
nin2 囜您脌
nin3 拰
ning2 儜凝咛嚀嬣宁寍寗寜寧擰柠橣檸狞獰甯聍聹薴鑏鬡鸋
ning3 cheng1 矃
ning3 拧
ning4 佞侫倿寕泞澝濘
niu1 妞
niu2 you2 汼
niu2 牛牜
niu3 chou3 杻
niu3 忸扭炄狃紐纽莥鈕钮靵
nong2 侬儂农哝噥檂欁浓濃燶禯秾穠脓膿蕽襛譨農辳醲鬞𬪩
nong3 繷
nong4 long4 弄
nong4 挊挵癑齈
nou2 羺
nou4 ru2 獳
nou4 ruan3 檽
nou4 槈耨鎒鐞
nu2 伮奴孥笯駑驽
nu3 努弩砮胬
nu4 nuo4 搙
nu4 傉怒
nuan2 奻
nuan3 暖渜煗餪
nuo2 傩儺挪梛橠
nuo4 re3 喏
nuo4 愞懦懧掿搦榒稬穤糑糥糯諾诺蹃逽鍩锘
nv3 ru3 女
nv3 籹釹钕
nv4 niu3 沑
nv4 恧朒衂衄
nve4 an4 婩
nve4 yao4 疟瘧
nve4 硸虐
o0 筽
o1 噢
o4 e2 哦
ou1 qiu1 塸
ou1 qu1 𫭟
ou1 櫙欧歐殴毆沤漚熰瓯甌膒藲謳讴鏂鴎鷗鸥
ou3 偶吘呕嘔耦腢蕅藕𠙶𬉼
ou4 怄慪
pa1 ba4 皅
pa1 bo2 苩
pa1 啪妑舥葩趴
pa2 ba4 耙
pa2 掱杷潖爬琶筢
pa4 帊帕怕袙
pai1 拍
pai2 bei1 箄
pai2 bei4 棑
pai2 俳徘排牌犤猅簰簲輫
pai4 哌沠派渒湃蒎鎃
pan1 攀潘眅萠
pan2 ban1 搫
pan2 ban4 柈跘
pan2 bo1 磻
pan2 丬媻幋槃洀瀊爿盘盤磐縏蒰蟠蹒蹣鎜鞶
pan3 ban4 坢
pan4 冸判叛沜泮溿炍牉畔盼聁袢襻詊鋬鑻頖鵥
pang1 乓滂胮膖雱霶
pang2 bang4 旁
pang2 fang3 彷
pang2 feng2 夆
pang2 peng2 篣
pang2 厐嫎庞徬舽螃逄鰟鳑龎龐
pang3 beng1 嗙
pang3 耪覫
pang4 feng1 炐
pang4 pan2 眫肨胖
pao1 抛拋脬萢
pao2 ba4 跁
pao2 bao4 刨
pao2 fou3 炰
pao2 匏咆垉庖爮狍袍褜軳鞄麅
pao3 跑
pao4 bao1 炮
pao4 奅泡疱皰砲礟礮靤麭
pei1 呸怌肧胚衃醅
pei2 培毰裴裵賠赔錇锫阫陪
pei3 俖
pei4 fei4 犻
pei4 伂佩姵帔斾旆沛浿珮蓜轡辔配霈馷
pen1 fen2 濆
pen1 fen4 噴
pen1 喷歕
pen2 湓瓫盆葐
pen3 呠翸
pen4 ben1 喯
peng1 ben1 漰
peng1 ping2 泙硑
peng1 剻匉嘭怦恲抨梈烹砰磞軯閛駍
peng2 bang1 彭
peng2 bang4 搒
peng2 beng4 堋
peng2 feng1 莑
peng2 ping2 淜
peng2 倗傰塜塳弸憉捀朋棚椖樥澎硼稝竼篷纄膨芃蓬蘕蟚蟛袶輣錋鑝韸韼騯髼鬅鬔鵬鹏
peng3 捧淎皏
peng4 掽椪槰碰踫
pi1 bi3 紕纰
pi1 bi4 旇翍
pi1 mi4 枈
pi1 pei1 抷
pi1 zhao1 釽
pi1 丕伓伾劈噼坯岯悂憵批披炋狉狓砒磇礔礕秛秠耚豾邳鈚鉟銔錃錍霹駓髬魾𬳵
pi2 bi3 崥肶芘
pi2 bing3 鞞
pi2 啤埤壀枇毗毘焷琵疲皮篺罴羆脾腗膍蚍蚽蜱螷蠯豼貔郫鈹铍阰陴隦魮鮍鲏鵧鼙
pi3 bei1 諀
pi3 bo4 擗
pi3 pei4 嶏
pi3 ya3 疋
pi3 仳匹噽嚭圮庀痞癖脴苉銢鴄
pi4 bi4 睥稫辟
pi4 che4 揊
pi4 pei4 淠
pi4 pie1 潎
pi4 䴙僻媲嫓屁澼甓疈譬闢鷿鸊
pian1 bian3 鶣
pian1 偏囨媥楄犏篇翩鍂
pian2 㛹楩胼腁賆蹁駢騈骈骿
pian3 覑諞谝貵𡎚
pian4 片騗騙骗魸
piao1 剽勡彯慓旚漂犥翲螵飃飄飘魒
piao2 嫖瓢薸闝
piao3 biao1 篻
piao3 fu2 莩
piao3 殍皫瞟縹缥醥顠
piao4 biao1 僄骠
piao4 嘌徱票蔈驃
pie1 mie4 覕
pie1 撆暼氕瞥
pie3 丿撇苤鐅𬭯
pie4 嫳
pin1 bin1 砏
pin1 pan4 拚
pin1 姘拼礗穦馪驞
pin2 bin1 频
pin2 ping2 蘋
pin2 嚬娦嫔嬪玭矉薲蠙貧贫顰颦𬞟
pin3 品榀
pin4 汖牝聘
ping1 乒俜娉涄甹砯聠艵頩
ping2 bing3 屏
ping2 bo4 檘
ping2 peng1 胓苹
ping2 凭凴呯坪塀岼帡帲幈平慿憑枰洴焩玶瓶甁竮箳簈缾荓萍蓱蚲蛢評评軿輧郱鮃鲆
po1 fa1 醗醱
po1 䥽坡岥泼溌潑釙鏺钋頗颇
po2 bo4 蔢
po2 嘙嚩婆櫇皤鄱
po3 叵尀笸箥鉕钷駊
po4 pai3 廹迫
po4 pei4 昢
po4 岶敀洦湐烞珀破砶粕蒪魄
pou1 bi3 娝
pou1 剖
pou2 bu4 箁
pou2 fu1 抙捊
pou2 fu2 垺
pou2 抔掊裒
pou3 pei2 婄
pou3 咅哣犃
pu1 bu1 鯆
pu1 噗扑撲攴攵潽炇痡鋪陠
pu2 fu2 纀
pu2 fu3 脯
pu2 仆僕匍圤墣濮獛璞瞨穙莆菐菩葡蒱蒲贌酺鏷镤
pu3 bu4 埔
pu3 po4 朴
pu3 圃圑擈普暜樸檏氆浦溥烳諩譜谱蹼鐠镨
pu4 bao4 曝瀑
pu4 舖舗铺
qi1 cou4 傶
qi1 ji1 期
qi1 xi1 栖蹊
qi1 yi1 欹
qi1 yi3 敧
qi1 七倛僛凄嘁墄妻娸悽慼慽戚捿柒桤桼棲榿欺沏淒漆紪緀萋褄諆迉郪鏚霋魌鶈
qi2 ji1 丌其奇懠
qi2 ji4 帺荠齐
qi2 shi4 忯耆
qi2 yin2 圻
qi2 zhai1 亝齊
qi2 zhi3 祇蚔
qi2 䓫亓剘埼岐岓崎嵜愭掑斉斊旂旗棊棋檱櫀歧淇濝猉玂琦琪璂畦疧碁碕祁祈祺禥竒簯簱籏粸綥綦肵脐臍艩芪萁萕蕲藄蘄蚑蚚蛴蜝蜞螧蠐褀跂軝鄿釮錡锜陭頎颀騎騏騹骐骑鬐鬿鯕鰭鲯鳍鵸鶀麒麡𨙸𬨂
qi3 du4 晵
qi3 kai3 岂豈
qi3 乞企启唘啓啔啟婍屺杞棨玘盀綺绮芑諬起邔闙
qi4 ji4 摖
qi4 qie4 契栔砌
qi4 se4 槭
qi4 xi4 滊
qi4 zhi1 呮
qi4 zhu2 磩
qi4 咠唭噐器夡弃憇憩暣棄欫气気氣汔汽泣湆湇炁甈盵矵碛碶磜磧罊芞葺藒蟿訖讫迄鐑
qia1 掐葜
qia2 拤
qia3 峠跒酠鞐
qia4 冾圶帢恰殎洽硈胢髂
qian1 jin3 婜
qian1 lian2 檶
qian1 su2 圱
qian1 wan4 掔
qian1 xian1 孅欦
qian1 xian2 臤
qian1 yan2 铅
qian1 仟佥僉千圲奷孯岍悭愆慳扦拪搴撁攐攑攓杄櫏汘汧牵牽竏签簽籖籤粁芊茾蚈褰諐謙谦谸迁遷釺鈆鉛鏲钎阡韆顅騫骞鬜鬝鵮鹐
qian2 gan1 乾
qian2 qin2 忴扲
qian2 shan3 煔
qian2 xian2 羬
qian2 xun2 荨蕁
qian2 乹亁仱偂前墘媊岒拑掮榩橬歬潛潜濳灊箝葥虔軡鈐鉗銭錢鎆钤钱钳靬騚騝鰬黔黚
qian3 jian1 浅
qian3 lian2 槏
qian3 qin1 嵰
qian3 淺繾缱肷膁蜸譴谴遣鑓
qian4 jian1 傔
qian4 jian4 塹
qian4 kan4 嵌
qian4 qing1 綪
qian4 xi1 茜
qian4 zan4 堑
qian4 伣俔倩儙刋壍嬱悓棈椠槧欠歉皘篏篟縴芡蒨蔳輤𬘬
qiang1 cang1 玱瑲篬
qiang1 cheng1 搶鎗
qiang1 kong1 椌
qiang1 kong4 羫
qiang1 啌嗆嗴嶈戕戗戧摤斨枪槍溬牄猐獇羌羗腔蜣謒蹌蹡鏘锖锵
qiang2 jiang4 強强彊
qiang2 se4 廧薔
qiang2 墙墻嫱嬙樯檣漒牆艢蔃蔷蘠
qiang3 cheng1 抢
qiang3 qian1 羟
qiang3 墏繈繦羥襁鏹镪
qiang4 呛唴炝熗羻跄
qiao1 ao2 墽
qiao1 que4 碻
qiao1 san3 鏒
qiao1 sao1 繰缲
qiao1 劁勪墝幧悄敲橇毃燆硗磽繑趬跷踍蹺蹻郻鄡鄥鍫鍬鐰锹頝
qiao2 jiao1 喬
qiao2 jiao4 峤癄
qiao2 que4 墧
qiao2 shao4 睄
qiao2 zhao3 菬
qiao2 乔侨僑嘺嫶憔桥槗樵橋櫵犞瞧硚礄翹荍荞蕎藮譙谯趫鐈鞒鞽顦
qiao3 jiao3 釥
qiao3 巧愀髜
qiao4 shao1 鞘
qiao4 xiao4 俏
qiao4 yao1 撽
qiao4 僺峭帩撬殻窍竅翘誚诮躈陗鞩韒髚
qie1 苆
qie2 jia1 茄
qie2 聺
qie3 ju1 且
qie4 he2 朅
qie4 ji2 淁
qie4 jie2 洯
qie4 ni2 蛪
qie4 qian4 慊
qie4 切匧厒妾怯悏惬愜挈穕窃竊笡箧篋籡踥鍥锲鯜
qin1 qing4 亲親
qin1 xian1 綅
qin1 侵兓媇寴嵚嶔欽衾誛钦顉駸骎鮼
qin2 chen2 梣
qin2 jin1 埐菳
qin2 qian2 蚙
qin2 shen1 嫀
qin2 tan2 覃
qin2 勤嗪噙嶜庈懃懄捦擒斳檎澿珡琴琹瘽禽秦耹芩芹菦螓蠄鈙鈫雂靲鳹鵭
qin3 坅寑寝寢昑梫笉螼赾鋟锓
qin4 吢吣唚抋揿搇撳沁瀙菣藽
qing1 zheng1 埥鲭
qing1 倾傾卿圊寈氢氫淸清蜻軽輕轻郬錆鑋靑青鯖
qing2 jing3 擏
qing2 jing4 殑
qing2 剠勍夝情擎晴暒棾樈檠氰甠硘葝黥
qing3 庼廎檾漀苘請謦请頃顷
qing4 keng1 殸
qing4 qi3 綮
qing4 qian4 掅
qing4 儬凊庆慶櫦濪碃磬罄靘
qiong2 huan2 嬛瞏
qiong2 wei3 瓗
qiong2 䓖儝卭宆惸憌桏橩焪焭煢熍琼瓊睘穷穹窮竆笻筇舼茕藑藭蛩蛬赹跫邛銎
qiu1 jiao3 湫湬
qiu1 丘丠坵媝恘恷楸秋秌穐篍緧萩蘒蚯蝵蟗蠤趥邱鞦鞧鰌鰍鳅鶖鹙龝
qiu2 chou1 醔
qiu2 rou2 厹
qiu2 wu4 渞
qiu2 俅叴唒囚崷巯巰扏梂殏毬求汓泅浗湭煪犰玌球璆皳盚紌絿肍芁莍虬虯蛷裘觓觩訄訅賕赇逎逑遒酋釚釻銶頄鮂鯄鰽鼽𨱇
qiu3 搝糗
qu1 cu4 趋趨
qu1 ju1 岨
qu1 jue4 誳
qu1 ou1 区區
qu1 㭕䓛伹佉匤呿坥屈岖岴嶇憈抾敺浀煀祛筁粬紶胠蛆蛐袪覻詘诎趍躯軀阹駆駈驅驱髷魼鰸鱋鶌麯麴麹黢𪨰
qu2 ju4 忂渠瞿螶
qu2 xu4 朐
qu2 yu4 翑
qu2 佢劬戵斪欋欔氍淭灈爠璖璩癯磲籧絇胊臞菃葋蕖蘧蟝蠷蠼衐衢躣軥鑺鴝鸜鸲鼩
qu3 kou3 竘
qu3 取娶曲竬蝺詓齲龋
qu4 chu2 耝
qu4 cu4 趣
qu4 刞厺去覰覷觑閴闃阒麮鼁
quan1 juan4 圈圏奍弮棬椦
quan1 悛箞鐉𨟠
quan2 juan4 婘惓
quan2 shuan1 絟
quan2 zhuan1 恮
quan2 佺全啳埢姾峑巏拳搼权楾権權泉洤湶牷犈瑔痊硂筌縓荃葲蜷蠸觠詮诠跧踡輇辁醛銓铨闎顴颧駩騡鬈鰁鳈齤
quan3 烇犬犭畎綣绻虇
quan4 xuan4 券
quan4 劝勧勸牶韏
que1 炔缺缼蒛阙
que2 瘸
que4 hu2 礐
que4 jue2 傕埆
que4 ke4 硞
que4 qi4 趞
que4 qiao1 雀
que4 xi1 碏
que4 却卻塙崅悫愨慤搉榷燩琷皵确確礭闋闕阕鵲鹊𬒈
qun1 囷夋逡
qun2 宭峮帬羣群裙裠
ran2 呥嘫然燃繎肰蚦蚺衻袇袡髥髯
ran3 yan1 橪
ran3 䎃冄冉姌媣染珃苒蒅
rang2 xiang1 儴勷
rang2 瀼獽瓤禳穣穰蘘躟鬤
rang3 xiang1 纕
rang3 嚷壌壤攘爙
rang4 懹譲讓让
rao2 nao2 桡橈
rao2 娆嬈荛蕘襓饒饶
rao3 扰擾隢
rao4 繞绕遶
re3 惹
re4 ruo4 渃
re4 热熱
ren2 人亻仁壬忈忎朲秂芢銋魜鵀
ren3 shen3 棯
ren3 忍栠栣秹稔綛荏荵躵
ren4 er2 杒梕
ren4 仞仭任刃刄妊姙屻岃扨牣祍紉紝絍纫纴肕腍衽袵訒認认讱軔轫鈓靭靱韌韧飪餁饪
reng1 扔
reng2 仍礽芿辸陾
ri4 ren4 釰釼
ri4 囸日衵鈤馹驲
rong2 nang2 搑
rong2 ying2 嵤爃
rong2 yong1 槦
rong2 傛媶嫆嬫容峵嵘嶸戎搈曧栄榕榮榵毧溶瀜烿熔狨瑢穁絨縙绒羢肜茙茸荣蓉蝾融螎蠑褣鎔镕駥
rong3 keng1 坈
rong3 傇冗宂氄軵
rong4 穃
rou2 媃揉柔楺渘煣瑈瓇禸粈糅脜腬葇蝚蹂輮鍒鞣騥鰇鶔𫐓
rou3 韖
rou4 宍肉譳
ru1 嶿
ru2 na2 蒘
ru2 侞儒嚅如嬬孺帤曘桇渪濡筎茹蕠薷蝡蠕袽襦邚醹銣铷顬颥鱬鴑鴽
ru3 乳擩汝肗辱鄏
ru4 入嗕媷扖杁洳溽縟缛蓐褥鳰
ruan2 堧壖撋
ruan3 nen4 媆
ruan3 nuo4 耎
ruan3 偄朊瑌瓀碝礝緛腝軟輭软阮
rui2 甤緌蕤
rui3 壡桵橤繠蕊蕋蘂蘃
rui4 叡枘汭瑞睿芮蚋蜹銳鋭锐
run4 橍润潤膶閏閠闰
ruo2 rua2 挼
ruo2 wei3 捼
ruo4 chuo4 婼
ruo4 re3 若
ruo4 偌叒嵶弱楉焫爇箬篛蒻鄀鰙鰯鶸
sa1 sha1 挲
sa1 仨撒
sa3 xi3 洒
sa3 灑訯靸
sa4 xi4 钑
sa4 卅櫒脎萨蕯薩鈒隡颯飒馺
sai1 se4 塞
sai1 si1 愢
sai1 sui1 毸
sai1 xi3 鳃
sai1 zong3 揌
sai1 嘥噻毢腮顋鰓
sai3 嗮
sai4 僿簺賽赛
san0 壭
san1 三厁叁弎毵毶毿犙鬖
san3 shen1 糝糣
san3 xian4 鏾
san3 伞傘糤繖饊馓
san4 sa3 潵
san4 俕散閐
sang1 喪桑桒槡
sang3 嗓搡磉褬鎟顙颡
sang4 丧
sao1 sou1 颾
sao1 掻搔溞繅缫螦騒騷骚鰠鱢鳋
sao3 嫂扫掃
sao4 埽氉瘙矂臊髞
se1 xi1 閪
se4 mi2 摵
se4 qi4 洓
se4 sha4 歰
se4 shai3 色
se4 xi2 雭
se4 啬嗇懎擌栜歮涩渋澀澁濇濏瀒瑟璱瘷穑穡穯繬譅轖銫鏼铯飋
sen1 森椮槮襂
seng1 僧鬙
sha1 chao3 粆
sha1 sa4 摋
sha1 suo1 莎
sha1 xie4 榝樧
sha1 乷唦杀桬殺毮沙猀痧砂硰紗繺纱蔱裟鎩铩閷髿魦鯊鯋鲨
sha2 啥
sha3 傻儍
sha4 qie4 帹
sha4 xia4 厦廈
sha4 倽唼喢歃煞箑翜翣萐閯霎
shai1 shi1 酾
shai1 si1 簛
shai1 筛篩簁籭
shai4 晒曬
shan1 can3 穇
shan1 can4 嘇
shan1 dan4 膻
shan1 dian4 痁
shan1 qiao1 幓
shan1 sha1 杉
shan1 xian3 彡
shan1 yan2 埏
shan1 zha4 栅
shan1 傓删刪剼圸姍姗山挻搧柵檆潸澘煽狦珊笘縿羴羶脠舢芟苫衫跚軕邖釤钐閊鯅
shan3 qian2 炶
shan3 晱熌睒覢閃闪陕陝
shan4 chan2 禪
shan4 shuo4 銏
shan4 僐善墠墡嬗扇擅敾椫樿歚汕灗疝磰繕缮膳蟮蟺訕謆譱讪贍赡赸鄯鐥饍騸骟鱓鱔鳝𫮃
shang0 chang2 裳
shang1 伤傷商墒慯殇殤滳漡熵蔏螪觞觴謪鬺
shang3 jiong1 扄
shang3 垧晌樉賞贘赏鋿鏛鑜
shang4 zhang3 鞝
shang4 丄上尙尚恦緔绱
shao1 sao4 梢
shao1 xiao1 莦蛸
shao1 弰捎旓烧焼燒稍筲艄萷蕱輎髾鮹
shao2 biao1 杓
shao2 que4 芍
shao2 勺柖玿韶
shao3 少
shao4 劭卲哨娋潲紹綤绍袑邵
she1 yu2 畬
she1 奢檨猞畭畲賒賖赊輋𪨶
she2 yi2 蛇
she2 佘舌虵蛥
she3 捨
she4 nie4 摄攝
she4 xie4 韘
she4 ye4 射
she4 厍厙弽慑慴懾摂欇涉涻渉滠灄社舍舎蔎蠂設设赦騇麝
shen1 san3 糁
shen1 xin1 莘
shen1 伸侁兟呻堔妽娠屾峷扟敒曑柛氠深燊珅甡甧申眒砷穼籶籸糂紳绅罙罧葠蓡蔘薓裑訷詵诜身駪鯓鯵鰺鲹鵢𬳽
shen2 shi2 什
shen2 榊神鉮鰰𬬹
shen3 chen2 沈
shen3 哂婶嬸审宷審弞曋渖瀋瞫矤矧覾訠諗讅谂谉邥頣魫
shen4 ren4 葚
shen4 zhen1 椹
shen4 侺愼慎昚涁渗滲甚瘆瘮眘祳肾胂脤腎蜃蜄鋠
sheng1 rui2 苼
sheng1 升呏声斘昇曻枡殅泩湦焺牲珄生甥竔笙聲鉎鍟阩陞陹鵿鼪
sheng2 憴縄繉繩绳譝
sheng3 xing3 省
sheng3 偗渻眚
sheng4 cheng2 晟椉盛
sheng4 剩剰勝圣墭嵊晠榺橳琞聖胜蕂貹賸
shi0 籂
shi1 yi2 箷釶
shi1 䴓呞失尸屍师師施浉湤湿溮溼濕狮獅瑡絁葹蒒蓍虱蝨褷襹詩诗邿釃鉇鍦鯴鰤鲺鳲鳾鶳鸤𫚕
shi2 dan4 石
shi2 she4 拾
shi2 si4 食
shi2 zhi4 識识
shi2 乭十埘塒姼实実寔實峕嵵时旹時榯湜溡炻祏竍蚀蝕辻遈鉐飠饣鮖鰣鲥鼫鼭
shi3 乨使兘史始宩屎榁矢笶豕鉂駛驶
shi4 di2 適
shi4 di4 諟
shi4 die2 崼
shi4 fei4 柹
shi4 kuo4 适
shi4 ti3 徥
shi4 zhe1 螫
shi4 zhi1 氏
shi4 zhi4 秲銴
shi4 䏡世丗亊事仕侍冟势勢卋呩嗜噬士奭嬕室市式弑弒恀恃戺拭揓是昰枾柿栻澨烒煶眂眎眡睗示礻筮簭舐舓莳蒔襫視视觢試誓諡謚试谥貰贳軾轼逝遾釈释釋鈰鉃鉽铈飾餙餝饰鰘𬤊
shou1 収收
shou3 垨守手扌艏首
shou4 sou1 鏉
shou4 tao1 涭
shou4 兽受售壽夀寿授狩獣獸痩瘦綬绶膄
shu1 chou1 跾
shu1 dui4 杸
shu1 qiao1 橾
shu1 书倏倐儵叔姝尗抒掓摅攄書枢梳樞殊殳毹毺淑瀭焂疎疏紓綀纾舒菽蔬踈軗輸输鄃陎鮛鵨
shu2 shou2 熟
shu2 塾婌孰璹秫贖赎
shu3 zhu3 属屬
shu3 暑曙潻癙糬署薥薯藷蜀蠴襡襩鱪鱰黍鼠鼡
shu4 dou1 侸
shu4 shuo4 数數
shu4 song3 捒
shu4 xun2 咰
shu4 zhu2 术
shu4 zhu4 尌澍
shu4 墅庶庻怷恕戍束树樹沭漱潄濖竖竪絉腧荗蒁虪術裋豎述鉥錰鏣霔鶐𬬸
shua1 刷唰
shua3 耍
shua4 誜
shuai1 cui1 缞衰
shuai1 摔
shuai3 甩
shuai4 lv4 卛
shuai4 帅帥蟀
shuan1 拴栓閂闩
shuan4 涮腨
shuang1 双孀孇欆礵艭雙霜騻驦骦鷞鸘鹴
shuang3 塽慡漺爽縔鏯
shuang4 灀
shui2 shei2 誰谁
shui2 脽
shui3 水氵氺閖
shui4 lei4 祱
shui4 帨涗涚睡稅税裞
shun3 吮
shun4 run2 瞤
shun4 橓瞚瞬舜蕣順顺鬊
shuo1 shui4 說说
shuo4 shi2 硕碩
shuo4 sou4 欶
shuo4 su4 愬洬
shuo4 xi1 獡
shuo4 妁搠朔槊烁爍矟蒴鎙鑠铄
si1 mou3 厶
si1 sai1 思
si1 ti2 磃
si1 tuo2 鋖
si1 㟃丝俬凘厮司咝嘶噝媤廝恖撕斯楒泀澌燍禗禠私糹絲緦纟缌罳蕬虒蛳蜤螄蟖蟴鉰銯鍶鐁锶颸飔騦鷥鸶鼶
si3 死
si4 ci4 伺
si4 qi2 俟
si4 shi4 似
si4 zhi3 杫
si4 亖佀価儩兕嗣四姒娰孠寺巳柶榹汜泗泤洍洠涘瀃牭祀禩竢笥耜肂肆蕼覗貄釲鈶鈻飤飼饲駟騃驷
song1 zhong1 忪
song1 倯凇娀崧嵩庺憽松枀枩柗梥檧淞濍硹菘鬆
song3 cong1 楤
song3 㧐傱嵷怂悚愯慫竦耸聳駷
song4 宋訟誦讼诵送鎹頌颂餸
sou1 song3 摗
sou1 凁嗖廀廋捜搜摉溲獀艘蒐蓃螋鄋醙鎪锼颼飕餿馊騪
sou3 shu3 籔
sou3 傁叜叟嗾擞櫢瞍薮藪
sou4 嗽擻瘶
su1 囌櫯甦稣穌窣苏蘇蘓酥鯂
su2 俗
su4 qiu1 橚
su4 xie4 碿
su4 xiu3 宿
su4 yin4 梀
su4 傃僳嗉塐塑夙嫊愫憟榡樎樕殐泝涑溯溸潚潥玊珟璛簌粛粟素縤肃肅膆蔌藗觫訴謖诉谡趚蹜速遡遬鋉餗驌骕鱐鷫鹔𫗧
suan1 狻痠酸
suan3 匴
suan4 祘笇筭算蒜
sui1 nei3 浽
sui1 倠哸夊滖濉眭睢芕荽荾虽雖鞖
sui2 duo4 隋
sui2 瓍綏绥遀随隨髄
sui3 瀡膸髓
sui4 su4 埣
sui4 zui4 睟
sui4 亗嬘岁嵗旞檖歲歳澻煫燧璲砕碎祟禭穂穗穟繀繐繸襚誶譢谇賥遂邃鐆鐩隧韢𫟦𬭼
sun1 xun4 孙孫
sun1 搎槂狲猻荪蓀蕵薞飧飱
sun3 xun4 鶽
sun3 zhuan4 簨
sun3 损損榫笋筍箰鎨隼
suo1 sha1 挱
suo1 su4 縮缩
suo1 傞唆嗍嗦娑摍桫梭睃簑簔羧莏蓑趖鮻
suo3 rui3 惢
suo3 se4 鎍
suo3 乺唢嗩所暛溑溹琐琑瑣索褨鎖鎻鏁锁
suo4 蜶逤
ta0 侤
ta1 jie3 她
ta1 tuo2 鉈铊
ta1 他塌它榙溻牠祂褟趿遢闧
ta3 塔墖獭獺鮙鰨鳎
ta4 da2 沓
ta4 shi4 狧
ta4 tan4 傝
ta4 嚃嚺崉挞搨撻榻橽毾涾澾濌禢粏誻譶踏蹋蹹躂躢遝錔闒闥闼阘鞜鞳
tai1 囼孡胎
tai2 chi2 箈
tai2 dai4 駘
tai2 si4 枱
tai2 ying1 旲
tai2 zhi1 菭
tai2 儓台坮嬯抬擡檯炱炲籉臺苔薹跆邰颱鮐鲐
tai4 lie4 燤
tai4 shi4 忕
tai4 冭太夳忲态態汰汱泰溙肽舦酞鈦钛
tan1 chan3 啴嘽
tan1 shan4 潬
tan1 shi3 痑
tan1 坍怹摊擹攤滩灘瘫癱舑貪贪
tan2 chan2 镡
tan2 dan4 弹醈
tan2 dian4 橝
tan2 xian1 锬
tan2 倓坛埮墰墵壇壜婒憛昙曇榃檀潭燂痰磹罈罎藫談譚譠谈谭貚郯醰錟顃
tan3 嗿坦忐憳憻暺毯璮菼袒襢醓鉭钽
tan4 僋叹嘆探歎湠炭碳舕
tang1 chang1 闛
tang1 shang1 汤湯
tang1 劏嘡羰耥薚蝪蹚鏜铴鞺鼞
tang2 cheng1 橖
tang2 xing2 饧
tang2 䣘傏唐啺坣堂塘搪棠榶溏漟煻瑭磄禟篖糃糖糛膅膛蓎螗螳赯踼鄌醣鎕镗隚餹饄鶶
tang3 chang2 倘
tang3 chang3 淌
tang3 dang4 偒
tang3 nu2 帑
tang3 伖傥儻埫戃曭爣矘躺鎲钂镋
tang4 摥烫燙趟鐋
tao1 ben3 夲
tao1 dao4 焘
tao1 嫍幍弢慆掏搯槄涛滔濤瑫絛縚縧绦詜謟轁鞱韜韬飸饕
tao2 chou2 梼
tao2 yao2 匋陶
tao2 咷啕桃檮洮淘祹綯绹萄蜪裪迯逃醄鋾鞀鞉饀駣騊鼗𫘦
tao3 討讨
tao4 套
te4 tei1 忒
te4 zhi2 犆
te4 忑慝特蟘鋱铽
teng1 熥膯鼟
teng2 chong2 痋
teng2 䲢儯幐滕漛疼籐籘縢腾藤虅螣誊謄邆駦騰驣鰧
teng4 霯
ti1 zhai1 擿
ti1 䏲䴘剔梯踢銻锑鷈鷉
ti2 chi2 徲鶗鶙
ti2 di1 提碮
ti2 di4 遆
ti2 shi4 媞惿
ti2 偍厗啼嗁崹漽瑅睼禵稊緹绨缇罤蕛褆謕趧蹄蹏醍鍗題题騠鮷鯷鳀鵜鷤鹈𫘨
ti3 体挮躰軆骵體
ti4 xi1 裼
ti4 倜剃嚏嚔屉屜悌悐惕惖戻掦替朑歒殢涕瓋笹籊綈薙褅逖逷髰鬀鬄
tian1 兲天婖添酟靔靝黇
tian2 dian1 窴
tian2 shen1 搷
tian2 tan3 緂
tian2 xian2 盷
tian2 zhen4 填
tian2 塡屇恬沺湉璳甛甜田畋畑碵磌胋菾闐阗鴫鷆鷏
tian3 dian4 痶
tian3 zhen3 紾
tian3 倎唺忝悿晪殄淟琠睓腆舔覥觍賟錪餂
tian4 zhen4 瑱
tian4 掭舚
tiao1 yao2 恌
tiao1 佻庣挑旫祧聎
tiao2 diao4 调
tiao2 shao2 苕
tiao2 岧岹条條樤祒笤芀萔蓚蓨蜩迢鋚鎥鞗髫鯈鰷鲦齠龆
tiao3 yao2 窕
tiao3 嬥宨晀朓窱脁
tiao4 diao4 絩
tiao4 tao2 跳
tiao4 眺粜糶覜趒
tie1 zhan1 怗
tie1 zhe2 聑
tie1 帖萜貼贴
tie3 jian4 僣
tie3 蛈鉄銕鐡鐵铁驖
tie4 che4 呫
tie4 飻餮
ting1 ying2 桯
ting1 厅厛听庁廰廳汀烃烴綎耓聴聼聽鞓𬘩
ting2 䗴亭停婷嵉庭廷楟榳渟筳聤莛葶蜓蝏諪邒閮霆鼮
ting3 ding1 町甼
ting3 ding4 鋌铤
ting3 侹圢娗挺梃涏烶珽脡艇誔頲颋
tong1 嗵樋炵痌蓪通
tong2 chuang2 朣橦
tong2 dong4 勭烔燑狪絧
tong2 zhong3 穜
tong2 zhuang4 僮
tong2 仝佟同哃峂峝庝彤晍曈桐氃浵潼犝獞眮瞳砼秱童粡膧茼蚒詷赨酮鉖鉵銅铜餇鮦鲖𦒍𫍣
tong3 㛚捅桶筒筩統綂统
tong4 恸慟憅痛衕
tou1 tu4 鋀
tou1 xu1 緰
tou1 yu2 婾媮
tou1 偷偸鍮
tou2 亠头投頭骰
tou3 dou3 钭
tou3 tiao3 斢
tou3 妵敨紏蘣黈
tou4 透
tu0 汢
tu1 die2 怢
tu1 jia1 宊
tu1 㻬凸堗嶀捸涋湥痜禿秃突葖鋵鵚鼵
tu2 cha2 梌
tu2 shu1 捈瑹
tu2 shu3 稌
tu2 zha1 潳
tu2 凃図图圖圗塗屠峹嵞庩廜徒悇揬涂瘏筡腯荼菟蒤跿途酴鈯鍎馟駼鵌鶟鷋鷵𬳿
tu3 吐唋土圡釷钍
tu4 兎兔堍莵迌鵵
tuan1 湍煓猯貒
tuan2 shuan4 槫
tuan2 zhuan1 剸漙篿
tuan2 团団團慱抟摶檲糰鏄鷒鷻
tuan3 dong3 墥
tuan3 圕畽疃
tuan4 nuan3 湪
tuan4 彖褖
tui1 推蓷藬
tui2 dun1 橔
tui2 僓尵弚穨蘈蹪隤頹頺頽颓魋𬯎
tui3 俀腿蹆骽
tui4 tun4 褪
tui4 tuo2 侻
tui4 娧煺蛻蜕退駾
tun1 kuo4 噋
tun1 tian1 呑
tun1 yun1 涒
tun1 zhun1 啍
tun1 zhun4 旽
tun1 吞暾朜焞
tun2 chun1 芚
tun2 dun4 囤坉
tun2 zhun1 屯忳
tun2 臀臋蛌豘豚軘霕飩饨魨鲀黗
tun3 氽
tuo1 cha4 仛
tuo1 chi3 扡
tuo1 duo2 沰
tuo1 shui4 挩捝
tuo1 zhe2 乇杔馲
tuo1 侂咃咜圫托拕拖汑涶脫脱莌袥託讬飥饦魠鮵
tuo2 duo4 柁馱駄驮
tuo2 yi2 狏
tuo2 佗坨堶岮槖橐沱砣砤碢紽袉詑跎酡阤陀陁駝駞騨驒驝驼鮀鴕鸵鼉鼍鼧𬶍
tuo3 yi2 彵
tuo3 妥嫷庹椭楕橢鬌鰖鵎
tuo4 ta4 拓
tuo4 唾嶞柝毤毻箨籜萚蘀跅
wa1 gu3 嗗
wa1 gua4 坬
wa1 gui1 窐
wa1 wang4 徍
wa1 劸哇娲媧屲挖搲攨洼溛漥瓾畖穵窊窪蛙韈鼃
wa2 娃
wa3 佤咓瓦砙邷
wa4 tui3 聉
wa4 嗢腽膃袜襪韤
wai1 he2 咼
wai1 喎歪竵
wai3 wei1 崴
wai4 外顡
wan1 wa4 婠
wan1 剜塆壪帵弯彎湾潫灣睕蜿豌
wan2 丸刓完岏抏捖汍烷玩琓笂紈纨翫芄貦頑顽
wan3 guan1 莞
wan3 yu4 菀
wan3 yuan1 宛
wan3 yuan4 夗
wan3 倇唍埦婉惋挽晚晥晩晼梚椀琬畹皖盌碗綩綰绾脘萖踠輓鋔
wan4 jian3 鋄鎫
wan4 luan4 薍
wan4 man4 澫
wan4 mo4 万
wan4 yu4 捥
wan4 yuan2 妧
wan4 zhuan4 贃
wan4 卍卐忨杤瞣脕腕萬蟃贎輐錽𬇕
wang1 you2 尢
wang1 尣尩尪尫汪
wang2 wu2 亡
wang2 亾仼兦王莣蚟
wang3 彺往徃惘暀枉棢瀇網网罒罓罔罖菵蛧蝄誷輞辋魍
wang4 kuang1 迋
wang4 妄忘旺望朢
wei1 偎危喴威媙嵔嶶巍微愄揋揻椳楲溦烓煨燰癓縅葨葳薇蜲蝛覣詴逶隇隈霺鰃鰄鳂
wei2 guo2 囗
wei2 tong1 囲
wei2 zui4 欈
wei2 唯喡围圍壝媁峗峞嵬帏帷幃惟桅沩洈涠湋溈潍潙潿濰為爲犩矀維维蓶覹违違鄬醀鍏闈闱韋韦鮠𣲗𬶏
wei3 dui4 濻瀢
wei3 hui1 椲
wei3 kui2 隗
wei3 kui3 磈
wei3 men2 亹斖
wei3 tuo3 撱
wei3 yan2 厃
wei3 yi3 尾
wei3 you4 痏
wei3 伟伪偉偽僞儰委娓寪屗崣嶉徫愇捤暐梶洧浘渨炜煒猥玮瑋痿緯纬腲艉芛苇荱萎葦蒍蔿蜼諉诿踓鍡韑韙韡韪頠颹骩骪骫鮪鲔𫇭𬀩𬱟
wei4 ai2 硙磑
wei4 yu4 叞尉蔚
wei4 为位卫味喂墛媦慰懀未渭煟熭犚猬畏碨緭罻胃苿菋藯蘶蝟螱衛衞褽謂讆讏谓躗躛軎轊鏏霨餧餵饖魏鮇鳚
wen1 yun4 榅缊鞰
wen1 塭昷榲殟温溫瑥瘟蕰豱輼轀辒鎾饂鰛鰮鳁
wen2 彣文炆珳瘒紋繧纹聞芠蚉蚊螡蟁閺閿闅闦闻阌雯馼駇魰鳼鴍鼤𫘜
wen3 min3 呡
wen3 mo4 歾
wen3 伆刎吻呅抆桽稳穏穩紊肳脗
wen4 men2 汶
wen4 mian3 絻
wen4 min2 渂
wen4 wan3 莬
wen4 問妏揾搵璺问顐
weng1 嗡翁聬螉鎓鶲鹟𬭩
weng3 yang3 勜
weng3 塕奣嵡攚暡滃瞈蓊
weng4 瓮甕罋蕹齆
wo1 guo1 涡渦
wo1 mai2 薶
wo1 o1 喔
wo1 wei1 倭
wo1 wei3 唩
wo1 zhua1 挝
wo1 涹猧窝窩莴萵蜗蝸踒
wo3 婐婑我
wo4 ai4 焥
wo4 guan3 斡
wo4 wan3 涴
wo4 xia2 捾
wo4 yue4 枂臒
wo4 仴偓卧媉幄握楃沃渥濣瓁瞃硪肟腛臥齷龌
wu1 yu1 於
wu1 乌剭呜嗚圬屋巫弙杇歍汙汚污洿烏窏箼螐誈誣诬邬鄔鎢钨鰞鴮
wu2 hua2 鋘
wu2 mo2 无
wu2 ng2 唔
wu2 yu2 娪
wu2 yu4 吾
wu2 吳吴呉墲峿梧橆毋洖浯無珸璑祦芜茣莁蕪蜈蟱譕郚鋙铻鯃鵐鷡鹀鼯
wu3 hu1 膴
wu3 mei2 娒
wu3 mi2 瞴
wu3 乄五仵伍侮倵儛午啎妩娬嫵庑廡忤怃憮捂摀武潕熓牾玝珷瑦甒碔舞躌迕逜陚鵡鹉𣲘
wu4 hu1 芴
wu4 mao2 嵍
wu4 meng2 雺
wu4 mou2 敄
wu4 俉兀务務勿卼坞塢奦婺寤屼岉嵨忢悞悟悮戊扤旿晤杌溩焐熃物痦矹窹粅蘁誤误鋈阢隖雾霚霧靰騖骛鶩鹜鼿齀
xi1 ai1 娭
xi1 cha1 扱
xi1 gui1 巂
xi1 lie3 忚
xi1 qi1 恓螇
xi1 she4 歙
xi1 shi3 狶
xi1 shu4 怸
xi1 yi2 煕
xi1 yi4 焬
xi1 zhe2 扸
xi1 俙傒僖兮凞卥厀吸唏唽嘻噏嚱夕奚嬆嬉屖嵠巇希徆徯息悉悕惁惜昔晞晰晳暿曦析桸榽樨橀欷氥汐浠淅渓溪烯焁焈焟熄熈熙熹熺熻燨爔牺犀犠犧琋瘜皙睎瞦矽硒磎礂稀穸窸粞糦緆繥羲翕翖肸肹膝舾莃菥蒠蜥螅蟋蠵西觹觽觿譆谿豀豨豯貕赥邜鄎酅醯釸錫鏭鐊鑴锡隵餏饎饻鯑鵗鸂鼷
xi2 die2 槢
xi2 xiao4 薂
xi2 习喺媳嶍席椺檄漝習蒵蓆袭襲覡觋謵趘郋鎴隰霫飁騱騽驨鰼鳛𠅤𫘬
xi3 shai1 諰
xi3 xian3 洗
xi3 喜囍壐屣徙憘憙枲橲歖漇玺璽矖禧縰葈葸蓰蟢謑蹝躧鈢鉨鉩鱚𬭳𬶮
xi4 die2 咥
xi4 hu1 戏戯戲
xi4 ji4 系繫
xi4 kai4 欯
xi4 pan3 盻
xi4 qie4 稧郄
xi4 se4 闟
xi4 xie2 慀
xi4 係匸卌呬墍屃屓屭忥怬恄椞潝潟澙熂犔磶禊細綌縘细绤舃舄蕮虩衋覤赩趇郤釳阋隙隟霼餼饩鬩黖
xia1 ga1 呷
xia1 ha1 蝦
xia1 ha2 虾
xia1 傄煆瞎虲谺閕颬鰕
xia2 jia1 埉
xia2 qia4 磍
xia2 侠俠匣峡峽敮暇柙炠烚狎狭狹珨瑕硖硤碬祫筪縖翈舝舺蕸赮轄辖遐鍜鎋陜陿霞騢魻鶷黠
xia3 ke3 閜
xia4 he4 吓
xia4 丅下乤圷夏夓懗梺疜睱罅鎼鏬
xian1 jian1 攕
xian1 kuo4 銛銽铦
xian1 lian3 莶薟
xian1 qian4 纤
xian1 shen1 姺
xian1 yan3 嬐
xian1 zhen1 枮
xian1 仙仚佡僊僲先嘕奾屳廯忺憸掀暹杴氙珗祆秈籼繊纎纖苮褼襳跹蹮躚酰鍁锨韯韱馦鮮鱻鲜鶱𬸣
xian2 gan1 咁
xian2 jian1 稴
xian2 jian4 閒
xian2 qian3 嗛
xian2 xin2 礥
xian2 xuan2 伭妶
xian2 咸啣娴娹婱嫌嫺嫻弦憪挦撏涎湺澖甉痫癇癎絃胘舷藖蚿蛝衔衘誸諴賢贒贤輱醎銜鑦閑闲鷳鷴鷼鹇鹹麙𫍯
xian3 xi3 銑铣
xian3 㬎冼尟尠崄嶮幰搟攇显櫶毨灦烍燹狝猃獫獮玁禒筅箲藓蘚蚬蜆譣赻跣鍌险険險韅顕顯
xian4 xuan2 县縣
xian4 僩僴咞哯垷塪姭娊宪岘峴憲撊晛橌橺涀瀗献獻现現県睍粯糮絤綫線线缐羡羨腺臔臽苋莧誢豏鋧錎限陥陷霰餡馅麲鼸𪾢𬀪
xiang1 乡厢廂忀楿欀湘瓖相稥箱緗缃膷芗萫葙薌襄郷鄉鄊鄕鑲镶香驤骧鱜麘𬙋
xiang2 hong2 瓨
xiang2 yang2 详
xiang2 佭庠栙祥絴翔詳跭
xiang3 jiong1 銄
xiang3 nang2 饟
xiang3 享亯响想晑蚃蠁響飨餉饗饷鮝鯗鱶鲞
xiang4 hang4 巷
xiang4 像勨向嚮姠嶑曏橡珦缿蟓衖襐象鐌項项鱌
xiao1 hao4 藃
xiao1 jiao1 憢
xiao1 qiao1 骹
xiao1 rao4 穘
xiao1 shuo4 箾
xiao1 sou1 撨
xiao1 xue1 削
xiao1 侾哓嘵嚻囂婋宯宵庨彇揱枭枵梟櫹歊毊消潇瀟灱灲烋焇猇獢痚痟硝硣窙箫簘簫綃绡翛膮萧蕭虈虓蟂蟏蟰蠨踃逍銷销霄颵驍骁髇髐魈鴞鴵鷍鸮
xiao2 ao3 郩
xiao2 崤洨淆訤誵
xiao3 小晓暁曉皛皢筱筿篠謏𫍲
xiao4 jiao3 恔
xiao4 jiao4 校
xiao4 xue2 敩
xiao4 俲傚効咲哮啸嘋嘨嘯孝效斅斆歗涍熽笑肖詨誟
xie1 suo4 些
xie1 娎揳楔歇蝎蠍
xie2 hai2 嚡
xie2 hui1 孈
xie2 jia1 挟挾
xie2 jie1 瑎
xie2 lie4 劦
xie2 ya2 邪
xie2 ye2 峫
xie2 㙦偕勰协協嗋垥奊恊愶拹携撷擕擷攜斜旪熁燲綊緳縀缬翓胁脅脇脋膎蝢衺襭諧讗谐鞋鞵龤
xie3 写冩寫藛
xie4 che4 烲焎
xie4 die2 鞢
xie4 jie4 嶰
xie4 sa3 躠
xie4 ti4 屟
xie4 ye4 緤
xie4 yi4 泄
xie4 亵伳偞偰僁卨卸噧塮夑媟屑屧廨徢懈暬械榍榭泻洩渫澥瀉瀣灺炧炨燮爕獬祄禼糏紲絏絬繲纈绁缷薢薤蟹蠏褉褻謝谢躞邂靾韰齂齘齛齥𤫉𬹼
xin1 hen3 噷
xin1 䜣俽噺妡嬜廞心忄忻惞新昕杺欣歆炘盺芯薪訢辛邤鈊鋅鑫锌馨馫𫷷
xin2 枔襑鐔鬵
xin3 伈
xin4 jin4 馸
xin4 shen1 信
xin4 xian4 軐
xin4 伩囟孞焮脪舋衅訫釁阠顖
xing1 sheng1 狌
xing1 兴垶惺星曐煋猩瑆皨篂腥興觪觲謃騂骍鮏鯹
xing2 hang2 行
xing2 jing1 鋞
xing2 ying2 滎
xing2 侀刑哘型娙形洐硎蛵邢郉鈃鉶銒钘铏陉陘餳𫰛
xing3 擤睲箵醒
xing4 倖姓婞嬹幸性悻杏涬緈臖荇莕葕
xiong1 min2 賯
xiong1 兄兇凶匂匈哅忷恟汹洶胷胸芎訩詾讻
xiong2 熊熋雄
xiong3 ying1 焸焽
xiong4 xuan4 敻
xiong4 詗诇
xiu1 xu3 休
xiu1 䗛俢修咻庥樇烌羞脙脩臹貅銝鎀鏅飍饈馐髤髹鮴鱃鵂鸺
xiu2 苬
xiu3 朽滫潃糔
xiu4 pi4 嚊
xiu4 嗅岫峀溴珛琇璓秀綉繍繡绣螑袖褎褏銹鏥鏽锈齅
xu0 蓿
xu1 chua1 歘
xu1 ju1 揟
xu1 qiu1 蓲
xu1 qu0 戌
xu1 shi1 嘘噓
xu1 wei2 圩
xu1 yu1 吁
xu1 偦墟姁媭嬃旴楈欨歔燸疞盱稰綇縃繻胥蕦虗虚虛蝑裇訏許諝譃谞鑐需須须顼驉鬚魆魖𦈡𬣙
xu2 shu2 蒣
xu2 俆徐禑
xu3 hu3 许
xu3 冔喣暊栩湑珝盨糈詡諿诩鄦醑
xu4 chu4 慉
xu4 hui4 銊
xu4 huo4 喐
xu4 kua1 晇
xu4 xue4 怴
xu4 zhu4 芧
xu4 㳚伵侐勖勗卹叙垿壻婿序恤敍敘旭昫朂槒欰殈汿沀洫溆漵潊烅烼煦獝珬盢瞁稸絮続緒緖續绪续聓聟蓄藚訹賉酗頊鱮
xuan1 huan1 懁
xuan1 juan1 梋
xuan1 song4 吅
xuan1 yuan1 弲
xuan1 儇咺喧塇媗宣愃愋揎昍暄烜煊煖瑄睻矎禤箮翧翾萱萲蓒蕿藼蘐蝖蠉諠諼譞谖軒轩鍹駽鰚𫍽𫓶
xuan2 qiong2 琁
xuan2 xian2 玹
xuan2 嫙悬懸旋暶檈漩玄璇璿痃蜁𫠊
xuan3 晅癣癬选選
xuan4 shun4 眴
xuan4 xiong4 夐
xuan4 怰昡楦泫渲炫琄眩碹絢縼繏绚蔙衒袨贙鉉鏇铉镟颴
xue1 疶蒆薛辥辪靴鞾
xue2 bo2 壆
xue2 hu4 觷
xue2 乴学學峃嶨斈泶澩燢穴茓袕踅鷽鸴
xue3 樰膤艝轌雪鱈鳕
xue4 chuo4 吷
xue4 xie3 血
xue4 坹岤桖瀥狘瞲謔谑趐
xun1 yin4 窨
xun1 勋勛勲勳嚑坃埙塤壎壦曛熏燻爋獯矄纁臐薫薰蘍醺𫄸
xun2 quan2 灥
xun2 xuan1 駨
xun2 偱噚寻尋峋巡廵循恂揗攳旬杊栒桪樳毥洵浔潯燅燖珣璕畃紃荀蟳詢询鄩鱏鱘鲟𬊈𬍤𬘓𬩽
xun4 ze4 稄
xun4 zhui4 奞
xun4 伨侚卂噀巺巽徇愻殉殾汛潠狥蕈訊訓訙训讯迅迿逊遜鑂顨馴驯
ya0 呀
ya1 丫亞压圧垭壓孲庘押枒桠椏錏鐚铔鴉鴨鵶鸦鸭
ya2 wei4 猚
ya2 ye2 釾
ya2 伢厑厓堐岈崕崖涯漄牙玡琊睚笌芽蚜衙齖
ya3 e4 啞
ya3 xia1 疨
ya3 厊哑唖庌痖瘂蕥雅
ya4 jia2 猰
ya4 ye1 窫
ya4 zha2 軋轧
ya4 亚亜俹冴劜圔圠埡娅婭挜掗揠氩氬犽砑稏聐襾覀訝讶迓齾
yan1 a1 腌
yan1 yin1 湮
yan1 傿剦墕嫣嬮崦嶖恹懕懨樮淊淹漹烟焉焑煙珚硽篶胭臙菸鄢醃閹阉黫
yan2 dan4 唌
yan2 dian4 阽
yan2 xian4 綖
yan2 严厳啱喦嚴塩壛壧妍姸娫娮岩嵒嵓巌巖巗延揅昖楌檐櫩欕沿炎炏狿琂盐研硏碞礹筵簷莚蔅虤蜒言訁訮詽讠郔閆閻闫阎顏顔颜鹽麣𫄧
yan3 an1 裺
yan3 shan4 剡
yan3 tao1 夵
yan3 yin3 縯酓
yan3 䶮乵俨偃儼兖兗匽厣厴噞奄孍嵃巘巚弇愝戭扊抁掩揜曮棪椼檿沇渰渷演琰甗眼罨萒蝘衍褗躽遃郾隒顩魇魘鰋鶠黡黤黬黭黶鼴鼹齴龑𪩘𬙂𬸘
yan4 gui4 溎
yan4 lian3 醶
yan4 shan1 烻
yan4 shan4 掞
yan4 xun2 爓
yan4 ya4 椻
yan4 ye4 咽
yan4 偐厌厭唁喭嚈嚥堰妟姲嬊嬿宴彥彦敥晏暥曕曣滟灎灔灧灩焔焰焱熖燄燕牪猒砚硯艳艶艷覎觃觾諺讌讞谚谳豓豔贋贗赝軅酀酽醼釅隁雁餍饜騐験騴驗驠验鬳鳫鴈鴳鷃鷰齞
yang1 央姎抰殃泱秧胦鉠鍈雵鞅鴦鸯
yang2 chang4 玚
yang2 dang4 崵
yang2 ri4 氜
yang2 shang1 禓
yang2 xiang2 羊羏
yang2 佯劷垟崸徉扬揚敭旸昜暘杨楊洋炀煬珜疡瘍眻蛘諹輰鍚钖阦阳陽霷颺飏鰑鴹鸉
yang3 ang2 仰
yang3 juan4 飬
yang3 ying1 柍楧
yang3 佒傟养咉坱岟慃懩攁氧氱瀁炴痒癢礢紻蝆軮養駚
yang4 怏恙样様樣漾烊羕詇
yao1 㙘吆喓夭妖幺枖楆殀祅腰葽訞邀鴁鴢
yao2 diao4 铫
yao2 xiao2 殽
yao2 xiao4 滧
yao2 you2 繇
yao2 zu2 鎐
yao2 倄傜嗂垚堯姚媱尧尭峣嶢嶤徭愮揺搖摇摿暚榣烑爻猺珧瑤瑶磘窑窯窰肴蘨謠謡谣軺轺遙遥邎顤颻飖餆餚鰩鱙鳐
yao3 ao1 眑
yao3 fo2 仸
yao3 tao1 抭
yao3 zhuo2 蓔
yao3 偠咬婹宎岆杳柼榚溔狕窅窈舀苭闄騕鷕齩
yao4 li4 纅
yao4 xiao1 獟
yao4 yue4 钥
yao4 崾曜熎燿矅穾窔筄耀艞药葯薬藥袎要覞詏讑靿鷂鹞鼼
ye0 亪
ye1 倻吔噎擨暍椰歋潱耶蠮
ye2 yu2 捓
ye2 揶爷爺瑘鋣鎁铘
ye3 也冶嘢埜壄漜野
ye4 ta4 鎑
ye4 xie2 叶
ye4 yan1 殗
ye4 zha2 煠
ye4 业亱僷墷夜嶪嶫抴捙掖擛擪擫晔曄曅曗曳曵枼枽業洂液澲烨燁爗璍皣瞱瞸礏腋葉謁谒邺鄴鍱鐷靥靨頁页餣饁馌驜鵺鸈
yi0 弬
yi1 一乊伊依医吚咿噫壱壹夁嫛嬄弌悘揖撎檹毉洢渏漪猗瑿畩祎禕稦繄蛜衣衤譩辷郼醫銥铱鷖鹥黟黳
yi2 chi2 沶
yi2 chi3 拸誃
yi2 chi4 眙
yi2 dai4 詒诒
yi2 duo4 柂
yi2 ji2 乁
yi2 ni3 疑
yi2 pei4 媐
yi2 quan2 狋
yi2 si4 飴
yi2 tai1 珆
yi2 ti2 桋荑
yi2 tui1 讉
yi2 wei4 遗
yi2 zhi4 杝
yi2 仪侇儀冝匜咦圯夷姨宐宜宧寲峓嶬嶷巸彛彜彝彞怡恞扅暆栘椬椸沂洟熪瓵痍移簃籎羠胰萓蛦螔袘觺謻貤貽贻跠迻遺鏔頉頤頥顊颐饴鮧鴺
yi3 chi4 佁
yi3 乙乛以倚偯嬟崺已庡扆攺敼旑旖椅檥矣礒笖舣艤苡苢蚁螘蟻裿踦輢轙迆迤迱逘酏釔鈘鉯钇顗鳦齮𫖮𬺈
yi4 die2 佚昳泆軼
yi4 du4 斁
yi4 ge1 仡
yi4 nian4 悥
yi4 qi4 忔
yi4 shi4 埶醳
yi4 si1 鯣
yi4 tu2 墿
yi4 xi1 羛
yi4 xie4 枻栧
yi4 xu3 蛡
yi4 yin1 欭
yi4 ze2 睪
yi4 㑊乂义亄亦亿伇伿佾俋億兿刈劓劮勚勩匇呓呭呹唈囈圛坄垼埸奕嫕嬑寱屹峄嶧帟帠幆廙异弈弋役忆怈怿悒意憶懌懿抑挹敡易晹曀曎杙枍棭榏槸檍歝殔殪殹毅浂浥浳湙溢潩澺瀷炈焲熠熤熼燚燡燱獈玴異疫痬瘗瘞瘱癔益瞖穓竩篒縊繶繹绎缢義羿翊翌翳翼耴肄肊膉臆艗艺芅苅萟蓺薏藙藝蘙虉蜴螠衪袣裔裛褹襼訲訳詍詣誼譯議讛议译诣谊豙豛豷貖贀跇轶逸邑鄓醷釴鈠鎰鐿镒镱阣隿霬饐駅驛驿骮鮨鶂鶃鶍鷁鷊鷧鷾鸃鹝鹢黓齸𫄷𬟁𬬩
yin1 yan1 歅殷
yin1 侌凐喑噾囙因垔堙姻婣愔慇栶氤洇溵濦瘖磤禋秵筃絪緸茵蒑蔭裀諲銦铟闉阥阴陰陻隂霒霠鞇音韾駰骃齗𬘡𬤇𬮱
yin2 jin4 唫
yin2 ken3 龂龈
yin2 ken4 珢
yin2 xun2 蟫
yin2 zhi4 斦
yin2 乑吟噖嚚圁垠夤婬寅峾崟崯檭殥泿淫滛烎犾狺璌硍碒荶蔩訔訚訡誾鄞鈝銀银霪鷣齦
yin3 shen3 吲
yin3 尹嶾廴引朄檃檼櫽淾濥瘾癮粌蘟蚓螾讔赺趛輑鈏隐隠隱靷飮飲饮
yin4 䲟印垽堷廕慭憖憗懚洕湚猌癊胤茚荫酳鮣
ying1 qing2 啨
ying1 䓨偀嘤噟嚶婴媖嫈嬰孆孾応愥應撄攖朠桜樱櫻渶瀴煐珱瑛璎瓔甇甖碤礯緓纓绬缨罂罃罌膺英莺蘡蝧蠳褮譍譻賏軈鑍锳霙韺鴬鶑鶧鶯鷪鷹鸎鸚鹦鹰
ying2 hong1 巆
ying2 xing2 荥
ying2 僌営塋嬴攍楹櫿溁溋滢潆濙濚濴瀅瀛瀠瀯灐灜熒營瑩盁盈禜籝籯縈茔荧莹萤营萦萾蓥藀蛍蝇蝿螢蠅覮謍贏赢迎鎣
ying3 cheng2 浧
ying3 巊廮影摬梬潁瘿癭矨穎郢鐛頴颍颕颖
ying4 yang1 眏
ying4 媵应映暎硬膡鱦
yo1 哟唷喲
yong1 佣傭嗈噰墉壅嫞庸廱慵拥擁滽澭灉牅痈癕癰臃邕郺鄘鏞镛雍雝饔鱅鳙鷛
yong2 yu2 喁
yong2 顒颙鰫
yong3 chong1 涌
yong3 tong2 硧
yong3 俑勇勈咏埇塎嵱彮怺恿悀惥愑愹慂柡栐永泳湧甬蛹詠踊踴鯒鲬
yong4 㶲用砽苚蒏醟
you1 ao1 泑
you1 yao4 怮
you1 优優呦嚘峳幽忧悠憂懮攸櫌滺瀀纋羪耰逌鄾麀
you2 chou2 怞
you2 liu2 斿
you2 qiu2 蝤
you2 su4 莤
you2 yin2 冘
you2 zha2 甴
you2 偤尤庮怣楢沋油浟游犹猶猷由疣秞肬莜莸蕕蚰蝣訧輏輶逰遊邮郵鈾铀駀魷鮋鱿鲉𬨎
you3 chao3 槱
you3 yong1 牗
you3 yu4 栯
you3 丣卣友有梄湵牖禉羑聈苃莠蜏酉銪铕黝
you4 chou1 牰
you4 niu1 孧
you4 亴佑佦侑又右哊唀囿姷宥峟幼柚櫾狖祐蚴誘诱貁迶酭釉鼬
yu1 wu1 扜扝
yu1 唹淤瘀盓穻箊紆纡込迂迃陓
yu2 hua2 釪
yu2 mou2 桙
yu2 ou3 禺
yu2 shu4 俞兪
yu2 tou1 愉
yu2 wu1 杅
yu2 yao2 隃
yu2 乻于亐伃余堣堬妤娛娯娱嬩崳嵎嵛愚扵揄旟楡楰榆欤歈歟歶渔渝湡漁澞牏狳玗玙瑜璵盂睮窬竽籅羭腴臾舁舆艅茰萮萸蕍蘛虞虶蝓螸衧褕覦觎諛謣谀踰輿轝逾邘酑鍝隅雓雩餘馀騟骬髃魚魣鮽鯲鰅鱼鷠鸆齵
yu3 zhong1 斔
yu3 㺄与予伛俁俣偊傴匬噳圄圉宇寙屿嶼庾懙挧敔斞楀瑀瘐祤禹穥窳羽與萭語语貐鄅雨頨麌齬龉
yu4 ao4 薁隩
yu4 ju2 僪
yu4 shu1 忬悆
yu4 si4 銉
yu4 wei2 琟
yu4 xu4 惐淢矞藇
yu4 yi4 欥
yu4 yo1 育
yu4 俼儥喅喩喻域堉妪媀嫗寓峪嶎庽彧御愈慾戫昱棛棜棫櫲欎欝欲毓浴淯滪潏澦灪焴煜燏燠爩狱獄玉琙瘉癒砡硢硲礇礖礜禦秗稢稶篽籞籲粖緎罭聿肀艈芋芌茟蒮蓣蓹蕷蘌蜟蜮袬裕誉諭譽谕豫軉輍逳遇遹郁醧鈺鋊錥鐭钰閾阈雤霱預预飫饇饫馭驈驭鬰鬱鬻魊鱊鳿鴥鴧鴪鵒鷸鸒鹆鹬
yuan1 gun3 裷
yuan1 juan4 悁
yuan1 wan3 惌箢鋺
yuan1 冤剈囦嬽寃棩淵渁渆渊渕灁眢肙葾蒬蜎蜵駌鳶鴛鵷鸢鸳鹓鼘鼝
yuan2 huan2 蒝
yuan2 wan2 杬蚖
yuan2 xuan4 楥
yuan2 yan2 芫
yuan2 yun2 员員
yuan2 yun4 贠
yuan2 元円原厡厵园圆圎園圓垣塬媴嫄援榞榬橼櫞沅湲源溒爰猨猿笎緣縁缘羱茒薗蝝蝯螈袁褤謜轅辕邍邧酛鈨鎱騵魭鶢鶰黿鼋𫘪
yuan3 wei3 薳
yuan3 盶远逺遠
yuan4 huan2 垸
yuan4 傆噮妴媛怨愿掾瑗禐苑衏裫褑院願
yue1 wa1 啘
yue1 yao1 約约
yue1 yao4 箹
yue1 彟曰曱矱
yue3 hui4 哕噦
yue4 jue2 妜
yue4 sa4 泧
yue4 ti4 趯
yue4 刖嬳岄岳嶽恱悅悦戉抈捳月樾瀹爚玥礿禴篗籆籥籰粤粵蘥蚎蚏説越跀跃躍軏鈅鉞鑰钺閱閲阅鸑鸙黦龠𫐄𬸚
yun1 wo4 馧
yun1 奫晕氲氳煴熅蒀蒕蝹贇赟𫖳
yun2 hun4 眃
yun2 jun1 筠
yun2 ying2 耺
yun2 云伝勻匀囩妘愪抣昀橒沄涢溳澐熉畇秐筼篔紜縜纭耘芸蒷蕓郧鄖鋆雲
yun3 允喗夽抎殒殞狁磒荺賱鈗阭陨隕霣馻齫齳
yun4 gun3 緷
yun4 wen1 緼縕韫
yun4 yu4 熨
yun4 傊孕恽惲愠慍暈枟腪蕴薀藴蘊褞貟运運郓鄆酝醖醞韗韞韵韻餫
za1 zan3 拶桚
za1 匝咂帀沞臜臢迊鉔魳
za2 ca4 囃
za2 nie4 囐
za2 zan4 囋
za2 杂沯砸襍雑雜雥韴
za3 ze2 咋
zai1 zi1 甾畠
zai1 哉栽渽溨災灾烖睵賳
zai3 zi3 仔
zai3 宰崽载
zai4 zeng1 縡
zai4 傤儎再在扗洅載酨
zan1 cen1 篸
zan1 兂橵簪簮糌鐕鐟鵤
zan2 za2 偺咱
zan2 喒
zan3 cuan2 攒攢
zan3 zen1 撍
zan3 zuan4 揝
zan3 儧儹噆攅昝趱趲
zan4 cuan2 濽灒酂酇
zan4 暂暫瓉瓒瓚禶襸讃讚賛贊赞蹔鄼錾鏨饡
zang1 cang2 匨
zang1 牂羘脏臧賍賘贓贜赃髒
zang3 駔驵
zang4 zhuang3 奘
zang4 塟弉臓臟葬蔵銺
zao1 cao2 傮
zao1 糟蹧遭醩
zao2 凿鑿
zao3 suo3 璅
zao3 早枣栆棗澡璪薻藻蚤
zao4 qiao1 喿
zao4 唕唣噪慥梍灶煰燥皁皂竃竈簉艁譟趮躁造𥖨
ze2 hao4 滜
ze2 shi4 泽澤
ze2 zhai2 择擇
ze2 zhai4 責责
ze2 zuo2 笮
ze2 zuo4 諎
ze2 则則啧嘖嫧帻幘択樍歵沢泎溭皟瞔矠礋箦簀舴蔶蠌襗謮賾赜迮鸅齚齰
ze4 仄崱庂捑昃昗汄
zei2 戝蠈賊贼鰂鱡鲗
zen3 怎
zen4 譖谮
zeng1 ceng2 曽橧
zeng1 䎖増增憎璔矰磳繒缯罾譄鄫鱛
zeng4 囎熷甑贈赠鋥锃
zha1 cha1 喳
zha1 cha2 楂
zha1 cu3 皻
zha1 za1 扎紥紮
zha1 zu3 柤
zha1 偧劄哳抯挓揸摣樝渣皶觰譇齄齇
zha2 ze2 耫
zha2 札牐箚蚻譗鍘铡閘闸
zha3 zhai3 厏
zha3 zuo2 苲
zha3 拃眨砟鮓鮺鲊鲝
zha4 yu4 灹
zha4 zuo4 柞
zha4 䃎乍吒咤奓宱搾榨溠炸痄蚱詐诈醡霅
zhai1 夈捚摘斋斎榸粂齋
zhai2 di2 翟
zhai2 shi4 檡
zhai2 宅
zhai3 窄鉙
zhai4 债債寨瘵砦
zhan1 shan4 嶦鳣
zhan1 噡岾惉旃旜枬栴毡氈氊沾瞻薝蛅詀詹譫谵趈邅閚霑飦饘驙魙鱣鸇鹯𫗴
zhan2 讝
zhan3 chan2 崭嶃嶄
zhan3 jian3 橏
zhan3 nian3 榐
zhan3 嫸展搌斩斬琖盏盞輾醆颭飐
zhan4 佔偡占嶘战戦戰栈桟棧湛站綻绽菚蘸虥虦覱譧轏驏
zhang1 傽嫜张張彰慞暲樟漳獐璋章粻蔁蟑遧鄣鏱餦騿鱆麞
zhang3 仉幥掌涨漲礃
zhang4 丈仗墇嶂帐帳幛扙杖涱痮瘬瘴瞕粀胀脹賬账障
zhao1 shao4 佋
zhao1 zhan3 皽
zhao1 妱巶招昭炤釗鉊鍣钊駋𬬿
zhao3 zhua3 爫
zhao3 找沼瑵
zhao4 dao4 箌
zhao4 shao4 召
zhao4 zhuo1 棹
zhao4 兆垗旐曌枛櫂照燳狣瞾笊罀罩羄肁肇肈詔诏赵趙鮡𬶐
zhe0 zhuo2 着
zhe1 zhu4 嗻
zhe1 嫬蜇遮
zhe2 nie4 銸
zhe2 she2 折
zhe2 zhai2 厇
zhe2 哲啠喆嚞埑悊摺晢晣歽矺砓磔籷粍虴蛰蟄袩詟謫謺讁讋谪輒輙轍辄辙鮿
zhe3 shi4 啫
zhe3 乽者褶襵赭踷鍺锗
zhe4 zhei4 这
zhe4 䗪柘樜浙淛蔗蟅這鷓鹧
zhen1 jian1 籈
zhen1 qin2 溱
zhen1 侦偵嫃寊帧帪幀搸斟桢楨榛樼殝浈湞潧澵獉珍珎瑧甄眞真砧碪祯禎禛箴胗臻葴蒖蓁薽貞贞轃遉酙針鉁錱鍼针鱵
zhen3 yan1 黰
zhen3 姫屒弫抮昣枕畛疹眕稹縝縥缜聄萙袗裖覙診诊軫轸辴駗鬒
zhen4 侲圳塦挋振揕朕栚甽眹紖絼纼誫賑赈鋴鎭鎮镇阵陣震鴆鸩
zheng1 cheng2 埩
zheng1 keng1 揁
zheng1 争佂凧姃媜峥崝崢征徰怔掙炡烝爭狰猙癥眐睁睜筝箏篜糽聇脀蒸踭鉦錚鏳钲铮鬇
zheng3 cheng2 氶
zheng3 ding4 掟
zheng3 愸抍拯整晸
zheng4 塣幁挣政正症証諍證证诤郑鄭靕鴊
zhi1 ji4 汥
zhi1 jin4 臸
zhi1 qi2 枝
zhi1 shi4 馶
zhi1 ti2 禔
zhi1 yi4 栺
zhi1 zi1 吱
zhi1 之倁卮只巵憄搘支栀梔椥榰汁泜疷知祗祬秓稙綕織织肢胑胝脂芝蘵蜘衼隻鳷鴲鼅𦭜
zhi2 hu2 瓡
zhi2 shi0 殖
zhi2 yi4 妷秇
zhi2 zhe2 慹
zhi2 侄値值埴執姪嬂戠执摭植樴淔漐潪直禃絷縶聀职職膱蟙跖踯蹠躑軄釞馽
zhi3 di3 茋
zhi3 zhai3 抧
zhi3 zheng1 徴徵
zhi3 zhong1 夂
zhi3 zhuo2 墌
zhi3 凪劧咫址坁坧帋恉扺指旨枳止汦沚洔淽疻砋祉秖紙纸芷藢衹襧訨趾軹轵酯阯黹
zhi4 chi2 歭
zhi4 chi4 瘈
zhi4 chou2 畤
zhi4 die2 螲
zhi4 jie2 擳
zhi4 li4 迣
zhi4 luan4 乿
zhi4 nai2 搱
zhi4 shi1 厔
zhi4 shi4 峙崻
zhi4 si1 傂
zhi4 sun3 扻
zhi4 zhai4 豸
zhi4 俧偫儨制劕垁娡寘帙帜幟庢庤廌彘徏徝志忮懥懫挃挚掷摯擲旘晊智栉桎梽櫍櫛治洷滍滞滯潌瀄炙熫狾猘璏瓆痔痣礩祑秩秷稚稺穉窒筫紩緻置翐膣至致芖蛭袟袠製覟觗觯觶誌豑豒貭質贄质贽跱踬躓輊轾郅銍鋕鑕铚锧陟隲雉駤騭騺驇骘鯯鴙鷙鸷𬃊
zhong1 yong1 銿
zhong1 中伀刣妐幒彸忠柊汷泈炂盅籦終终舯蔠蜙螤螽衳衷蹱鈡鍾鐘钟锺鴤鼨
zhong3 chong2 种
zhong3 chuang2 喠
zhong3 冢塚尰歱煄瘇種肿腫踵
zhong4 chong2 緟重
zhong4 tong2 偅
zhong4 仲众堹妕媑狆眾祌筗茽蚛衆衶諥
zhou1 chou1 婤
zhou1 chou2 嚋盩诪
zhou1 yu4 粥
zhou1 zhao1 啁
zhou1 侜周喌州徟洲淍炿烐珘矪舟謅譸诌賙赒輈輖辀週郮銂霌駲騆鵃鸼
zhou2 妯碡軸轴
zhou3 帚晭疛睭箒肘菷鯞
zhou4 chou2 薵
zhou4 zhuo2 噣
zhou4 㑇㤘伷僽冑呪咒咮宙昼晝甃皱皺籀籒籕粙紂縐纣绉胄荮葤詋酎駎驟骤
zhu1 shu2 朱
zhu1 侏株槠橥櫧櫫洙潴瀦猪珠硃秼絑茱蕏蛛蝫蠩袾誅諸诛诸豬跦邾銖铢駯鮢鯺鴸鼄
zhu2 chuo4 孎
zhu2 du3 竺
zhu2 shu4 朮
zhu2 劚斸曯欘灟炢烛燭爥瘃竹笁笜舳茿蓫蠋蠾躅逐逫钃鱁
zhu3 丶主劯嘱囑宔帾拄渚濐煑煮燝瞩矚砫罜詝陼鸀麈𬣞
zhu4 chu2 助
zhu4 chu4 柷
zhu4 cu1 麆
zhu4 ning2 苧
zhu4 tou3 飳
zhu4 wang3 迬
zhu4 zhuo2 櫡著
zhu4 乼伫佇住坾墸壴嵀拀杼柱樦殶注炷疰眝祝祩竚筑筯箸築篫簗紵紸纻羜翥苎莇蛀註貯贮跓軴鉒鋳鑄铸馵駐驻
zhua1 wo1 撾
zhua1 抓檛簻膼髽
zhua3 zhao3 爪
zhuai3 跩
zhuai4 ye4 拽
zhuan1 chuan2 膞
zhuan1 duan1 耑
zhuan1 tuan2 塼
zhuan1 䏝专叀嫥専專瑼甎砖磗磚蟤諯鄟顓颛鱄
zhuan3 zhuai3 转
zhuan3 孨竱轉
zhuan4 juan4 縳
zhuan4 suan3 篹
zhuan4 zuan3 籑
zhuan4 zuan4 賺赚
zhuan4 僎啭囀堟撰灷瑑篆腞蒃襈譔転饌馔
zhuang1 hun2 湷
zhuang1 妆妝娤庄庒桩梉樁粧糚荘莊装裝
zhuang4 chuang2 幢
zhuang4 gang4 戇
zhuang4 壮壯壵撞焋状狀
zhui1 chui2 椎
zhui1 cui1 隹
zhui1 dui1 追
zhui1 錐锥騅骓鵻
zhui3 zi3 沝
zhui4 chui2 硾
zhui4 rui4 笍
zhui4 shui4 娷
zhui4 坠墜惴甀畷礈綴縋缀缒腏膇諈贅赘醊錣鑆
zhun1 chun2 肫
zhun1 宒窀衠諄谆迍
zhun3 准凖埻準綧𬘯
zhun4 稕訰
zhuo1 bo2 穛
zhuo1 chu4 炪
zhuo1 jue2 穱
zhuo1 䦃倬拙捉桌梲棁棳槕涿窧鐯
zhuo2 bao4 犳
zhuo2 bo2 彴
zhuo2 chuo4 鋜
zhuo2 huo4 篧
zhuo2 jiao4 灂
zhuo2 que4 汋
zhuo2 yi3 叕
zhuo2 zhao4 啅濯
zhuo2 zhu2 斀
zhuo2 zuo2 琢
zhuo2 䓬丵劅卓啄圴妰娺撯擆擢斫斮斱斲斵晫椓浊浞濁灼烵琸硺禚窡籗籱罬茁蠗蠿諁諑謶诼酌鐲镯鵫鷟𬸦
zi0 嗭
zi1 ci2 兹
zi1 jiu1 稵
zi1 zai1 菑
zi1 zui3 觜
zi1 咨嗞姕姿孜孳孶崰嵫栥椔淄湽滋澬玆禌秶粢紎緇緕纃缁茊茲葘訾諮谘貲資赀资赼趑趦輜輺辎鄑鈭錙鍿鎡锱镃頾頿髭鯔鰦鲻鶅鼒齍齜龇
zi2 ju2 蓻
zi3 ci1 呰
zi3 ci2 茈
zi3 ci3 啙
zi3 吇姉姊子杍梓榟橴滓矷秄秭笫籽紫耔虸訿釨
zi4 倳剚字恣渍漬牸眥眦胔胾自芓茡荢
zong1 zeng4 綜综
zong1 倧堫宗嵏嵕惾朡棕椶熧猣磫稯緃緵繌翪腙葼蝬豵踨踪蹤鍐鑁騌騣骔鬃鬉鬷鯮鯼
zong3 cong1 焧
zong3 song1 揔
zong3 倊偬傯嵸总惣捴搃摠燪総緫縂總蓗
zong4 cong2 碂
zong4 昮猔疭瘲粽糉糭縦縱纵
zou1 chu4 菆
zou1 sou3 棷
zou1 zhou1 掫
zou1 棸箃緅諏诹邹郰鄒鄹陬騶驺鯫鲰黀齱齺
zou3 走赱鯐
zou4 奏揍
zu1 ju4 菹蒩
zu1 租葅
zu2 chuo4 鏃
zu2 cu4 卒
zu2 cui4 崒椊
zu2 卆哫崪族箤足踤镞
zu3 ju4 珇
zu3 俎唨爼祖組组詛诅鎺阻靻
zuan1 劗躜躦鉆鑚鑽
zuan3 籫繤纂纉纘缵
zuan4 攥钻
zui1 juan1 脧
zui1 sui1 嗺
zui1 厜樶纗蟕
zui3 ju3 咀
zui3 嘴噿嶊璻
zui4 nie4 鋷
zui4 zu2 稡
zui4 冣嶵晬最栬槜檇檌祽絊罪蕞辠酔酻醉錊
zun1 dun1 墫
zun1 尊嶟樽繜罇遵鐏鱒鳟鶎鷷𨱔
zun3 僔噂撙譐
zun4 jian4 瀳
zun4 捘銌
zuo0 咗
zuo1 chuai4 嘬
zuo1 穝
zuo2 捽昨秨稓筰莋鈼
zuo3 佐左繓
zuo4 ze2 飵
zuo4 zha4 怍
zuo4 作侳做唑坐岝岞座祚糳胙葃葄蓙袏阼
`

/** Words of two characters that are not read as their characters usually are. */
export const wordReadings = `
一觉 yi1 jiao4
万乘 wan4 sheng4
三藏 san1 zang4
不了 bu4 liao3
丑角 chou3 jue2
东莞 dong1 guan3
东都 dong1 du1
东阿 dong1 e1
中弹 zhong4 dan4
中行 zhong1 hang2
中都 zhong1 du1
丹参 dan1 shen1
主角 zhu3 jue2
主调 zhu3 diao4
乐器 yue4 qi4
乐团 yue4 tuan2
乐坛 yue4 tan2
乐工 yue4 gong1
乐师 yue4 shi1
乐府 yue4 fu3
乐律 yue4 lv4
乐曲 yue4 qu3
乐歌 yue4 ge1
乐池 yue4 chi2
乐理 yue4 li3
乐章 yue4 zhang1
乐舞 yue4 wu3
乐谱 yue4 pu3
乐队 yue4 dui4
乐音 yue4 yin1
乜斜 mie1 xie0
了了 liao3 liao3
了事 liao3 shi4
了却 liao3 que4
了得 liao3 de2
了悟 liao3 wu4
了断 liao3 duan4
了然 liao3 ran2
了结 liao3 jie2
了解 liao3 jie3
交差 jiao1 chai1
交恶 jiao1 wu4
交还 jiao1 huan2
亲家 qing4 jia0
人参 ren2 shen1
什物 shi2 wu4
什锦 shi2 jin3
介壳 jie4 qiao4
仓卒 cang1 cu4
仔猪 zi3 zhu1
仔细 zi3 xi4
仡佬 ge1 lao3
仿佛 fang3 fu2
伎俩 ji4 liang3
会计 kuai4 ji4
会长 hui4 zhang3
传记 zhuan4 ji4
伯子 bai3 zi0
伺候 ci4 hou0
似的 shi4 de0
低调 di1 diao4
佝偻 gou1 lou2
供给 gong1 ji3
便宜 pian2 yi0
便溺 bian4 niao4
保长 bao3 zhang3
信差 xin4 chai1
倔强 jue2 jiang4
借调 jie4 diao4
偿还 chang2 huan2
兄长 xiong1 zhang3
充塞 chong1 se4
党参 dang3 shen1
入行 ru4 hang2
公了 gong1 liao3
公差 gong1 chai1
六安 lu4 an1
关卡 guan1 qia3
内省 nei4 xing3
内行 nei4 hang2
军乐 jun1 yue4
军长 jun1 zhang3
农行 nong2 hang2
冷颤 leng3 zhan4
出差 chu1 chai1
出没 chu1 mo4
列传 lie4 zhuan4
刚劲 gang1 jing4
删削 shan1 xue1
刨床 bao4 chuang2
别传 bie2 zhuan4
刹住 sha1 zhu4
刹车 sha1 che1
刻薄 ke4 bo2
削价 xue1 jia4
削减 xue1 jian3
削发 xue1 fa4
削壁 xue1 bi4
削平 xue1 ping2
削弱 xue1 ruo4
削瘦 xue1 shou4
剥削 bo1 xue1
劝降 quan4 xiang2
助长 zhu4 zhang3
劲射 jing4 she4
劲敌 jing4 di2
劲旅 jing4 lv3
劲风 jing4 feng1
匀称 yun2 chen4
包扎 bao1 za1
区长 qu1 zhang3
午觉 wu3 jiao4
单于 chan2 yu2
单薄 dan1 bo2
单调 dan1 diao4
卡壳 qia3 ke2
厂长 chang3 zhang3
厅长 ting1 zhang3
厌恶 yan4 wu4
厚朴 hou4 po4
厦门 xia4 men2
县长 xian4 zhang3
参差 cen1 ci1
反省 fan3 xing3
反调 fan3 diao4
发卡 fa4 qia3
发还 fa1 huan2
受降 shou4 xiang2
变调 bian4 diao4
句读 ju4 dou4
叨扰 tao1 rao3
可恶 ke3 wu4
司长 si1 zhang3
吁请 yu4 qing3
各行 ge4 hang2
同行 tong2 hang2
同调 tong2 diao4
名角 ming2 jue2
吐蕃 tu3 bo1
吞没 tun1 mo4
吟哦 yin2 e2
吡咯 bi3 luo4
否泰 pi3 tai4
听差 ting1 chai1
呢喃 ni2 nan2
呢绒 ni2 rong2
呼吁 hu1 yu4
咀嚼 ju3 jue2
咋舌 ze2 she2
咯血 ka3 xie3
咳喘 ke2 chuan3
咳嗽 ke2 sou0
咳血 ke2 xue4
哀乐 ai1 yue4
哨卡 shao4 qia3
哪吒 ne2 zha1
商行 shang1 hang2
器乐 qi4 yue4
团长 tuan2 zhang3
固着 gu4 zhuo2
国乐 guo2 yue4
在行 zai4 hang2
地壳 di4 qiao4
坦率 tan3 shuai4
埋怨 man2 yuan4
埋没 mai2 mo4
堵塞 du3 se4
塞音 se4 yin1
填塞 tian2 se4
增长 zeng1 zhang3
壅塞 yong1 se4
声乐 sheng1 yue4
声调 sheng1 diao4
复辟 fu4 bi4
外传 wai4 zhuan4
外行 wai4 hang2
外调 wai4 diao4
外长 wai4 zhang3
大城 dai4 cheng2
大夫 dai4 fu0
大藏 da4 zang4
大调 da4 diao4
太行 tai4 hang2
奇偶 ji1 ou3
奇数 ji1 shu4
奉还 feng4 huan2
奏乐 zou4 yue4
套色 tao4 shai3
女红 nv3 gong1
好恶 hao4 wu4
威吓 wei1 he4
婀娜 e1 nuo2
嫌恶 xian2 wu4
子弹 zi3 dan4
字模 zi4 mu2
学长 xue2 zhang3
官差 guan1 chai1
官长 guan1 zhang3
定都 ding4 du1
宝藏 bao3 zang4
实弹 shi2 dan4
审度 shen3 duo2
宫调 gong1 diao4
家什 jia1 shi2
家长 jia1 zhang3
寒颤 han2 zhan4
对称 dui4 chen4
对调 dui4 diao4
导弹 dao3 dan4
小传 xiao3 zhuan4
小调 xiao3 diao4
尿泡 sui1 pao4
屏弃 bing3 qi4
屏息 bing3 xi1
屏气 bing3 qi4
崆峒 kong1 tong2
州长 zhou1 zhang3
工尺 gong1 che3
工行 gong1 hang2
巨贾 ju4 gu3
差事 chai1 shi4
差使 chai1 shi3
差官 chai1 guan1
差役 chai1 yi4
差遣 chai1 qian3
巷道 hang4 dao4
市长 shi4 zhang3
师长 shi1 zhang3
帝都 di4 du1
干咳 gan1 ke2
平调 ping2 diao4
年长 nian2 zhang3
庭长 ting2 zhang3
建行 jian4 hang2
建都 jian4 du1
弄堂 long4 tang2
引吭 yin3 hang2
引着 yin3 zhao2
弦乐 xian2 yue4
弹丸 dan4 wan2
弹坑 dan4 keng1
弹壳 dan4 ke2
弹夹 dan4 jia1
弹弓 dan4 gong1
弹片 dan4 pian4
弹药 dan4 yao4
弹道 dan4 dao4
强劲 qiang2 jing4
强调 qiang2 diao4
归还 gui1 huan2
归降 gui1 xiang2
当差 dang1 chai1
征调 zheng1 diao4
征辟 zheng1 bi4
微薄 wei1 bo2
忖度 cun3 duo2
总得 zong3 dei3
总行 zong3 hang2
总长 zong3 zhang3
恐吓 kong3 he4
恫吓 dong4 he4
情调 qing2 diao4
憎恶 zeng1 wu4
懂行 dong3 hang2
成都 cheng2 du1
成长 cheng2 zhang3
扁舟 pian1 zhou1
扎染 za1 ran3
扒手 pa2 shou3
扒灰 pa2 hui1
打颤 da3 zhan4
执拗 zhi2 niu4
执着 zhi2 zhuo2
执著 zhi2 zhuo2
投弹 tou2 dan4
投降 tou2 xiang2
抹布 ma1 bu4
抽调 chou1 diao4
拉纤 la1 qian4
拌和 ban4 huo4
拓本 ta4 ben3
拓片 ta4 pian4
招降 zhao1 xiang2
拥塞 yong1 se4
择菜 zhai2 cai4
拱券 gong3 xuan4
捆扎 kun3 za1
换行 huan4 hang2
排长 pai2 zhang3
掺和 chan1 huo0
提调 ti2 diao4
提防 di1 fang2
揣度 chuai3 duo2
搀和 chan1 huo0
搅和 jiao3 huo0
搪塞 tang2 se4
摩挲 mo2 suo1
攒动 cuan2 dong4
攒眉 cuan2 mei2
支行 zhi1 hang2
故都 gu4 du1
教长 jiao4 zhang3
数数 shuo4 shuo4
文蛤 wen2 ge2
族长 zu2 zhang3
旦角 dan4 jue2
时调 shi2 diao4
易传 yi4 zhuan4
星宿 xing1 xiu4
暖和 nuan3 huo0
曝光 bao4 guang1
曲调 qu3 diao4
曾孙 zeng1 sun1
曾祖 zeng1 zu3
月氏 yue4 zhi1
朝夕 zhao1 xi1
朝朝 zhao1 zhao1
朝气 zhao1 qi4
朝霞 zhao1 xia2
木模 mu4 mu2
未了 wei4 liao3
末了 mo4 liao3
本行 ben3 hang2
朴刀 po1 dao1
机长 ji1 zhang3
杉木 sha1 mu4
村长 cun1 zhang3
枞阳 zong1 yang2
枪弹 qiang1 dan4
柏林 bo2 lin2
柞蚕 zuo4 can2
栅栏 zha4 lan0
标的 biao1 di4
栓塞 shuan1 se4
校准 jiao4 zhun3
校勘 jiao4 kan1
校场 jiao4 chang3
校对 jiao4 dui4
校本 jiao4 ben3
校样 jiao4 yang4
校核 jiao4 he2
校正 jiao4 zheng4
校注 jiao4 zhu4
校点 jiao4 dian3
校订 jiao4 ding4
校长 xiao4 zhang3
校阅 jiao4 yue4
校验 jiao4 yan4
核儿 hu2 er0
核弹 he2 dan4
格调 ge2 diao4
桔梗 jie2 geng3
梗塞 geng3 se4
榴弹 liu2 dan4
模具 mu2 ju4
模子 mu2 zi0
模板 mu2 ban3
模样 mu2 yang4
次长 ci4 zhang3
款识 kuan3 zhi4
止咳 zhi3 ke2
正传 zheng4 zhuan4
正着 zheng4 zhao2
步调 bu4 diao4
殷红 yan1 hong2
民乐 min2 yue4
氢弹 qing1 dan4
沉没 chen2 mo4
沉着 chen2 zhuo2
沙参 sha1 shen1
没入 mo4 ru4
没收 mo4 shou1
没药 mo4 yao4
没落 mo4 luo4
泄露 xie4 lou4
洋行 yang2 hang2
流弹 liu2 dan4
浅薄 qian3 bo2
海参 hai3 shen1
浸没 jin4 mo4
消长 xiao1 zhang3
淤塞 yu1 se4
淹没 yan1 mo4
游说 you2 shui4
湮没 yan1 mo4
滋长 zi1 zhang3
炮弹 pao4 dan4
炮烙 pao2 luo4
炸弹 zha4 dan4
点着 dian3 zhao2
熨帖 yu4 tie1
爪哇 zhao3 wa1
爪牙 zhao3 ya2
牟利 mou2 li4
牟取 mou2 qu3
犍为 qian2 wei2
狼藉 lang2 ji2
猜度 cai1 duo2
猪圈 zhu1 juan4
率性 shuai4 xing4
率直 shuai4 zhi2
率真 shuai4 zhen1
率领 shuai4 ling3
王都 wang2 du1
班长 ban1 zhang3
瓜蔓 gua1 wan4
生还 sheng1 huan2
生长 sheng1 zhang3
甲壳 jia3 qiao4
畜产 xu4 chan3
畜养 xu4 yang3
畜牧 xu4 mu4
番禺 pan1 yu2
瘠薄 ji2 bo2
瘦削 shou4 xue1
白术 bai2 zhu2
的士 di1 shi4
的确 di2 que4
目的 mu4 di4
直率 zhi2 shuai4
相率 xiang1 shuai4
相称 xiang1 chen4
省亲 xing3 qin1
省察 xing3 cha2
省悟 xing3 wu4
省视 xing3 shi4
省长 sheng3 zhang3
着凉 zhao2 liang2
着力 zhuo2 li4
着实 zhuo2 shi2
着床 zhuo2 chuang2
着急 zhao2 ji2
着想 zhuo2 xiang3
着意 zhuo2 yi4
着手 zhuo2 shou3
着数 zhao1 shu4
着法 zhao1 fa3
着火 zhao2 huo3
着眼 zhuo2 yan3
着色 zhuo2 se4
着落 zhuo2 luo4
着迷 zhao2 mi2
着重 zhuo2 zhong4
着陆 zhuo2 lu4
着魔 zhao2 mo2
睡着 shui4 zhao2
睡觉 shui4 jiao4
督率 du1 shuai4
知了 zhi1 liao3
碌碡 liu4 zhou0
磨削 mo2 xue1
礼乐 li3 yue4
社长 she4 zhang3
私了 si1 liao3
科长 ke1 zhang3
秘鲁 bi4 lu3
称心 chen4 xin1
称职 chen4 zhi2
稀薄 xi1 bo2
稽首 qi3 shou3
站长 zhan4 zhang3
笔调 bi3 diao4
管乐 guan3 yue4
簿册 bu4 ce4
簿子 bu4 zi0
簿籍 bu4 ji2
簿记 bu4 ji4
籍没 ji2 mo4
粗率 cu1 shuai4
粘着 nian2 zhuo2
系带 ji4 dai4
红苕 hong2 shao2
纤夫 qian4 fu1
纤手 qian4 shou3
纤绳 qian4 sheng2
纳降 na4 xiang2
组长 zu3 zhang3
终了 zhong1 liao3
经传 jing1 zhuan4
经幢 jing1 chuang2
绑扎 bang3 za1
结扎 jie2 za1
给与 ji3 yu3
给予 ji3 yu3
给付 ji3 fu4
给养 ji3 yang3
给水 ji3 shui3
统率 tong3 shuai4
绸缪 chou2 mou2
绿林 lu4 lin2
羊圈 yang2 juan4
群氓 qun2 meng2
股长 gu3 zhang3
胳臂 ge1 bei0
胶着 jiao1 zhuo2
脉脉 mo4 mo4
脖颈 bo2 geng3
脚爪 jiao3 zhao3
脚色 jue2 se4
腔调 qiang1 diao4
膀胱 pang2 guang1
臧否 zang1 pi3
自传 zi4 zhuan4
自省 zi4 xing3
自给 zi4 ji3
色调 se4 diao4
芫荽 yan2 sui0
花呢 hua1 ni2
苍劲 cang1 jing4
苍术 cang1 zhu2
苦差 ku3 chai1
草率 cao3 shuai4
荥阳 xing2 yang2
莎草 suo1 cao3
菲薄 fei3 bo2
萝卜 luo2 bo0
营长 ying2 zhang3
落枕 lao4 zhen3
薄命 bo2 ming4
薄幸 bo2 xing4
薄弱 bo2 ruo4
薄情 bo2 qing2
薄技 bo2 ji4
薄暮 bo2 mu4
薄礼 bo2 li3
薄荷 bo4 he0
薄酒 bo2 jiu3
薄雾 bo2 wu4
藏历 zang4 li4
藏戏 zang4 xi4
藏族 zang4 zu2
藏青 zang4 qing1
藤蔓 teng2 wan4
虾蟆 ha2 ma2
蚌埠 beng4 bu4
蛤蚧 ge2 jie4
蛤蜊 ge2 li2
血泊 xue4 po1
行业 hang2 ye4
行伍 hang2 wu3
行会 hang2 hui4
行列 hang2 lie4
行号 hang2 hao4
行家 hang2 jia0
行尾 hang2 wei3
行当 hang2 dang0
行情 hang2 qing2
行末 hang2 mo4
行款 hang2 kuan3
行规 hang2 gui1
行话 hang2 hua4
行货 hang2 huo4
行距 hang2 ju4
行辈 hang2 bei4
行道 hang2 dao4
行长 hang2 zhang3
行首 hang2 shou3
行高 hang2 gao1
衣着 yi1 zhuo2
补给 bu3 ji3
表率 biao3 shuai4
袅娜 niao3 nuo2
西藏 xi1 zang4
覆没 fu4 mo4
角力 jue2 li4
角抵 jue2 di3
角斗 jue2 dou4
角色 jue2 se4
角逐 jue2 zhu2
解数 xie4 shu4
讨还 tao3 huan2
议长 yi4 zhang3
论调 lun4 diao4
评传 ping2 zhuan4
诈降 zha4 xiang2
词调 ci2 diao4
语塞 yu3 se4
语调 yu3 diao4
诱降 you4 xiang2
请调 qing3 diao4
调人 diao4 ren2
调令 diao4 ling4
调任 diao4 ren4
调动 diao4 dong4
调取 diao4 qu3
调回 diao4 hui2
调头 diao4 tou2
调子 diao4 zi0
调度 diao4 du4
调式 diao4 shi4
调换 diao4 huan4
调查 diao4 cha2
调档 diao4 dang4
调派 diao4 pai4
调温 diao4 wen1
调演 diao4 yan3
调用 diao4 yong4
调研 diao4 yan2
调离 diao4 li2
调职 diao4 zhi2
调调 diao4 diao0
调转 diao4 zhuan3
调运 diao4 yun4
调遣 diao4 qian3
调门 diao4 men2
调阅 diao4 yue4
调防 diao4 fang2
调集 diao4 ji2
财会 cai2 kuai4
账簿 zhang4 bu4
赔还 pei2 huan2
趔趄 lie4 qie0
躯壳 qu1 qiao4
轧钢 zha2 gang1
转调 zhuan3 diao4
软和 ruan3 huo0
轻率 qing1 shuai4
轻薄 qing1 bo2
辟谷 bi4 gu3
辟邪 bi4 xie2
辱没 ru3 mo4
迁都 qian1 du1
返还 fan3 huan2
还乡 huan2 xiang1
还价 huan2 jia4
还俗 huan2 su2
还债 huan2 zhai4
还击 huan2 ji1
还原 huan2 yuan2
还嘴 huan2 zui3
还愿 huan2 yuan4
还手 huan2 shou3
还清 huan2 qing1
还礼 huan2 li3
还阳 huan2 yang2
还魂 huan2 hun2
进给 jin4 ji3
连长 lian2 zhang3
退还 tui4 huan2
送还 song4 huan2
选调 xuan3 diao4
遒劲 qiu2 jing4
道行 dao4 heng0
道长 dao4 zhang3
邮差 you2 chai1
部长 bu4 zhang3
都城 du1 cheng2
都市 du1 shi4
都护 du1 hu4
都督 du1 du0
鄙薄 bi3 bo2
酋长 qiu2 zhang3
配乐 pei4 yue4
配给 pei4 ji3
配角 pei4 jue2
里弄 li3 long4
重九 chong2 jiu3
重修 chong2 xiu1
重光 chong2 guang1
重出 chong2 chu1
重印 chong2 yin4
重叠 chong2 die2
重合 chong2 he2
重启 chong2 qi3
重唱 chong2 chang4
重围 chong2 wei2
重复 chong2 fu4
重奏 chong2 zou4
重婚 chong2 hun1
重孙 chong2 sun1
重审 chong2 shen3
重山 chong2 shan1
重峦 chong2 luan2
重庆 chong2 qing4
重建 chong2 jian4
重弹 chong2 tan2
重影 chong2 ying3
重提 chong2 ti2
重播 chong2 bo1
重整 chong2 zheng3
重新 chong2 xin1
重来 chong2 lai2
重温 chong2 wen1
重游 chong2 you2
重演 chong2 yan3
重现 chong2 xian4
重生 chong2 sheng1
重申 chong2 shen1
重试 chong2 shi4
重足 chong2 zu2
重返 chong2 fan3
重逢 chong2 feng2
重重 chong2 chong2
重阳 chong2 yang2
钥匙 yao4 shi0
钦差 qin1 chai1
铅山 yan2 shan1
铅弹 qian1 dan4
铣床 xi3 chuang2
银行 yin2 hang2
锁钥 suo3 yue4
镇长 zhen4 zhang3
镐头 gao3 tou2
长上 zhang3 shang4
长兄 zhang3 xiong1
长势 zhang3 shi4
长史 zhang3 shi3
长大 zhang3 da4
长子 zhang3 zi3
长孙 zhang3 sun1
长官 zhang3 guan1
长相 zhang3 xiang4
长老 zhang3 lao3
长者 zhang3 zhe3
长调 chang2 diao4
长辈 zhang3 bei4
长进 zhang3 jin4
闭塞 bi4 se4
阏氏 yan1 zhi1
队长 dui4 zhang3
防弹 fang2 dan4
阻塞 zu3 se4
附着 fu4 zhuo2
降伏 xiang2 fu2
降顺 xiang2 shun4
院长 yuan4 zhang3
隔行 ge2 hang2
隽永 juan4 yong3
雄劲 xiong2 jing4
雅乐 ya3 yue4
霓裳 ni2 chang2
霰弹 xian4 dan4
露脸 lou4 lian3
露面 lou4 mian4
露馅 lou4 xian4
非得 fei1 dei3
音乐 yin1 yue4
音调 yin1 diao4
颤栗 zhan4 li4
飞弹 fei1 dan4
首都 shou3 du1
首长 shou3 zhang3
骨殖 gu3 shi0
高调 gao1 diao4
魔爪 mo2 zhao3
鹰爪 ying1 zhao3
鼓乐 gu3 yue4
鼻塞 bi2 se4
龟兹 qiu1 ci2
龟裂 jun1 lie4
`

/** Surnames that are not read as their characters usually are. */
export const surnameReadings = `
万俟 mo4 qi2
乐 yue4
乐正 yue4 zheng4
了 liao3
仇 qiu2
令狐 ling2 hu2
任 ren2
区 ou1
區 ou1
华 hua4
单 shan4
句 gou1
句龙 gou1 long2
召 shao4
员 yun4
哈 ha3
員 yun4
啜 chuai4
單 shan4
子车 zi3 ju1
宁 ning4
宰父 zai3 fu3
尉迟 yu4 chi2
应 ying1
折 she2
撒 sa3
於 yu1
曲 qu1
曾 zeng1
朴 piao2
查 zha1
樂 yue4
澹台 tan2 tai2
燕 yan1
牟 mou2
甯 ning4
盖 ge3
相 xiang4
种 chong2
繁 po2
繆 miao4
纪 ji3
缪 miao4
肖 xiao1
能 nai4
蓋 ge3
薄 bo2
要 yao1
解 xie4
車 che1
过 guo1
那 na1
郄 qie4
郗 xi1
都 du1
钻 zuan1
长孙 zhang3 sun1
`
