# The page's own messages in Japanese. A native reader has not reviewed them yet. The reference
# is en.ftl, whose comments say where the messages appear.
#
# Each message is on one line: a line break within a message would become a space.

direction = ltr


## すべてのページ

skip-link = 本文へ移動
search-articles = 記事を検索
suggestions = 候補
sections = セクション
keys = ショートカット
notice = お知らせ
page-not-found = ページが見つかりません


## サイトのセクション

explore = 見渡す
names = 名前
quotes = 発言
figures = 数値
saved = 保存済み


## 設定

theme = テーマ
theme-system = システム
theme-light = ライト
theme-dark = ダーク
single-keys = 1文字キーのショートカット
single-keys-on = オン
single-keys-off = オフ
text-size = 文字サイズ
text-small = 小
text-medium = 中
text-large = 大
text-huge = 特大
line-length = 行の長さ
line-short = 短い
line-medium = 中程度
line-long = 長い
typeface = 書体
typeface-serif = 明朝体
typeface-sans = ゴシック体
show = 表示
show-cards = カード
show-list = リスト


## 列挙とラベル

list-separator = 、
list-end = { $most }、{ $last }
group-separator = ；
detail-separator = ・
labelled = { $label }：{ $value }
sentence-separator = { "" }


## 検索結果

results = 検索結果
at-a-glance = ひと目で
timeline = 年表
stories = 話題
items = 全{ $count }件
items-of = { $of }件中{ NUMBER($matching) }件
no-items = 一致する項目はありません
show-more = さらに表示
sort-by = 並べ替え
sort-relevance = 関連度順
sort-newest = 新しい順
sort-oldest = 古い順
sort-original = 元の順序
sort-title = タイトル順
sort-longest = 長い順
sort-shortest = 短い順
export = エクスポート
export-help = これらの項目をすべてファイルにエクスポートします
headline-only = 見出しのみ
minutes = 読了目安{ NUMBER($minutes) }分
read = 既読
save = 保存
save-article = 保存：{ $title }


## 一致箇所

hits = 一致{ $count }件
hits-in-paragraph = 第{ NUMBER($paragraph) }段落、一致{ $count }件
why-matched = 一致した理由
found = 一致箇所：{ $where }
related-wording = 関連する表現
related-wording-note = 上位の結果に含まれる語（{ $words }など）を含む項目
no-related-wording = 似た表現を含む項目はほかにありません。
found-related = 関連する表現、一致箇所：{ $where }
in-title = タイトル
in-standfirst = リード文
in-headings = 小見出し
in-text = 本文
in-metadata = カテゴリー・著者・出典・タグ
quoted = 「{ $text }」
quoted-times = 「{ $text }」{ NUMBER($count) }回


## 絞り込み

filters = 絞り込み
filters-active = 絞り込み、{ NUMBER($count) }件適用中
filters-apply = { NUMBER($of) }件中{ NUMBER($total) }件を表示
active-filters = 適用中の絞り込み条件
remove-filter = 解除：<a>{ $filter }</a>
clear-all = すべて解除
find = 検索
find-in = 「{ $facet }」内を検索
show-all = { NUMBER($count) }件すべて表示
show-fewer = 表示を減らす
section = カテゴリー
kind = 種類
kind-article = 記事
kind-teaser = 見出しのみ
people = 人物
places = 場所
organisations = 組織
tags = タグ
authors = 著者
source = 出典
language = 言語
weapons = 兵器
length = 長さ
length-short = 短い
length-medium = 中程度
length-long = 長い

date = 日付
from = 開始日
to = 終了日
from-date = { $date }以降
to-date = { $date }まで
items-by-date = 日付別の項目数：{ $list }


## 日付

months = 1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月
months-alone = 1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月
months-short = 1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月
date-long = { $year }年{ $month }{ $day }日
date-short = { $year }年{ $month }{ $day }日
month-of-year = { $year }年{ $month }
year = { $year }年
years = { $first }年～{ $last }年


## 検索についての注記

nothing-to-search-for = 「{ $typed }」には検索できる語がありません。
corrected = 「{ $typed }」に一致する項目はありません。「{ $query }」の検索結果を表示しています。
search-as-typed = 入力どおり「{ $typed }」を検索
partial = これらの語をすべて含む項目はありません。近いものから順に表示しています。
no-item-contains = { $words }を含む項目はありません。
date-unread = 「{ $field }」を日付として読み取れないため、語として検索しました。日付は2024-05-16、2024-05、2024のように、期間は2023..2024のように入力してください。
did-you-mean = もしかして：<a>{ $query }</a>
no-item-matches-filters = すべての絞り込み条件に一致する項目はありません
nothing-matches = 「{ $typed }」に一致する項目はありません
without = 「{ $filter }」を解除：{ $count }件
without-filters = 絞り込みなしで検索
fewer-words = 検索語を減らしてみてください。
show-all-items = すべての項目を表示


## 閲覧

back-to-results = 検索結果に戻る
back-arrow = ←
contents = 目次
by-author = 著者：<a>{ $author }</a>
updated = 更新：<a>{ $date }</a>
from-source = 出典：<a>{ $source }</a>
footnotes = 脚注
footnote = 脚注{ NUMBER($footnote) }
footnote-back = 脚注{ NUMBER($footnote) }の参照元に戻る
table-of = 表、第{ NUMBER($paragraph) }段落
code-of = コード、第{ NUMBER($paragraph) }段落
copy-code = コードをコピー
task-done = 完了
task-open = 未完了
alert-note = 補足
alert-tip = ヒント
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
linked-from = リンク元
link-to-paragraph = 第{ NUMBER($paragraph) }段落へのリンク
mentioned-in-article = この記事で言及
articles-in-results = 検索結果内の記事
previous-article = 前の記事
next-article = 次の記事
related = 関連記事
both-mention = どちらも{ $names }に言及
both-discuss = どちらも{ $words }が話題
both-mention-and-discuss = どちらも{ $names }に言及、{ $words }が話題
text = 文字
cite = 引用
cite-this = この記事を引用
save-markdown = Markdownで保存
share = 共有
listen = 読み上げ
print = 印刷
continue-reading = 続きを読む
previous-hit = 前の一致箇所
next-hit = 次の一致箇所


## メモ

your-notes = 自分のメモ
note = メモ
note-on = 次の箇所へのメモ：{ $passage }
remove = 削除
selected-passage = 選択箇所
highlight = ハイライトしてメモを追加
copy-quotation = 引用文をコピー
copy-link = リンクをコピー
saved-help = 保存した記事とメモはこのブラウザーにのみ保存され、ほかの人には見えません。
saved-none = 保存した記事はまだありません。記事の「保存」を押すと、ここに残ります。
export-file = ファイルにエクスポート
export-text = テキストでエクスポート
export-annotations = ウェブ注釈として書き出す
import-file = ファイルからインポート
storage-failed = このブラウザーがこのページのデータを保存しないか、保存領域がいっぱいです。保存した記事とメモは、ページを閉じると失われます。残しておくには、ファイルにエクスポートしてください。
storage-unreadable = このブラウザーに保存されていたこのページのデータを読み取れません。ページの新しい版が書き込んだ可能性があります。データは別に残してあり、ページはそのデータなしで始まります。
import-invalid = このファイルは、このようなページからエクスポートされたものではありません。


## 名前、発言、数値

all-names = すべての名前
also-written = 別表記：{ $others }。
filter-by-name = この名前で検索結果を絞り込む
mentioned-with = 一緒に言及されている名前
mentions = 言及箇所
others = その他
order = 並び順
largest-first = 大きい順
smallest-first = 小さい順
filter-summary = 対象：{ NUMBER($of) }件中{ NUMBER($total) }件（{ $by }）。
include-all-items = すべての項目を対象にする
to-paragraph = 第{ NUMBER($paragraph) }段落へ


## 存在しないページ

page-not-found-help = リンクに誤りがあるか、記事が削除された可能性があります。上の検索ボックスで探すか、<a>すべての項目</a>をご覧ください。
closest-titles = 近いタイトル


## エラー

program-not-loaded = このページの一部を読み込めませんでした。接続を確認して、ページを再読み込みしてください。
edition-not-opened = 記事を開けません。記事データのファイルが公開時と異なる状態で届きました。ページを再読み込みしてください。それでも解決しない場合は、記事データを作り直すよう運営者に依頼してください。原因：{ $reason }。
open-no-edition = 記事データではありません
open-other-version = 記事データの形式は{ $found }ですが、このページが読み取れる形式は{ $expected }です
open-length = 記事データは{ $found }バイトですが、正しくは{ $expected }バイトです
open-checksum = 記事データが壊れています（チェックサムは{ $found }ですが、正しくは{ $expected }です）
open-index = 記事データの検索インデックスを開けません
file-unreadable = このファイルは読み取れません

loading = 読み込み中…
part-not-loaded = 記事データの一部を読み込めませんでした。読み込み済みの部分は引き続き利用できます。
try-again = 再試行


## 見渡す

as-list = リストで表示
as-table = 表で表示
total = 合計
divided-by = 分け方
date-range = 日付の範囲
timeline-summary = { $first }から{ $last }までの日付のある項目 { NUMBER($total) } 件、最多は{ $peak }の { NUMBER($count) } 件
no-dates = 日付のある項目はありません。
without-date = 日付なし
named-dates = 本文に出てくる日付
named-dates-note = 本文に出てくる日付です。年のない日付は含みません。
no-named-dates = 年のある日付は本文に出てきません。
named-dates-read = 最初の結果だけを読み取りました：{ $count }件中{ $read }件。
named-dates-summary = 本文に出てくる日付：{ NUMBER($total) }件、{ $first }から{ $last }まで。最も多いのは{ $peak }：{ NUMBER($count) }件
named-dates-shown = 表示している日付：{ $count }件中{ $shown }件
no-places = これらの項目に場所の言及はありません。
places-summary = 地図上の場所：{ NUMBER($count) }。最も多く言及：{ $place }。
most-mentioned-places = { NUMBER($total) }か所のうち、言及の多い{ NUMBER($shown) }か所を表示しています。
ambiguous-places = * 同じ名前の場所が複数あります。地図は最大の場所を示し、ほかの場所の国は表にあります。
not-on-map = 地図にない場所
map-sources = 輪郭：Natural Earth。位置：GeoNames、CC BY 4.0。
map = 地図
all-places = すべての場所
whole-world = 全世界
zoom-in = 拡大
zoom-out = 縮小
move-west = 西へ
move-north = 北へ
move-south = 南へ
move-east = 東へ
number-of-items = 項目
country = 国
also-in = ほかの国
region-of = { $country }（地域）
country-names = AD アンドラ, AE アラブ首長国連邦, AF アフガニスタン, AG アンティグア・バーブーダ, AI アンギラ, AL アルバニア,
    AM アルメニア, AO アンゴラ, AQ 南極, AR アルゼンチン, AS 米領サモア, AT オーストリア, AU オーストラリア, AW アルバ, AX オーランド諸島,
    AZ アゼルバイジャン, BA ボスニア・ヘルツェゴビナ, BB バルバドス, BD バングラデシュ, BE ベルギー, BF ブルキナファソ, BG ブルガリア,
    BH バーレーン, BI ブルンジ, BJ ベナン, BL サン・バルテルミー, BM バミューダ, BN ブルネイ, BO ボリビア, BQ オランダ領カリブ, BR ブラジル,
    BS バハマ, BT ブータン, BV ブーベ島, BW ボツワナ, BY ベラルーシ, BZ ベリーズ, CA カナダ, CC ココス(キーリング)諸島,
    CD コンゴ民主共和国(キンシャサ), CF 中央アフリカ共和国, CG コンゴ共和国(ブラザビル), CH スイス, CI コートジボワール, CK クック諸島, CL チリ,
    CM カメルーン, CN 中国, CO コロンビア, CR コスタリカ, CU キューバ, CV カーボベルデ, CW キュラソー, CX クリスマス島, CY キプロス,
    CZ チェコ, DE ドイツ, DJ ジブチ, DK デンマーク, DM ドミニカ国, DO ドミニカ共和国, DZ アルジェリア, EC エクアドル, EE エストニア,
    EG エジプト, EH 西サハラ, ER エリトリア, ES スペイン, ET エチオピア, FI フィンランド, FJ フィジー, FK フォークランド諸島,
    FM ミクロネシア連邦, FO フェロー諸島, FR フランス, GA ガボン, GB 英国, GD グレナダ, GE ジョージア, GF 仏領ギアナ, GG ガーンジー,
    GH ガーナ, GI ジブラルタル, GL グリーンランド, GM ガンビア, GN ギニア, GP グアドループ, GQ 赤道ギニア, GR ギリシャ,
    GS サウスジョージア・サウスサンドウィッチ諸島, GT グアテマラ, GU グアム, GW ギニアビサウ, GY ガイアナ, HK 香港, HM ハード島・マクドナルド諸島,
    HN ホンジュラス, HR クロアチア, HT ハイチ, HU ハンガリー, ID インドネシア, IE アイルランド, IL イスラエル, IM マン島, IN インド,
    IO 英領インド洋地域, IQ イラク, IR イラン, IS アイスランド, IT イタリア, JE ジャージー, JM ジャマイカ, JO ヨルダン, JP 日本,
    KE ケニア, KG キルギス, KH カンボジア, KI キリバス, KM コモロ, KN セントクリストファー・ネーヴィス, KP 北朝鮮, KR 韓国, KW クウェート,
    KY ケイマン諸島, KZ カザフスタン, LA ラオス, LB レバノン, LC セントルシア, LI リヒテンシュタイン, LK スリランカ, LR リベリア, LS レソト,
    LT リトアニア, LU ルクセンブルク, LV ラトビア, LY リビア, MA モロッコ, MC モナコ, MD モルドバ, ME モンテネグロ, MF サン・マルタン,
    MG マダガスカル, MH マーシャル諸島, MK 北マケドニア, ML マリ, MM ミャンマー (ビルマ), MN モンゴル, MO マカオ, MP 北マリアナ諸島,
    MQ マルティニーク, MR モーリタニア, MS モントセラト, MT マルタ, MU モーリシャス, MV モルディブ, MW マラウイ, MX メキシコ, MY マレーシア,
    MZ モザンビーク, NA ナミビア, NC ニューカレドニア, NE ニジェール, NF ノーフォーク島, NG ナイジェリア, NI ニカラグア, NL オランダ,
    NO ノルウェー, NP ネパール, NR ナウル, NU ニウエ, NZ ニュージーランド, OM オマーン, PA パナマ, PE ペルー, PF 仏領ポリネシア,
    PG パプアニューギニア, PH フィリピン, PK パキスタン, PL ポーランド, PM サンピエール島・ミクロン島, PN ピトケアン諸島, PR プエルトリコ,
    PS パレスチナ, PT ポルトガル, PW パラオ, PY パラグアイ, QA カタール, RE レユニオン, RO ルーマニア, RS セルビア, RU ロシア,
    RW ルワンダ, SA サウジアラビア, SB ソロモン諸島, SC セーシェル, SD スーダン, SE スウェーデン, SG シンガポール, SH セントヘレナ,
    SI スロベニア, SJ スバールバル諸島・ヤンマイエン島, SK スロバキア, SL シエラレオネ, SM サンマリノ, SN セネガル, SO ソマリア, SR スリナム,
    SS 南スーダン, ST サントメ・プリンシペ, SV エルサルバドル, SX シント・マールテン, SY シリア, SZ エスワティニ, TC タークス・カイコス諸島,
    TD チャド, TF 仏領極南諸島, TG トーゴ, TH タイ, TJ タジキスタン, TK トケラウ, TL 東ティモール, TM トルクメニスタン, TN チュニジア,
    TO トンガ, TR トルコ, TT トリニダード・トバゴ, TV ツバル, TW 台湾, TZ タンザニア, UA ウクライナ, UG ウガンダ, UM 合衆国領有小離島,
    US アメリカ, UY ウルグアイ, UZ ウズベキスタン, VA バチカン市国, VC セントビンセント及びグレナディーン諸島, VE ベネズエラ, VG 英領ヴァージン諸島,
    VI 米領ヴァージン諸島, VN ベトナム, VU バヌアツ, WF ウォリス・フツナ, WS サモア, XK コソボ, YE イエメン, YT マヨット, ZA 南アフリカ,
    ZM ザンビア, ZW ジンバブエ
trends = 推移
compared-terms = 比較する語
compared-by = 比較の軸
term-to-add = 語、語句、名前
add-term = 追加
remove-term = { $term } を削除
names-to-compare = この結果に出てくる名前
rate = 1万語あたり { $rate }
fraction = { $whole }.{ $digits }
trend-point = { $term }、{ $place }：1万語あたり { $rate }
trend-peak = { $term }：最多は { $place }、1万語あたり { $rate }
trend-absent = { $term }：出現なし
trends-counted = 見出しと本文に出てくる回数（語の別の形を含む）、1万語あたり。
trends-names = 名前は言及された回数を数えます。
trends-names-once = ここでは名前は項目ごとに1回と数えます。
words = 語数
together = 同時に出る名前
network = ネットワーク
matrix = 行列
together-measure = 偶然よりも多く同じ項目に出てくる二つの名前を線で結んでいます。線が太いほど、両方を含む項目が多くなります。
together-summary = 名前{ $names }件と、その中で最も強い組{ $pairs }件。最も強いのは{ $strongest }
no-pairs = 偶然よりも多く同じ項目に出てくる名前の組はありません。
not-in-one-sentence = 同じ文にはない項目
all-pairs = すべての組
name = 名前
together-with = 相手
unit = 単位
scale-summary = { $first }から{ $last }まで、{ $count }件の数値
scale-sample = { $count }件の数値から大きさの順に均等に選んだ{ $shown }件を示しています。
no-figures = 数値のある項目はありません。
no-quotes = 発言のある項目はありません。
millions = { $number }00万
billions = { $number }0億
trillions = { $number }兆
no-stories = 同じ話題を伝える項目はありません。
other-items = その他の項目
all-stories = すべての話題
what-it-adds = 新しい内容
adds-nothing = 前の記事にない内容はありません。
reused-passages = 以前の記事と同じ箇所：{ NUMBER($count) }
named-first = ここで初めて出る名前
compare-with-previous = 前の記事と比べる
compare = 比較
compare-with = 相手
whole-story = 話題の全体
compared-sentences = 両方にある文：{ NUMBER($shared) }、ここだけの文（下線）：{ NUMBER($only) }
lists = 読書リスト
lists-help = 自分の順番で並べた記事のリストです。この端末から外に出ません。
lists-need-script = 読書リストはこの端末に保存されるため、JavaScriptが必要です。
since = 新着情報
since-needs-script = 前回の訪問時のページの内容はこの端末に記憶されるため、JavaScriptが必要です。
since-nothing = 前回の訪問以降、新着も更新もありません。
since-none-of-these = これらの項目には、前回の訪問（{ $date }）以降の新着も更新もありません。
since-summary = 前回の訪問（{ $date }）以降：新着 { NUMBER($added) } 件、更新 { NUMBER($changed) } 件。
since-help = このページは、前回の訪問時の内容をこの端末に記憶します。
new-items = 新着の項目
changed-items = 更新された項目
what-changed = 変更点
what-changed-in = 「{ $title }」の変更点
all-of-these = すべて表示
saved-searches = 保存した検索
saved-searches-help = 検索結果のうち新着または更新の件数です。検索はこの端末から外に出ません。
save-search = 検索 { $search } を保存
search-saved = 検索を保存しました。
search-removed = 検索を削除しました。
new-of-search = { NUMBER($total) } 件中、新着 { NUMBER($new) } 件
remove-search = 検索 { $search } を削除
most-searches = 保存できる検索は { NUMBER($count) } 件までです。
text-not-kept = 変更前にこの記事を開いていないため、以前の本文はこの端末にありません。
text-unchanged = 本文はすでに読んだものと同じです。
all-changes = すべての変更
title-before = 以前の題名：{ $title }
text-changed = 文：追加 { NUMBER($added) }、削除 { NUMBER($gone) }、変更 { NUMBER($reworded) }。
text-before = 変更前
text-now = 現在
new-list = 新しいリストの名前
create-list = 作成
list-exists = この名前のリストはすでにあります。
all-lists = すべてのリスト
no-such-list = この端末にこの名前のリストはありません。
list-is-empty = このリストにはまだ記事がありません。
add-results = この検索結果を追加
add-saved = 保存した記事を追加
added-to-list = 追加：{ NUMBER($count) }件
most-in-list = 1つのリストに入る記事は{ NUMBER($count) }件までです。
move-up = { $title } を上へ移動
move-down = { $title } を下へ移動
moved-in-list = { $title }：{ NUMBER($count) }件中{ NUMBER($number) }番目
removed-title = 削除しました：{ $title }
not-in-edition = 現在の版にはありません
rename-list = 名前を変更
name-of-list = リストの名前
delete-list = リストを削除
delete-list-for-good = 完全に削除
save-as-epub = EPUBで保存
save-results-as-epub = この検索結果をEPUBで保存
writing-book = 本を書き込んでいます…
book-saved = 本に入った記事：{ NUMBER($count) }件
book-lacks-pictures = 省かれた画像：{ NUMBER($count) }件
book-failed = 本を書き込めませんでした。
most-in-book = 本に入るのは最初の{ NUMBER($count) }件です。
print-list = リストを印刷


## 自分の記事のライブラリ

library = ライブラリ
library-help = 保存したページ、読書アプリのエクスポート、フィード、本、メール、メモなど、自分の記事をここで読めます。記事はこの端末から外に出ません。
drop-files = ファイルをドロップするとライブラリに追加されます
pasted-text = 貼り付けたテキスト
own-articles = 自分の記事
shared-articles = 共有
choose-files = ファイルを選ぶ
choose-folder = フォルダーを選ぶ
importing = ファイルを読み込んでいます…
import-progress = 読み込み済み: { $count }
import-waiting = 終わるのを待っているもの: { $count }
import-cancelled = キャンセルしました。
import-done = 記事: { $with-text }。本文のないリンク: { $without }。追加済み: { $known }。
import-problems = 読み込めなかったもの: { $count }
import-nothing = これらのファイルには、ここで読めるものがありません。
import-failed = ファイルを読み込めませんでした: { $reason }
first-articles = 最初の記事
open-collection = コレクションを開く
names-found = 名前、引用、数値が見つかりました。
names-show = 表示する
collection-renewing = このコレクションは別のバージョンのページで作られました。作り直しています。少しお待ちください…
collections = コレクション
collection-facts = 項目: { $count }、{ $size } MB、{ $date }
add-files-to = { $title } にファイルを追加
rename = 名前を変更
rename-collection = { $title } の名前を変更
title-of-collection = { $title } の新しい名前
collection-renamed = コレクションの名前は { $title } になりました。
export-collection = { $title } の記事を Markdown で書き出す
save-as-file = 1 つのファイルとして保存
save-collection-as-file = 1 つのファイルとして保存: { $title }
save-as-site = サイトとして保存
save-collection-as-site = サイトとして保存: { $title }
saving = ファイルを書き込んでいます…
remove-collection = { $title } を削除
remove-for-good = 完全に削除
remove-collection-for-good = { $title } を完全に削除
back-to-site = このサイトの記事に戻る
library-unsupported = このブラウザーではここに記事を保存できません。プライベートウィンドウでは禁止されていることがよくあります。
library-insecure = 記事を保存できるのは、https で始まる安全なアドレスだけです。
library-in-preview = このプレビューには記事を保存できません。公開されたサイトには保存できます。
file-keeps-no-articles = このファイルには自分の記事を保存できません。
open-site = 保存できるサイトを開く


## キーボードショートカット

keyboard-shortcuts = キーボードショートカット
key-search = 検索ボックスへ移動
key-clear = 検索ボックスを空にする（フォーカスがあるとき）
key-suggestions = 候補を開く（検索ボックスにフォーカスがあるとき）
key-next-result = 次の検索結果（検索結果ではPage Downも可）
key-previous-result = 前の検索結果（検索結果ではPage Upも可）
key-open = 検索結果を開く
key-next-hit = 記事内の次の一致箇所
key-previous-hit = 記事内の前の一致箇所
key-next-article = 検索結果内の次の記事
key-previous-article = 検索結果内の前の記事
key-save = 記事を保存、または保存済みから削除
key-theme = 次のテーマ
key-keys = この一覧を表示
single-keys-help = 音声入力を使う場合や、ほかのキー操作と競合する場合は、オフにしてください。
close = 閉じる


## プログラムの外: スクリプト

something-went-wrong = 問題が発生しました
program-stopped = プログラムのエラーにより、このページは停止しました。再読み込みすると続けられます。再び停止する場合は、そのときの操作を運営者にお知らせください。
needs-webassembly = このページにはWebAssemblyが必要ですが、このブラウザーは対応していないか、無効にしています。最新のブラウザーであれば対応しています。
no-script = JavaScriptが無効になっています。そのままですべて読めますが、検索と絞り込みにはJavaScriptが必要です。
load-failed = 読み込めませんでした。接続を確認して、もう一度お試しください。
copied = コピーしました
copy-refused = ブラウザーがコピーを許可しませんでした
copy = コピー
copy-citation = { $style }をコピー
hit-of = 一致{ $hits }件中{ $hit }件目

suggested-name = 名前
suggested-article = 記事
suggested-search = 最近の検索
clear-recent-searches = 最近の検索を消去

new-edition = このページの新しい版があります。
new-edition-show = 表示
new-edition-later = 後で
new = 新着
changed = 更新
changes-found = 前回の訪問以降：新着 { NUMBER($added) } 件、更新 { NUMBER($changed) } 件。
changes-show = 表示する

keep-offline = オフライン用に保存、{ $size } MB
keeping-offline = オフライン用に保存中…
cancel = キャンセル
kept-offline = オフライン用に保存済み
offline-removed = オフライン用の保存を削除しました
offline-no-space = この端末には保存できる空き容量がありません。


## 公開されるページ

all-headlines = すべての見出し
described = { $count }件の記事を検索し、絞り込み、読むことができます。
