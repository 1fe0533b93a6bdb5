# The page's own messages in simplified Chinese. A native reader has not reviewed them yet.
# The reference is en.ftl, whose comments say where the messages appear.
#
# Each message is on one line: a line break within a message would become a space. There is a space
# between Chinese and digits or Latin words, but not beside punctuation and in dates.

direction = ltr


## 所有页面

skip-link = 跳到正文
search-articles = 搜索文章
suggestions = 建议
sections = 网站版块
keys = 快捷键
notice = 通知
page-not-found = 找不到页面


## 网站版块

explore = 概览
names = 名称
quotes = 引语
figures = 数字
saved = 收藏


## 设置

theme = 主题
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
single-keys = 单键快捷键
single-keys-on = 开
single-keys-off = 关
text-size = 文字大小
text-small = 小
text-medium = 中
text-large = 大
text-huge = 特大
line-length = 行宽
line-short = 短
line-medium = 中
line-long = 长
typeface = 字体
typeface-serif = 衬线体
typeface-sans = 无衬线体
show = 显示
show-cards = 卡片
show-list = 列表


## 列表与标签

list-separator = 、
list-end = { $most }和{ $last }
group-separator = ；
detail-separator = { " " }·{ " " }
labelled = { $label }：{ $value }
sentence-separator = { "" }


## 搜索结果

results = 搜索结果
at-a-glance = 概览
timeline = 时间线
stories = 事件
items = 共 { $count } 条
items-of = { $of } 条中的 { NUMBER($matching) } 条
no-items = 没有匹配的条目
show-more = 显示更多
sort-by = 排序
sort-relevance = 相关度
sort-newest = 从新到旧
sort-oldest = 从旧到新
sort-original = 原始顺序
sort-title = 标题
sort-longest = 从长到短
sort-shortest = 从短到长
export = 导出
export-help = 将所有这些条目导出为文件
headline-only = 仅标题
minutes = 阅读需 { NUMBER($minutes) } 分钟
read = 已读
save = 收藏
save-article = 收藏：{ $title }


## 匹配

hits = { $count } 处匹配
hits-in-paragraph = 第 { NUMBER($paragraph) } 段，{ $count } 处匹配
why-matched = 匹配原因
found = 匹配位置：{ $where }
related-wording = 相关措辞
related-wording-note = 含有排名靠前的结果中的词语的条目，例如{ $words }
no-related-wording = 没有其他条目使用类似的措辞。
found-related = 相关措辞，匹配位置：{ $where }
in-title = 标题
in-standfirst = 导语
in-headings = 小标题
in-text = 正文
in-metadata = 栏目、作者、来源或标签
quoted = “{ $text }”
quoted-times = “{ $text }”{ NUMBER($count) } 次


## 筛选

filters = 筛选
filters-active = 筛选，已启用 { NUMBER($count) } 项
filters-apply = 显示 { NUMBER($of) } 条中的 { NUMBER($total) } 条
active-filters = 已启用的筛选条件
remove-filter = 移除：<a>{ $filter }</a>
clear-all = 全部移除
find = 查找
find-in = 在“{ $facet }”中查找
show-all = 显示全部 { NUMBER($count) } 项
show-fewer = 收起
section = 栏目
kind = 类型
kind-article = 文章
kind-teaser = 仅标题
people = 人物
places = 地点
organisations = 组织
tags = 标签
authors = 作者
source = 来源
language = 语言
weapons = 武器
length = 篇幅
length-short = 短
length-medium = 中
length-long = 长

date = 日期
from = 开始日期
to = 结束日期
from-date = 自{ $date }起
to-date = 至{ $date }止
items-by-date = 按日期统计的条目数：{ $list }


## 日期

months = 1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月
months-alone = 1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月
months-short = 1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月
date-long = { $year }年{ $month }{ $day }日
date-short = { $year }年{ $month }{ $day }日
month-of-year = { $year }年{ $month }
year = { $year }年
years = { $first }–{ $last }年


## 搜索说明

nothing-to-search-for = “{ $typed }”中没有可搜索的内容。
corrected = 没有与“{ $typed }”匹配的条目。以下是“{ $query }”的搜索结果。
search-as-typed = 按原样搜索“{ $typed }”
partial = 没有条目包含所有这些词；最接近的结果排在前面。
no-item-contains = 没有条目包含{ $words }。
date-unread = 无法将“{ $field }”识别为日期，因此按普通词语搜索。日期请写成 2024-05-16、2024-05 或 2024，日期范围请写成 2023..2024。
did-you-mean = 您是不是要找：<a>{ $query }</a>
no-item-matches-filters = 没有符合所有这些筛选条件的条目
nothing-matches = 没有与“{ $typed }”匹配的条目
without = 移除“{ $filter }”：{ $count } 条
without-filters = 不使用筛选条件搜索
fewer-words = 请尝试减少搜索词。
show-all-items = 显示所有条目


## 阅读

back-to-results = 返回搜索结果
back-arrow = ←
contents = 目录
by-author = 作者：<a>{ $author }</a>
updated = 更新：<a>{ $date }</a>
from-source = 来源：<a>{ $source }</a>
footnotes = 脚注
footnote = 脚注 { NUMBER($footnote) }
footnote-back = 返回脚注 { NUMBER($footnote) } 在正文中的位置
table-of = 表格，第 { NUMBER($paragraph) } 段
code-of = 代码，第 { NUMBER($paragraph) } 段
copy-code = 复制代码
task-done = 已完成
task-open = 未完成
alert-note = 说明
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
linked-from = 链入文章
link-to-paragraph = 指向第 { NUMBER($paragraph) } 段的链接
mentioned-in-article = 本文提及
articles-in-results = 搜索结果中的文章
previous-article = 上一篇
next-article = 下一篇
related = 相关文章
both-mention = 两篇均提及{ $names }
both-discuss = 两篇均谈到{ $words }
both-mention-and-discuss = 两篇均提及{ $names }；均谈到{ $words }
text = 文字
cite = 引用
cite-this = 引用本文
save-markdown = 另存为 Markdown
share = 分享
listen = 朗读
print = 打印
continue-reading = 继续阅读
previous-hit = 上一处匹配
next-hit = 下一处匹配


## 笔记

your-notes = 我的笔记
note = 笔记
note-on = 对以下文字的笔记：{ $passage }
remove = 删除
selected-passage = 所选文字
highlight = 高亮并添加笔记
copy-quotation = 复制引文
copy-link = 复制链接
saved-help = 您收藏的文章和笔记只存放在此浏览器中，其他人无法看到。
saved-none = 还没有收藏。在文章上按“收藏”即可将其保留在这里。
export-file = 导出为文件
export-text = 导出为文本
export-annotations = 导出为网页批注
import-file = 从文件导入
storage-failed = 此浏览器不为此页面存储任何内容，或其存储空间已满。关闭页面后，您收藏的文章和笔记将会丢失。如需保留，请导出为文件。
storage-unreadable = 无法读取此浏览器为此页面存储的数据，可能是由较新版本的页面写入的。这些数据已另行保留，页面将在没有这些数据的情况下启动。
import-invalid = 此文件不是从这样的页面导出的。


## 名称、引语、数字

all-names = 所有名称
also-written = 又写作{ $others }。
filter-by-name = 按此名称筛选搜索结果
mentioned-with = 一同提及
mentions = 提及之处
others = 其他
order = 顺序
largest-first = 从大到小
smallest-first = 从小到大
filter-summary = 范围：{ NUMBER($of) } 条中的 { NUMBER($total) } 条（{ $by }）。
include-all-items = 包括所有条目
to-paragraph = 转到第 { NUMBER($paragraph) } 段


## 不存在的页面

page-not-found-help = 链接可能有误，或文章可能已被移除。请在上方搜索，或<a>查看所有条目</a>。
closest-titles = 最接近的标题


## 错误

program-not-loaded = 此页面有一部分无法载入。请检查网络连接，然后重新载入页面。
edition-not-opened = 无法打开文章：收到的文章数据文件与发布时不一致。请重新载入页面。如果问题仍然存在，请要求发布者重新生成。原因：{ $reason }。
open-no-edition = 这不是文章数据
open-other-version = 文章数据的格式为 { $found }，此页面读取的格式为 { $expected }
open-length = 文章数据有 { $found } 字节，应为 { $expected } 字节
open-checksum = 文章数据已损坏：校验和为 { $found }，应为 { $expected }
open-index = 无法打开文章数据的搜索索引
file-unreadable = 无法读取此文件

loading = 正在载入…
part-not-loaded = 有一部分文章数据未能载入。已载入的内容仍可使用。
try-again = 重试


## 概览

as-list = 以列表显示
as-table = 以表格显示
total = 合计
divided-by = 划分依据
date-range = 日期范围
timeline-summary = { $first }至{ $last }有日期的条目 { NUMBER($total) } 个；最多的是{ $peak }：{ NUMBER($count) } 个
no-dates = 没有带日期的条目。
without-date = 无日期
named-dates = 正文中提到的日期
named-dates-note = 正文提到了以下日期，未列出没有年份的日期。
no-named-dates = 正文没有提到带年份的日期。
named-dates-read = 只读取了前面的结果：{ $count } 项中的 { $read } 项。
named-dates-summary = 提到的日期：{ NUMBER($total) } 个，从{ $first }到{ $last }；最多的是{ $peak }：{ NUMBER($count) } 个
named-dates-shown = 已显示的日期：{ $count } 个中的 { $shown } 个
no-places = 这些条目没有提到任何地点。
places-summary = 地图上的地点：{ NUMBER($count) }。提及最多：{ $place }。
most-mentioned-places = 显示 { NUMBER($total) } 个地点中提及最多的 { NUMBER($shown) } 个。
ambiguous-places = * 有多个地点叫这个名称。地图显示最大的一个，其他地点所在的国家见表格。
not-on-map = 不在地图上
map-sources = 轮廓：Natural Earth。位置：GeoNames，CC BY 4.0。
map = 地图
all-places = 所有地点
whole-world = 全世界
zoom-in = 放大
zoom-out = 缩小
move-west = 向西
move-north = 向北
move-south = 向南
move-east = 向东
number-of-items = 条目
country = 国家
also-in = 也在
region-of = { $country }（地区）
country-names = AD 安道尔, AE 阿拉伯联合酋长国, AF 阿富汗, AG 安提瓜和巴布达, AI 安圭拉, AL 阿尔巴尼亚, AM 亚美尼亚, AO 安哥拉,
    AQ 南极洲, AR 阿根廷, AS 美属萨摩亚, AT 奥地利, AU 澳大利亚, AW 阿鲁巴, AX 奥兰群岛, AZ 阿塞拜疆, BA 波斯尼亚和黑塞哥维那,
    BB 巴巴多斯, BD 孟加拉国, BE 比利时, BF 布基纳法索, BG 保加利亚, BH 巴林, BI 布隆迪, BJ 贝宁, BL 圣巴泰勒米, BM 百慕大, BN 文莱,
    BO 玻利维亚, BQ 荷属加勒比区, BR 巴西, BS 巴哈马, BT 不丹, BV 布韦岛, BW 博茨瓦纳, BY 白俄罗斯, BZ 伯利兹, CA 加拿大,
    CC 科科斯（基林）群岛, CD 刚果（金）, CF 中非共和国, CG 刚果（布）, CH 瑞士, CI 科特迪瓦, CK 库克群岛, CL 智利, CM 喀麦隆, CN 中国,
    CO 哥伦比亚, CR 哥斯达黎加, CU 古巴, CV 佛得角, CW 库拉索, CX 圣诞岛, CY 塞浦路斯, CZ 捷克, DE 德国, DJ 吉布提, DK 丹麦,
    DM 多米尼克, DO 多米尼加共和国, DZ 阿尔及利亚, EC 厄瓜多尔, EE 爱沙尼亚, EG 埃及, EH 西撒哈拉, ER 厄立特里亚, ES 西班牙,
    ET 埃塞俄比亚, FI 芬兰, FJ 斐济, FK 福克兰群岛, FM 密克罗尼西亚, FO 法罗群岛, FR 法国, GA 加蓬, GB 英国, GD 格林纳达,
    GE 格鲁吉亚, GF 法属圭亚那, GG 根西岛, GH 加纳, GI 直布罗陀, GL 格陵兰, GM 冈比亚, GN 几内亚, GP 瓜德罗普, GQ 赤道几内亚,
    GR 希腊, GS 南乔治亚和南桑威奇群岛, GT 危地马拉, GU 关岛, GW 几内亚比绍, GY 圭亚那, HK 香港, HM 赫德岛和麦克唐纳群岛, HN 洪都拉斯,
    HR 克罗地亚, HT 海地, HU 匈牙利, ID 印度尼西亚, IE 爱尔兰, IL 以色列, IM 马恩岛, IN 印度, IO 英属印度洋领地, IQ 伊拉克, IR 伊朗,
    IS 冰岛, IT 意大利, JE 泽西岛, JM 牙买加, JO 约旦, JP 日本, KE 肯尼亚, KG 吉尔吉斯斯坦, KH 柬埔寨, KI 基里巴斯, KM 科摩罗,
    KN 圣基茨和尼维斯, KP 朝鲜, KR 韩国, KW 科威特, KY 开曼群岛, KZ 哈萨克斯坦, LA 老挝, LB 黎巴嫩, LC 圣卢西亚, LI 列支敦士登,
    LK 斯里兰卡, LR 利比里亚, LS 莱索托, LT 立陶宛, LU 卢森堡, LV 拉脱维亚, LY 利比亚, MA 摩洛哥, MC 摩纳哥, MD 摩尔多瓦, ME 黑山,
    MF 法属圣马丁, MG 马达加斯加, MH 马绍尔群岛, MK 北马其顿, ML 马里, MM 缅甸, MN 蒙古, MO 澳门, MP 北马里亚纳群岛, MQ 马提尼克,
    MR 毛里塔尼亚, MS 蒙特塞拉特, MT 马耳他, MU 毛里求斯, MV 马尔代夫, MW 马拉维, MX 墨西哥, MY 马来西亚, MZ 莫桑比克, NA 纳米比亚,
    NC 新喀里多尼亚, NE 尼日尔, NF 诺福克岛, NG 尼日利亚, NI 尼加拉瓜, NL 荷兰, NO 挪威, NP 尼泊尔, NR 瑙鲁, NU 纽埃, NZ 新西兰,
    OM 阿曼, PA 巴拿马, PE 秘鲁, PF 法属波利尼西亚, PG 巴布亚新几内亚, PH 菲律宾, PK 巴基斯坦, PL 波兰, PM 圣皮埃尔和密克隆群岛,
    PN 皮特凯恩群岛, PR 波多黎各, PS 巴勒斯坦, PT 葡萄牙, PW 帕劳, PY 巴拉圭, QA 卡塔尔, RE 留尼汪, RO 罗马尼亚, RS 塞尔维亚,
    RU 俄罗斯, RW 卢旺达, SA 沙特阿拉伯, SB 所罗门群岛, SC 塞舌尔, SD 苏丹, SE 瑞典, SG 新加坡, SH 圣赫勒拿, SI 斯洛文尼亚,
    SJ 斯瓦尔巴和扬马延, SK 斯洛伐克, SL 塞拉利昂, SM 圣马力诺, SN 塞内加尔, SO 索马里, SR 苏里南, SS 南苏丹, ST 圣多美和普林西比,
    SV 萨尔瓦多, SX 荷属圣马丁, SY 叙利亚, SZ 斯威士兰, TC 特克斯和凯科斯群岛, TD 乍得, TF 法属南部领地, TG 多哥, TH 泰国, TJ 塔吉克斯坦,
    TK 托克劳, TL 东帝汶, TM 土库曼斯坦, TN 突尼斯, TO 汤加, TR 土耳其, TT 特立尼达和多巴哥, TV 图瓦卢, TW 台湾, TZ 坦桑尼亚,
    UA 乌克兰, UG 乌干达, UM 美国本土外小岛屿, US 美国, UY 乌拉圭, UZ 乌兹别克斯坦, VA 梵蒂冈, VC 圣文森特和格林纳丁斯, VE 委内瑞拉,
    VG 英属维尔京群岛, VI 美属维尔京群岛, VN 越南, VU 瓦努阿图, WF 瓦利斯和富图纳, WS 萨摩亚, XK 科索沃, YE 也门, YT 马约特, ZA 南非,
    ZM 赞比亚, ZW 津巴布韦
trends = 趋势
compared-terms = 比较的词语
compared-by = 比较依据
term-to-add = 词、短语或名称
add-term = 添加
remove-term = 移除{ $term }
names-to-compare = 这些结果中的名称
rate = 每1万词 { $rate } 次
fraction = { $whole }.{ $digits }
trend-point = { $term }，{ $place }：每1万词 { $rate } 次
trend-peak = { $term }：{ $place }最多，每1万词 { $rate } 次
trend-absent = { $term }：没有出现
trends-counted = 在标题和正文中出现的次数（包括词的其他形式），按每1万词计。
trends-names = 名称按提及次数计算。
trends-names-once = 此处名称在每个条目中只计一次。
words = 词数
together = 同现
network = 网络
matrix = 矩阵
together-measure = 连线表示两个名称同时出现在同一条目中的次数多于偶然。线越粗，同时包含两者的条目越多。
together-summary = { $names } 个名称及其中最强的 { $pairs } 对。最强的是{ $strongest }
no-pairs = 没有两个名称同时出现在同一条目中的次数多于偶然。
not-in-one-sentence = 不在同一句中
all-pairs = 所有配对
name = 名称
together-with = 一同出现
unit = 单位
scale-summary = { $count } 个数字，从{ $first }到{ $last }
scale-sample = 图中有 { $count } 个数字中的 { $shown } 个，按大小均匀选取。
no-figures = 没有条目含有数字。
no-quotes = 没有条目含有引语。
millions = { $number }00万
billions = { $number }0亿
trillions = { $number }万亿
no-stories = 这些条目中没有讲述同一事件的。
other-items = 其他条目
all-stories = 所有事件
what-it-adds = 新增内容
adds-nothing = 与之前的相比没有新增内容。
reused-passages = 来自较早文章的段落：{ NUMBER($count) }
named-first = 此处首次提到
compare-with-previous = 与上一篇比较
compare = 比较
compare-with = 与
whole-story = 整个事件
compared-sentences = 两篇共有的句子：{ NUMBER($shared) }；仅此处有（已标出）：{ NUMBER($only) }
lists = 阅读列表
lists-help = 按您自己的顺序排列的文章列表，只保存在此设备上。
lists-need-script = 阅读列表保存在此设备上，需要 JavaScript。
since = 最新变化
since-needs-script = 此页面上次访问时的内容记录在此设备上，需要 JavaScript。
since-nothing = 自您上次访问以来，没有新增或更新的内容。
since-none-of-these = 自您上次访问（{ $date }）以来，这些条目中没有新增或更新的。
since-summary = 自您上次访问（{ $date }）以来：新增 { NUMBER($added) } 个，更新 { NUMBER($changed) } 个。
since-help = 此页面在此设备上记录您上次访问时的内容。
new-items = 新增条目
changed-items = 更新的条目
what-changed = 有何变化
what-changed-in = “{ $title }”有何变化
all-of-these = 全部显示
saved-searches = 已保存的搜索
saved-searches-help = 搜索结果中新增或更新的数量。搜索只保存在此设备上。
save-search = 保存搜索{ $search }
search-saved = 搜索已保存。
search-removed = 搜索已移除。
new-of-search = { NUMBER($total) } 个中有 { NUMBER($new) } 个新的
remove-search = 移除搜索{ $search }
most-searches = 最多可保存 { NUMBER($count) } 个搜索。
text-not-kept = 您在此文章更新之前没有打开过它，因此此设备上没有它先前的文本。
text-unchanged = 文本与您看过的相同。
all-changes = 所有变化
title-before = 先前的标题：{ $title }
text-changed = 句子：新增 { NUMBER($added) }，删除 { NUMBER($gone) }，修改 { NUMBER($reworded) }。
text-before = 之前
text-now = 现在
new-list = 新列表的名称
create-list = 创建
list-exists = 已有同名的列表。
all-lists = 所有列表
no-such-list = 此设备上没有这个名称的列表。
list-is-empty = 此列表还没有文章。
add-results = 添加这些结果
add-saved = 添加收藏的文章
added-to-list = 已添加：{ NUMBER($count) }
most-in-list = 一个列表最多有 { NUMBER($count) } 篇文章。
move-up = 上移：{ $title }
move-down = 下移：{ $title }
moved-in-list = { $title }：第 { NUMBER($number) } 篇，共 { NUMBER($count) } 篇
removed-title = 已移除：{ $title }
not-in-edition = 此版本中已没有
rename-list = 重命名
name-of-list = 列表的名称
delete-list = 删除列表
delete-list-for-good = 永久删除
save-as-epub = 保存为 EPUB
save-results-as-epub = 将这些结果保存为 EPUB
writing-book = 正在写入书籍…
book-saved = 书中的文章：{ NUMBER($count) }
book-lacks-pictures = 省略的图片：{ NUMBER($count) }
book-failed = 无法写入书籍。
most-in-book = 一本书包含前 { NUMBER($count) } 篇。
print-list = 打印列表


## 读者自己的文章库

library = 文库
library-help = 在这里阅读您自己的文章：保存的网页、阅读软件的导出文件、订阅源、书籍、邮件和笔记。它们只保存在此设备上。
drop-files = 松开以将文件添加到文库
pasted-text = 粘贴的文本
own-articles = 我的文章
shared-articles = 分享
choose-files = 选择文件
choose-folder = 选择文件夹
importing = 正在读取文件…
import-progress = 已读取：{ $count }
import-waiting = 等待当前任务结束：{ $count }
import-cancelled = 已取消。
import-done = 文章：{ $with-text }。无正文的链接：{ $without }。已存在：{ $known }。
import-problems = 未能读取：{ $count }
import-nothing = 这些文件中没有可以在这里阅读的内容。
import-failed = 无法读取文件：{ $reason }
first-articles = 最先读取的文章
open-collection = 打开合集
names-found = 已找到名称、引语和数字。
names-show = 显示
collection-renewing = 此合集由另一版本的页面创建，正在更新，请稍候……
collections = 合集
collection-facts = 条目：{ $count }，{ $size } MB，{ $date }
add-files-to = 向{ $title }添加文件
rename = 重命名
rename-collection = 重命名{ $title }
title-of-collection = { $title }的新标题
collection-renamed = 合集现在名为{ $title }。
export-collection = 将{ $title }的文章导出为 Markdown
save-as-file = 另存为单个文件
save-collection-as-file = 另存为单个文件：{ $title }
save-as-site = 另存为网站
save-collection-as-site = 另存为网站：{ $title }
saving = 正在写入文件…
remove-collection = 移除{ $title }
remove-for-good = 永久移除
remove-collection-for-good = 永久移除{ $title }
back-to-site = 返回本站文章
library-unsupported = 此浏览器无法在这里保存文章。无痕窗口通常不允许这样做。
library-insecure = 只有在以 https 开头的安全地址才能保存文章。
library-in-preview = 此预览不保存文章。发布后的网站可以。
file-keeps-no-articles = 此文件无法保存你自己的文章。
open-site = 打开可以保存的网站


## 键盘快捷键

keyboard-shortcuts = 键盘快捷键
key-search = 转到搜索框
key-clear = 清空搜索框（焦点在搜索框时）
key-suggestions = 打开建议（焦点在搜索框时）
key-next-result = 下一条搜索结果；在搜索结果中也可按 Page Down
key-previous-result = 上一条搜索结果；在搜索结果中也可按 Page Up
key-open = 打开搜索结果
key-next-hit = 文章中的下一处匹配
key-previous-hit = 文章中的上一处匹配
key-next-article = 搜索结果中的下一篇文章
key-previous-article = 搜索结果中的上一篇文章
key-save = 收藏文章，或取消收藏
key-theme = 下一个主题
key-keys = 显示此列表
single-keys-help = 如果您使用语音输入，或单键快捷键与您自己的按键冲突，请将其关闭。
close = 关闭


## 程序之外：脚本

something-went-wrong = 出错了
program-stopped = 程序出错，此页面已停止运行。请重新载入页面以继续。如果再次停止，请将您之前的操作告知发布者。
needs-webassembly = 此页面需要 WebAssembly，但此浏览器不支持或已将其关闭。当前的浏览器均支持 WebAssembly。
no-script = JavaScript 已关闭。您仍可在此阅读全部内容；搜索和筛选需要 JavaScript。
load-failed = 无法载入。请检查网络连接，然后重试。
copied = 已复制
copy-refused = 浏览器不允许复制
copy = 复制
copy-citation = 复制 { $style }
hit-of = 第 { $hit } 处匹配，共 { $hits } 处

suggested-name = 名称
suggested-article = 文章
suggested-search = 最近搜索
clear-recent-searches = 清除最近搜索

new-edition = 此页面有新版本。
new-edition-show = 显示
new-edition-later = 稍后
new = 新
changed = 已更新
changes-found = 自您上次访问以来：新增 { NUMBER($added) } 个，更新 { NUMBER($changed) } 个。
changes-show = 显示

keep-offline = 离线保存，{ $size } MB
keeping-offline = 正在离线保存…
cancel = 取消
kept-offline = 已离线保存
offline-removed = 不再离线保存
offline-no-space = 此设备的剩余空间不足。


## 发布的页面

all-headlines = 所有标题
described = { $count } 篇文章，可供搜索、筛选和阅读。
