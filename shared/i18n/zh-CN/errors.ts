/** One text for each code of the closed list: what happened, what was kept, what to do. `.detailed` is taken when its placeholders are known. */
export const errors = {
  'error.invalid-request': '程序没看懂这次要做的事，什么都没有改。检查填写的内容，再试一次。',
  'error.untrusted-sender': '程序拦下了一个不是从本窗口来的请求，什么都没有改。关掉程序，再打开。',
  'error.no-archive-open': '还没有打开档案，什么都没有改。先在开始页打开一个，或新建一个。',
  'error.internal': '程序出了错，这一步没有做完，已存下的数据都在。再试一次；还是这样，就关掉程序再打开。',
  'error.cancelled': '已取消，档案和之前一样。要做的话，再点一次。',
  'error.archive-missing':
    '在原来的位置找不到这个档案：可能移走了、改了名，或 U 盘没插。程序没有动任何东西。插上 U 盘，或用「打开别处的档案」。',
  'error.archive-exists': '这里已经有同名的档案，程序没有覆盖它。换个名字，或打开已有的那个。',
  'error.archive-in-use': '这个档案正在别处打开着，没有变化。关掉那边，再试一次。',
  'error.archive-newer': '这个档案由更新的程序写过，这个版本打不开，档案没有变化。装上新版本再打开。',
  'error.archive-foreign': '这不是客户管家的档案，程序没有动它。选择一个 .kehu 文件夹。',
  'error.archive-damaged': '档案里有一处损坏。程序停止了写入，什么都没有删。从最近一份完好的备份恢复。',
  'error.vault-damaged': '档案的钥匙文件坏了，打不开档案；数据还在原处，没有变化。从备份恢复，备份里有钥匙。',
  'error.archive-read-only':
    '档案所在的地方不能写入：现在能看、能打印，不能改，数据都在。把档案复制到能写的磁盘，或去掉「只读」。',
  'error.disk-full': '磁盘满了，刚才的修改没有存下，之前的都在。腾出 500 MB 后点「再存一次」。',
  'error.disk-failed':
    '磁盘读写出错，刚才的修改没有存下，之前的都在。看看磁盘或 U 盘有没有松动，再试一次；然后备份到别的磁盘。',
  'error.archive-busy': '正在导入或撤销，等它结束再做这一步，档案没有变化。',
  'error.not-found': '找不到这一条，可能已经删除；别的都没有变化。回到列表，重新打开。',
  'error.filter-invalid': '筛选里有一项已经停用或改了类型，没有查。去掉标红的那一项，其余照旧。',
  'error.name-taken': '这个名称已经有了，没有改。换一个名称。',
  'error.id-number-masked':
    '身份证号里有 * 遮住的数字，没有保存，别的也没有变。要换，写全新的号码；不换，改回原样。',
  'error.stop-reason-missing': '转成旧客户卡要先选停止交易的原因；不知道就选“问过，不清楚”。没有保存。',
  'error.purpose-missing': '这类内容是敏感信息，先写明用途才能启用。',
  'error.field-in-use': '已经有客户填了这个字段，内容类型不能再改。可以另外添加一个字段。',
  'error.field-value-invalid': '有一个字段的内容不合要求，没有保存。请检查标红的字段。',
  'error.tag-exists': '已经有同名的标签。要合成一个，用「合并」。',
  'error.tag-rule-circle': '条件绕了一圈又用到这个标签自己，没有保存。请换别的条件。',
  'error.conflict':
    '您打开之后，这里在别处改过，所以您的修改还没有存下，两边的值都在。对照一下，选择留哪一个。',
  'error.backup-damaged': '这份备份坏了，不会用于恢复，现在的档案没有变化。换一份完好的备份。',
  'error.backup-newer': '这份备份由更新的程序制作，这个版本恢复不了，现在的档案没有变化。装上新版本再恢复。',
  'error.backup-not-verified':
    '备份写好后核对不上，所以不算数；档案没有变化，以前的备份都在。看看磁盘还有没有空间，再备份一次。',
  'error.file-missing': '找不到这个文件：可能移走了，或 U 盘拔了。档案没有变化。再选一次文件。',
  'error.file-unreadable':
    '读不了这个文件：可能正在 Excel 或 WPS 里打开着，或没有权限。档案没有变化。关掉那边，再试一次。',
  'error.file-empty': '这个文件里没有数据。档案没有变化。在 Excel 里看看内容，或换一个文件。',
  'error.file-type-unsupported':
    '这个文件不是程序能读的表格。档案没有变化。在 Excel 或 WPS 里另存为 .xlsx 或 .csv，再拖进来。',
  'error.file-type-unsupported.detailed':
    '这是 {name} 文件，不是程序能读的表格。档案没有变化。用 Excel 或 WPS 打开，另存为 .xlsx，再拖进来。',
  'error.file-is-archive': '这是一个压缩包。档案没有变化。先解压，再把里面的表格拖进来。',
  'error.file-is-archive.detailed': '这是 {name} 压缩包。档案没有变化。先解压，再把里面的表格拖进来。',
  'error.file-encrypted':
    '这个文件加了密码。档案没有变化。填上密码再读；填了也打不开，就在 Excel 或 WPS 里另存一份不带密码的，再拖进来。',
  'error.password-wrong': '密码不对，文件没有打开。档案没有变化。看看大小写和输入法，再填一次。',
  'error.file-truncated': '这个文件不完整，中间断了。档案没有变化。重新导出一份，再拖进来。',
  'error.file-truncated.detailed':
    '文件在第 {row} 行断了，前面的都读到了。档案没有变化。重新导出一份，再拖进来。',
  'error.file-damaged':
    '文件里有损坏，程序读不下去。档案没有变化。用 Excel 或 WPS 打开，另存一份，再拖进来。',
  'error.file-too-large': '这个文件太大，程序读不下。档案没有变化。在 Excel 里拆成几个文件，分几次导入。',
  'error.attachment-too-large': '这个文件超过 50 MB，没有附上，档案没有变化。先压小或拆开，再附一次。',
  'error.picture-unknown':
    '这个文件不是程序能显示的图片（JPEG、PNG、GIF、WebP、BMP），或尺寸大得画不出来。没有放进去。换一张，或当附件附上。',
  'error.attachment-missing':
    '附件的文件不在档案文件夹里，可能是只恢复了备份、没有带上 attachments 文件夹。别的资料都在。把那个文件夹放回档案里就能看到。',
  'error.attachment-damaged':
    '这个附件的文件坏了，打不开；别的资料都在。从最近的备份文件夹里找回 attachments 里的那一份。',
  'error.file-bomb': '这个文件一解开就大得不正常，程序停止了读取。档案没有变化。向给您文件的人要一份新的。',
  'error.file-reader-failed':
    '读文件的程序中途停了。档案没有变化。再试一次；还是这样，就在 Excel 里另存一份再拖进来。',
  'error.xlsx-variant-unsupported':
    '这个 .xlsx 的写法少见，这个版本还读不了。档案没有变化。在 Excel 里另存为「Excel 工作簿（.xlsx）」，再拖进来。',
  'error.sheet-missing': '文件里没有这张工作表。档案没有变化。换一张工作表。',
  'error.sheet-missing.detailed': '文件里没有工作表「{sheet}」。档案没有变化。换一张工作表。',
  'error.encoding-unknown':
    '认不出这个文件的文字编码，怕读成乱码，所以没有读。档案没有变化。手工选一种编码，或在 Excel 里另存为 .xlsx。',
  'error.import-not-staged': '这次导入的预览已经不在了，什么都没有写入。把文件再拖进来一次。',
  'error.import-no-header': '没有找到写着列名的那一行，什么都没有写入。指出哪一行是列名。',
  'error.import-mapping-incomplete': '还有必需的列没有对应，什么都没有写入。把它们对应好，再导入。',
  'error.import-mapping-incomplete.detailed': '还缺这些列：{fields}。什么都没有写入。把它们对应好，再导入。',
  'error.import-unknown-field': '有一列对应到了程序不认识的字段，什么都没有写入。换一个字段。',
  'error.import-unknown-field.detailed': '程序没有「{field}」这个字段，什么都没有写入。换一个字段。',
  'error.import-kind-unclear': '看不出这张表记的是客户还是订单，什么都没有写入。选择其中一种。',
  'error.import-already-undone': '这次导入已经撤销过了，档案没有变化。不用再做什么。',
  'error.import-conflicts':
    '有些值在导入之后又改过，所以还没有撤销，档案没有变化。选择保留后来的修改，还是还原旧值。',
  'error.import-conflicts.detailed':
    '有 {count} 处在导入之后又改过，所以还没有撤销，档案没有变化。选择保留后来的修改，还是还原旧值。',
  'error.undo-blocked':
    '后来的资料（订单、联系方式等）还连着这条记录，不能单独撤销这一步，档案没有变化。先撤销后来的，或者把这位客户删除。',
  'error.shop-differs': '这些订单号已经记在另一家店名下，怕记重，什么都没有写入。确认店铺，再导入。',
  'error.currency-differs':
    '文件里的金额不是这个档案的币种，什么都没有写入。一个档案只记一种币种：为它另建一个档案。',
  'error.preset-missing': '没有这套列对应模板。档案没有变化。',
  'error.preset-missing.detailed': '没有叫「{preset}」的列对应模板。档案没有变化。',
  'error.preset-file-invalid': '这不是模板文件，或者已经损坏。什么都没有加进来。',
  'error.balance-overlaps':
    '这些订单的日期已经算在期初里，怕算两遍，什么都没有写入。选择用订单替换期初，还是跳过这些订单。',
  'error.segment-unsaid': '分组里有一项条件现在算不出来，没有列出名单，分组还在。打开分组，看标出的那一项。',
  'error.rule-invalid': '规则里有写得不对的地方，没有采用，原来的结果还在。改好标出的地方，再算一次。',
  'error.file-exists': '这里已经有同名的文件，程序没有覆盖它。换个名字，或先移走原来的。',
  'error.segment-missing': '没有叫这个名字的客群，什么都没有写。用 analyse rfm 看看有哪些客群。',
  'error.export-folder-unknown':
    '这个文件夹不是从客户管家整个导出的，什么都没有改。选里面有 kehu-export.json 的那个文件夹。',
  'error.archive-not-empty':
    '这个档案里已经有客户或订单，什么都没有改。整个导出的文件夹只能导入空档案：新建一个，再导入。',
  'error.print-failed': '没有印出来，数据没有变化。看看打印机，或先存成 PDF 再打印。',
  'error.usage': '命令写得不对，什么都没有做。照说明里「命令行」一节再写一次。',
} as const
