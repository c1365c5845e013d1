"""How much of a text is Chinese as people write it, which tells a right reading from a senseless.

GB18030 and Big5 give each other's bytes a meaning, though a senseless one. The characters that
everybody writes all the time are then missing.
"""

import unicodedata

_FAMILIAR = frozenset(
    # The most frequent characters of plain Chinese, and those of notice boards.
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对"
    "可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同"
    "三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定"
    "女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化"
    "由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应"
    "路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许"
    "八特觉望直服毛林题建南度统色字请爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花"
    "快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程"
    "告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委"
    "早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴切号居街小区"
    "楼栋停电话通知标题时间地点类别联系撤下发布活动服务公示招募议题回顾队伍范围值班室费免午晚周星期末"
    "編號標題時間點類別聯繫發佈發布撤下活動服務議題回顧隊伍範圍電話樓棟區會員來們個這為國說對過還開後"
    "學門問見長東車馬風雲書報紙業從當無與並請週點鐘兩場給樣實現經將進關體發應該種聲處總義氣讓認語論"
    "變運達辦黨導師戶歡迎參加時候親鄉鄰裡鎮廣費證辦圖號協"
)


def familiarity(text: str) -> float:
    """Return which share of the characters outside ASCII's letters is familiar Han.

    Punctuation of Chinese text is left out; kana, Greek and the like count against a reading.
    """
    foreign = [c for c in text if unicodedata.category(c)[0] == "L" and not c.isascii()]
    han = sum(c in _FAMILIAR for c in foreign)
    return han / len(foreign) if foreign else 0.0
