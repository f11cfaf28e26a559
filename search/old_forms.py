"""Old forms of characters (旧字体), and variants met in names, as the forms of today.

Into the searched text only: 邊 and 辺 are two characters, and what is shown keeps its own. Codes of
one and the same character (髙, ⻑) are folded by `common.text.fold` already.
"""

_OLD = (
    "亞圓緣應櫻奧橫歐假價畫會繪壞懷擴覺學樂觀關歸氣龜僞戲舊據擧狹曉區勳惠溪經螢輕繼鷄藝缺儉劍"
    "圈檢權獻縣險顯驗嚴效廣恆黃國黑濟碎齋劑雜產參棧蠶贊殘絲齒兒辭濕實寫舍釋收從澁獸縱肅處敍將"
    "燒稱證乘剩壤孃條淨狀疊穰讓釀觸囑眞晉寢愼盡圖粹醉隨髓數樞聲靜齊攝竊專戰淺潛纖錢踐禪雙壯搜"
    "插爭總聰莊裝騷增藏臟屬續墮體對帶滯臺瀧擇澤單擔團斷彈遲晝蟲鑄廳聽鎭遞鐵轉點傳黨盜燈當鬪德"
    "獨讀屆繩貳惱腦廢拜賣麥發髮拔蠻祕濱甁拂佛邊變辨瓣辯舖步穗寶豐沒飜每萬滿默彌藥譯豫餘與搖樣"
    "謠來賴亂覽龍兩獵綠壘禮勵靈齡戀爐勞樓錄灣"
)
_NEW = (
    "亜円縁応桜奥横欧仮価画会絵壊懐拡覚学楽観関帰気亀偽戯旧拠挙狭暁区勲恵渓経蛍軽継鶏芸欠倹剣"
    "圏検権献県険顕験厳効広恒黄国黒済砕斎剤雑産参桟蚕賛残糸歯児辞湿実写舎釈収従渋獣縦粛処叙将"
    "焼称証乗剰壌嬢条浄状畳穣譲醸触嘱真晋寝慎尽図粋酔随髄数枢声静斉摂窃専戦浅潜繊銭践禅双壮捜"
    "挿争総聡荘装騒増蔵臓属続堕体対帯滞台滝択沢単担団断弾遅昼虫鋳庁聴鎮逓鉄転点伝党盗灯当闘徳"
    "独読届縄弐悩脳廃拝売麦発髪抜蛮秘浜瓶払仏辺変弁弁弁舗歩穂宝豊没翻毎万満黙弥薬訳予余与揺様"
    "謡来頼乱覧竜両猟緑塁礼励霊齢恋炉労楼録湾"
)
# Variants that writers of names of places and people use for one another.
_VARIANTS = "邉嶋嶌舘埜峯淵檜蘂嵜冨瀨礪驒檮俱藪鰺淸戶內吳鄕靑敎栁桒嶽巖壽榮鹽鷗"
_COMMON = "辺島島館野峰渕桧蕊崎富瀬砺騨梼倶薮鯵清戸内呉郷青教柳桑岳巌寿栄塩鴎"

FORMS = str.maketrans(
    dict(zip(_OLD, _NEW, strict=True)) | dict(zip(_VARIANTS, _COMMON, strict=True))
)
