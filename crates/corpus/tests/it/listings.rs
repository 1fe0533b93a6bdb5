//! Listings of the kinds that people drop in, each with what a reader would take its lines for.

use crate::script::check;

#[test]
fn one_label_repeated() {
    check(
        "# Harbours
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Harbours
         = Ferry Company Refuses to Pay for Deeper Water
         P
         P
         P",
    );
}

#[test]
fn several_labels_each_repeated() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Energy Transition
         = Pipes Promised for the Old Town Before the Winter
         P
         p
         P
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         P
         P
         # Energy Transition
         = Heating Bills Fall While Complaints Keep Rising
         P
         P",
    );
}

#[test]
fn a_label_used_only_once_among_repeated_ones() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Letters to Us
         = Who Counted the Boats That Never Came Back to the Quay
         P
         P
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         P
         P",
    );
}

#[test]
fn every_label_used_only_once() {
    check(
        "# World
         = Capital Promises an Answer on Harbours Before Summer
         P
         P
         # Business
         = Cannery Owners Say They Could Live With a Harbour Fee
         P
         P
         # Sports
         = Rowers Train at Night as the Channel Gets Too Busy
         P
         P",
    );
}

#[test]
fn uncommon_labels_used_only_once() {
    check(
        "# Quays and Piers
         = Capital Promises an Answer on Harbours Before Summer
         P
         P
         # Nets
         = Menders on the Eastern Quay Keep Count of Lost Boats
         P
         P
         # Island Living
         = Why Sixty Households Slept Better After the Change
         P
         P",
    );
}

#[test]
fn headings_in_bodies() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## Three Plans on the Table
         P
         P
         ## What the Board Wants
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         ## A Matter of Tonnage
         P",
    );
}

#[test]
fn the_same_heading_in_every_article() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## Background
         P
         ## What Comes Next
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         ## Background
         P
         ## What Comes Next
         P
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         P
         ## Background
         P",
    );
}

#[test]
fn a_heading_ends_an_article() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         ## Further Dates
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         ## A Last Word
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         P",
    );
}

#[test]
fn a_heading_ends_an_article_before_a_label_used_once() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         ## Further Dates
         # Economy
         = Cannery Owners Say They Could Live With a Harbour Fee
         P
         P",
    );
}

#[test]
fn standfirsts_without_a_full_stop() {
    check(
        "# Coast
         = Dredging Vote Put Off Again
         ~ Third Meeting in a Month Ends Without Agreement on Who Pays
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         # Coast
         = Net Menders Remember the Storm
         ~ Half of the boats were sold to buyers from the south, and the quay has not been the same since
         P
         P",
    );
}

#[test]
fn a_standfirst_in_an_article_whose_label_is_used_once() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Economy
         = Cannery Owners Could Live With a Harbour Fee
         ~ After years in court, a moderate price for deeper water seems fair to them
         P
         P",
    );
}

#[test]
fn a_long_standfirst_that_ends_in_a_full_stop() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills
         ~ The board has met three times in a month, and each time it has parted without a decision.
         P
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         P
         P",
    );
}

#[test]
fn a_short_first_paragraph_is_no_standfirst() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         . It began with a whisper on the quay.
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         . “We draw too little water to matter,” its captain said.
         P
         P",
    );
}

#[test]
fn a_heading_right_under_a_title() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         ## Overview
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         ~ Its boats draw too little water to matter, the owners argue in a letter
         ## The Letter
         P
         P",
    );
}

#[test]
fn titles_that_end_in_question_and_exclamation_marks() {
    check(
        "# Coast
         = Who Pays for the Sand?
         P
         P
         # Coast
         = Enough Talk, Start Digging!
         P
         P
         # Coast
         = Is a Loan the Answer? Nobody Knows
         P",
    );
}

#[test]
fn titles_with_colons_numbers_and_abbreviations() {
    check(
        "# Coast
         = Board: No Vote Before June
         P
         # Coast
         = 40,000 Crowns a Day: What Waiting Costs
         P
         # Coast
         = 9 Weeks That Changed the Port, From A to Z
         P
         # Coast
         = Freighters Wait for Tide in the U.S.
         P
         # Coast
         = Report Says 3.5 Metres Is Enough
         P",
    );
}

#[test]
fn a_title_that_is_a_sentence() {
    check(
        "# Coast
         = Boats get stuck. Tides can help them out.
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         P
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         P
         P",
    );
}

#[test]
fn a_title_in_quotation_marks() {
    check(
        "# Coast
         = “We Draw Too Little Water to Matter”
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         P
         # Coast
         = ‘Enough’: How One Captain Lost His Patience
         P
         P",
    );
}

#[test]
fn short_titles_under_a_repeated_label() {
    check(
        "# Coast
         = No Vote Yet
         P
         P
         # Coast
         = Sand
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn one_article() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         P",
    );
}

#[test]
fn one_article_with_everything() {
    check(
        "# Coast
         = Dredging Vote Put Off Again
         ~ Third Meeting in a Month Ends Without Agreement on Who Pays
         P
         ## Three Plans on the Table
         P
         p
         . “Enough,” he said.
         ## Where the Sand Goes
         P",
    );
}

#[test]
fn a_title_without_a_label() {
    check(
        "#? Articles
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         ## Three Plans on the Table
         P",
    );
}

#[test]
fn quotations_on_lines_of_their_own() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . “Enough.”
         . “We have talked”
         . “No more,” she said
         . \"They never came back\"
         . «Nous verrons»
         . „Wir warten“
         P
         ## What They Mean
         . “Never again”
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn a_heading_that_opens_with_a_quoted_word() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## “Deep Water” and Its Price
         P
         ## ‘Never Again’ in the Fishing Quarter
         P",
    );
}

#[test]
fn very_short_paragraphs_beside_headings() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . Not yet.
         ## Why It Matters
         . It does.
         P
         ## Who Decides
         p
         ## When
         . Soon.
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         p
         P",
    );
}

#[test]
fn questions_as_headings() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## What Happens Next?
         P
         ## Could the Sand Come Back?
         P
         P",
    );
}

#[test]
fn paragraphs_with_unusual_ends() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . The board heard from three people that evening, and each of them said something else:
         . The chair closed the meeting with a joke (nobody laughed.)
         . And then the lights went out…
         . He called it “a moderate fee.”
         . A metre less water than five years ago.[3]
         . She asked the question that all had waited for: “Who pays for it?”
         . The sand, the current, the stone, the fee,
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn two_headings_in_a_row() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## The Plans
         ## Moving the Sand
         P
         ## Building a Breakwater
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn a_list_without_bullets_after_a_colon() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . The engineers asked for four things before they would begin:
         . A barge
         . Two cranes
         . Local stone
         . A dry summer
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn a_list_with_bullets() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . The engineers drew up these plans:
         . - Moving the sand up the coast
         . - A breakwater from local stone
         . • Waiting
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn bylines_and_dates() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         by Ada Okonkwo
         on 11:00 AM PDT • May 16, 2024
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         ~ Its boats draw too little water to matter, the owners argue
         by Ada Okonkwo and Bo van Dam
         on Published 16 May 2024
         P
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         name Lise Aalto
         on 2024-05-16
         P
         # Coast
         = Why Sixty Households Slept Better After the Change
         on Thursday, 16 May 2024, 09:30
         P
         # Coast
         = Rowers Train at Night as the Channel Gets Too Busy
         on 3 hours ago
         P",
    );
}

#[test]
fn a_date_in_a_body_is_text() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . 16 May 2024
         P
         . By Ada Okonkwo
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn a_menu_above_the_text() {
    check(
        "x Home
         x News
         x Sport
         x Weather
         x Log in
         # Economy
         = Cannery Owners Say They Could Live With a Harbour Fee
         P
         P
         ## A Moderate Fee
         P",
    );
}

#[test]
fn a_menu_that_holds_the_label() {
    check(
        "x Home
         x Coast
         x Energy
         x Economy
         x About Us
         # Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         # Energy
         = Pipes Promised for the Old Town Before the Winter
         P",
    );
}

#[test]
fn breadcrumbs_above_the_text() {
    let corpus = crate::script::parse_listing(
        "- Home\n- News\n- Coast News\n- Dredging vote put off again as the channel fills with sand\nTrending\n\
         The board met for the third time in a month to settle who pays, and again it parted without a vote.\n\
         Nobody disputes that the channel is filling, and two freighters have waited outside for a full day.\n",
    );
    let [article] = &corpus.articles[..] else { panic!("{corpus:#?}") };
    assert_eq!(article.section, "Coast News");
    assert_eq!(article.title, "Dredging vote put off again as the channel fills with sand");
    assert_eq!(article.body.len(), 3);
    assert!(corpus.diagnostics[0].message.contains("“Home”, “News”"), "{:?}", corpus.diagnostics);
}

#[test]
fn bullets_above_the_text_are_text() {
    check(
        "#? Articles
         =? Half of the boats were sold
         . - Half of the boats were sold.
         . - The families on the quay have not forgotten it.
         P
         P",
    );
}

#[test]
fn author_and_date_on_one_line() {
    let article = |line: &str| {
        let text = format!(
            "Coast\nDredging Vote Put Off Again as Channel Fills With Sand\n{line}\n\
             The board met for the third time in a month to settle who pays, and again it parted without a vote.\n"
        );
        crate::script::parse_listing(&text).articles.remove(0)
    };
    for (line, author, date) in [
        ("By Ada Okonkwo, May 16, 2024", "Ada Okonkwo", "May 16, 2024"),
        ("By Ada Okonkwo on 16 May 2024", "Ada Okonkwo", "16 May 2024"),
        ("By Ada Okonkwo | 16 May 2024", "Ada Okonkwo", "16 May 2024"),
        ("Ada Okonkwo • 3 hours ago", "Ada Okonkwo", "3 hours ago"),
        ("Ada Okonkwo · 16 May 2024 · 5 min read", "Ada Okonkwo", "16 May 2024"),
        ("by Ada Okonkwo - 2024-05-16", "Ada Okonkwo", "2024-05-16"),
    ] {
        let article = article(line);
        assert_eq!(article.author.as_deref(), Some(author), "{line}");
        assert_eq!(article.date.as_deref(), Some(date), "{line}");
        assert_eq!(article.body.len(), 1, "{line}");
    }
}

#[test]
fn a_footer_below_the_teasers() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         - Coast | 2 months ago | Net Menders Remember the Storm That Closed the Port
         x About Us
         x Privacy and Cookies
         x © 2024 Harbour Papers. All rights reserved.",
    );
}

#[test]
fn a_question_that_is_no_heading() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## Three Plans on the Table
         P
         . And who pays for all of this?
         P
         ## What the Board Wants
         P",
    );
}

#[test]
fn labels_that_look_odd() {
    check(
        "# U.S.
         = Freighters Wait for the Tide Off the Eastern Coast
         P
         # Did You Know?
         = Nine Weeks Without a Ship Changed the Port for Good
         P
         # U.S.
         = Capital Promises an Answer on Harbours Before Summer
         P
         # Did You Know?
         = The Old Pier Was Built From the Stones of a Church
         P
         # 2024 Elections
         = Mayor Speaks in Favour of a Loan for the Harbour
         P
         # 2024 Elections
         = Bank Would Listen, It Lets It Be Known
         P",
    );
}

#[test]
fn labels_in_small_letters() {
    check(
        "# coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . and so it ended
         # island living
         = Why Sixty Households Slept Better After the Change
         P
         # coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         # island living
         = Five Hours on Foot Along the Old Pier and Back
         P",
    );
}

#[test]
fn a_date_between_label_and_title() {
    let text = "Coast\n16 May 2024\nDredging Vote Put Off Again as Channel Fills With Sand\n\
                The board met for the third time in a month to settle who pays, and again it parted.\n\
                Coast\n17 May 2024\nFerry Company Refuses to Pay for Deeper Water\n\
                Its boats draw too little water to matter, the owners argue in a letter to the board.\n";
    let corpus = crate::script::parse_listing(text);
    let found: Vec<_> =
        corpus.articles.iter().map(|a| (&*a.section, a.date.as_deref(), a.body.len())).collect();
    assert_eq!(found, [("Coast", Some("16 May 2024"), 1), ("Coast", Some("17 May 2024"), 1)]);
}

#[test]
fn short_standfirsts_under_short_titles() {
    check(
        "# Opinion
         = The Case for Boring Ports
         ~ Excitement is overrated
         P
         P
         # Opinion
         = Who Counted the Boats That Never Came Back to the Quay
         ## What We Know
         P",
    );
}

#[test]
fn a_menu_of_the_labels_themselves() {
    check(
        "x World
         x Coast
         x Sports
         # World
         = Capital Promises an Answer on Harbours Before Summer
         P
         # Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         # Sports
         = Rowers Train at Night as the Channel Gets Too Busy
         P",
    );
}

#[test]
fn text_without_a_title() {
    check(
        "#? Articles
         =? The harbour board met for the third time in a month to settle who pays for the…
         P
         P
         ## Three plans
         P",
    );
}

#[test]
fn only_teasers() {
    check(
        "- Coast | 2 months ago | Dredging Vote Put Off Again as Channel Fills
         - Top stories | 3 weeks ago | Ferry Company Refuses to Pay
         - Top stories | 11 hours ago | Who Pays for the Sand?
         -- -",
    );
}

#[test]
fn teasers_after_articles() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         - Coast | 2 months ago | Net Menders Remember the Storm That Closed the Port
         - Top stories | 1 year ago | Who Pays for the Sand?
         - Energy | 5 minutes ago | Report: 3.5 Metres Is Enough
         - Election 2024 | 1 month ago | Mayor Speaks in Favour of a Loan
         - Election 2024 | 10 months ago | Bank Would Listen, It Lets It Be Known",
    );
}

#[test]
fn articles_after_teasers() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         - Coast | 2 months ago | Net Menders Remember the Storm That Closed the Port
         - Top stories | 1 year ago | Who Pays for the Sand?
         # Energy
         = Pipes Promised for the Old Town Before the Winter
         P
         P",
    );
}

#[test]
fn the_sections_of_teasers_are_labels_too() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Quayside Walks
         = Five Hours on Foot
         P
         P
         - Quayside Walks | 2 months ago | Along the Old Pier and Back",
    );
}

#[test]
fn teasers_in_the_middle_of_an_article() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         - Coast | 2 months ago | Net Menders Remember the Storm That Closed the Port
         P
         ## Three Plans on the Table
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn an_article_repeated_is_kept_once_and_told() {
    let article = "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         . The board met for the third time in a month to settle who pays, and again it parted without a vote.
         . Nobody disputes that the channel is filling.
         # Energy
         = Pipes Promised for the Old Town Before the Winter
         . A study by the university followed sixty households through the change, and most of them slept better.
         ";
    let twice = crate::script::listing(article).repeat(2);
    let corpus = crate::script::parse_listing(&twice);
    assert_eq!(corpus.articles.len(), 2);
    let told: Vec<_> = corpus.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "listing.txt:8: note: The article “Dredging Vote Put Off Again as Channel Fills With Sand” (Coast) stands here and at \
             listing.txt:1; it is kept once, from there.",
            "listing.txt:12: note: The article “Pipes Promised for the Old Town Before the Winter” (Energy) stands here and at \
             listing.txt:5; it is kept once, from there.",
        ]
    );
}

#[test]
fn chinese() {
    check(
        "# 国际
         = 港务委员会第三次开会仍未就疏浚费用达成一致
         . 港务委员会本月第三次开会讨论由谁支付疏浚费用，结果再次没有投票就散会了。来自渔业区的委员希望按吨位分摊费用，而渡轮公司认为其船只吃水太浅，无关紧要。
         ## 三个方案
         . 镇政府聘请的工程师拟定了三个方案。最便宜的是把沙子移到海岸上游几百米处，而最贵的方案是用当地石料修建新的防波堤。
         . “够了。”
         # 国际
         = 渡轮公司拒绝为更深的水道付费
         . 没有人怀疑航道正在淤塞。春季的测量显示，低潮时的水深比五年前少了一米。
         # 经济
         = 罐头厂老板表示可以接受港口费
         . 选举之后气氛发生了变化。新市长支持贷款，银行也表示愿意听取意见，就连曾在法庭上反对每一个方案的罐头厂老板也松了口。",
    );
}

#[test]
fn japanese() {
    check(
        "# 経済
         = 港の浚渫費用、三度目の会議でも決まらず
         ~ 漁業者と渡船会社の主張は平行線のまま
         . 港湾委員会は今月三度目の会合を開き、浚渫の費用を誰が負担するかを話し合ったが、採決に至らないまま散会した。漁業地区の委員はトン数に応じた負担を求めている。
         ## 三つの案
         . 技術者たちは三つの案をまとめた。最も安い案は砂を海岸沿いに数百メートル移すもので、十年以内に海流が砂を戻す可能性が高い。
         # 経済
         = 渡船会社、水深確保の負担を拒否
         . 水路が埋まりつつあることを疑う者はいない。春の測量では、干潮時の水深が五年前より一メートル浅くなっていた。",
    );
}

#[test]
fn arabic() {
    check(
        "# اقتصاد
         = مجلس الميناء يؤجل التصويت على تعميق القناة مرة أخرى
         . اجتمع مجلس الميناء للمرة الثالثة خلال شهر لتحديد من سيدفع تكاليف التعميق، ثم انفض من جديد دون تصويت. يريد أعضاء حي الصيادين تقاسم التكلفة بحسب الحمولة.
         ## ثلاث خطط على الطاولة
         . وضع المهندسون ثلاث خطط، أرخصها نقل الرمال بضع مئات من الأمتار على طول الساحل، وأغلاها بناء حاجز جديد من الحجر المحلي.
         ## من يدفع الثمن؟
         . لا أحد ينكر أن القناة تمتلئ بالرمال.
         # اقتصاد
         = شركة العبارات ترفض دفع ثمن المياه العميقة
         . تقول الشركة إن قواربها لا تحتاج إلى مياه عميقة، وإنها لن تدفع أكثر مما تدفعه الآن في أي حال من الأحوال.",
    );
}

#[test]
fn hindi() {
    check(
        "# अर्थव्यवस्था
         = बंदरगाह बोर्ड ने तीसरी बार मतदान टाला
         . बंदरगाह बोर्ड इस महीने तीसरी बार मिला ताकि यह तय हो सके कि गाद निकालने का खर्च कौन उठाएगा, लेकिन फिर बिना मतदान के उठ गया। मछुआरे चाहते हैं कि खर्च भार के हिसाब से बँटे।
         ## तीन योजनाएँ
         . इंजीनियरों ने तीन योजनाएँ बनाईं। सबसे सस्ती योजना रेत को तट के साथ कुछ सौ मीटर आगे ले जाने की है।
         # अर्थव्यवस्था
         = नौका कंपनी ने गहरे पानी का खर्च देने से इनकार किया
         . कंपनी का कहना है कि उसकी नावों को इतने गहरे पानी की ज़रूरत नहीं है और वह अधिक पैसा नहीं देगी।",
    );
}

#[test]
fn greek() {
    check(
        "# Οικονομία
         = Το λιμάνι αναβάλλει ξανά την ψηφοφορία για τη βυθοκόρηση
         . Το συμβούλιο του λιμανιού συνεδρίασε για τρίτη φορά μέσα στον μήνα για να αποφασίσει ποιος θα πληρώσει, και πάλι διαλύθηκε χωρίς ψηφοφορία.
         ## Ποιος θα πληρώσει;
         . Κανείς δεν αμφισβητεί ότι το κανάλι γεμίζει με άμμο, και οι μετρήσεις της άνοιξης το δείχνουν καθαρά.
         # Οικονομία
         = Η εταιρεία των πλοίων αρνείται να πληρώσει για βαθύτερα νερά
         . Τα πλοία της, λέει, δεν χρειάζονται τόσο βάθος και δεν θα πληρώσει περισσότερα από όσα πληρώνει σήμερα.",
    );
}

#[test]
fn russian_in_sentence_case() {
    check(
        "# Экономика
         = Портовый совет снова отложил голосование о дноуглублении
         . Портовый совет в третий раз за месяц собрался, чтобы решить, кто заплатит за углубление канала, и снова разошёлся без голосования.
         ## Три плана
         . Инженеры составили три плана. Самый дешёвый — переместить песок на несколько сотен метров вдоль берега.
         ## Кто заплатит?
         . Никто не спорит с тем, что канал мелеет.
         # Экономика
         = Паромная компания отказалась платить за глубокую воду
         . Её судам, утверждают владельцы, хватает и нынешней глубины, а платить больше они не намерены ни при каких условиях.",
    );
}

#[test]
fn german_in_sentence_case() {
    check(
        "# Wirtschaft
         = Hafenrat vertagt die Abstimmung über das Ausbaggern erneut
         ~ Auch nach der dritten Sitzung in einem Monat weiß niemand, wer bezahlt
         P
         ## Drei Pläne liegen auf dem Tisch
         P
         . „Genug geredet“, sagte der Vorsitzende.
         # Wirtschaft
         = Fährgesellschaft will nicht für tieferes Wasser zahlen
         P
         # Kultur
         = Rudern bei Nacht: warum der Verein die Kanäle liebt
         P
         P",
    );
}

#[test]
fn labels_in_capitals() {
    check(
        "# COAST
         = Dredging vote put off again as channel fills with sand
         P
         P
         # ISLAND LIVING
         = Why sixty households slept better
         P
         P",
    );
}

#[test]
fn titles_over_nothing() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         P
         -- -",
    );
}

#[test]
fn rules_between_articles() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         -- ***
         # Energy
         = Pipes Promised for the Old Town Before the Winter
         P
         -- ———
         # Economy
         = Cannery Owners Say They Could Live With a Harbour Fee
         P",
    );
}

#[test]
fn a_label_that_is_also_a_heading() {
    check(
        "# Energy
         = Pipes Promised for the Old Town Before the Winter
         P
         # Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## Energy
         P
         # Energy
         = Heating Bills Fall While Complaints Keep Rising
         P",
    );
}

#[test]
fn an_article_of_short_sentences() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         p
         p
         p
         ## The Night Before
         p
         p
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         p
         p
         p",
    );
}

#[test]
fn long_titles_and_standfirsts() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand, and What the Fishing Quarter, the Ferry Company and the Cannery Now Want
         ~ A third meeting in a month has ended without agreement, while two freighters wait outside for water that is deep enough, at a cost their owners put at forty thousand crowns a day
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn a_paragraph_that_lost_its_full_stop() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . Together these plans can keep the port open, support the families on the quay and leave the town with a little less debt than before CD
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn pictures_and_buttons_stay_text() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . Image credits: Ada Okonkwo
         P
         . Advertisement
         P
         . Read more
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}
