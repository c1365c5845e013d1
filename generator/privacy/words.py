"""The words by which personal matters are told in Chinese notices."""

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁"
    "任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴"
    "莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯"
    "纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉"
    "缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇"
    "桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
"""The commonest surnames of one character."""

SURNAMES_OF_TWO = frozenset(
    [
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "司徒",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "夏侯",
        "端木",
        "南宫",
    ]
)

RESIDENT_TITLES = (
    "阿姨|阿婆|阿公|爷叔|老伯|伯伯|大伯|大爷|大妈|大娘|大嫂|大叔|爷爷|奶奶|婆婆|公公|外婆|外公|老太太|老太|"
    "老先生|先生|女士|小姐|同学|小朋友|师母"
)
"""How residents are addressed; somebody who is named by an office (李医生, 王书记) acts in it."""

MATTERS = (
    "独居|孤老|空巢|低保|低收入|特困|困难家庭|困难户|贫困|五保|残疾|残障|肢残|盲人|聋哑|失能|失智|失独|"
    "精神病|精神障碍|患病|患有|重病|大病|绝症|癌|肿瘤|中风|瘫痪|尿毒症|透析|艾滋|乙肝|肝炎|结核|抑郁|痴呆|"
    "阿尔茨海默|帕金森|矫正|刑满|释放|吸毒|戒毒|服刑|上访|信访户|欠费|欠缴|失信|离婚|家暴|流产|怀孕"
)
"""Health, hardship, and what else nobody should read of a neighbour on a notice board."""

LIST_NAMES = "姓名|名字|户主|业主|老人|居民|住户|人员|家长|学生|志愿者|联系人"
"""Heads of columns that name people."""

LIST_MATTERS = (
    "电话|手机|号码|联系方式|地址|住址|门牌|房号|室号|楼室|单元|年龄|岁数|出生|生日|性别|身份证|证件|健康|"
    "疾病|病情|病史|残疾|残障|低保|困难|补助|救助|婚姻|工作单位|备注情况"
)
"""Heads of columns that say what is nobody's business."""

LIST_FILES = "名单|名册|花名册|通讯录|登记表|住户表|业主表|台账|人员表"
"""What files are called that list people."""

OFFICES = (
    "居委|街道|办公|中心|服务|活动|会议|接待|值班|物业|党群|社区(?!矫正)|社保|派出所|警务|医院|诊所|学校|图书|阅览|"
    "棋牌|多功能|大厅|窗口|受理|咨询|办理|领取|报名|登记|缴费|集合|教室|老年|驿站|食堂|商铺|门市"
)
"""Beside one of these a room is somewhere to go to, and no home."""

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
"""With one of these a licence number begins."""
