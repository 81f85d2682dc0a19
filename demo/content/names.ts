import type { Random } from './random.ts'

export type Gender = 'female' | 'male'

/**
 * Surnames with rough shares per thousand: the national order, with the names that are at home
 * around Nantong (顾 陆 施 曹 季 丁 瞿 保 …) moved up to where a local roster has them.
 */
const surnames: readonly (readonly [string, number])[] = [
  ...weigh(62, '王张陈'),
  ...weigh(44, '李徐吴'),
  ...weigh(36, '顾陆周朱刘'),
  ...weigh(28, '黄杨曹施孙'),
  ...weigh(20, '沈季丁钱赵袁'),
  ...weigh(13, '瞿倪姜葛马胡严蔡薛成'),
  ...weigh(8, '龚汤冯高何郭姚邵管许潘陶'),
  ...weigh(5, '保茅缪邢尤殷卢宋唐罗林范'),
  ...weigh(2, '景吉单羌冒镇易凌戴于喻符印'),
]

function weigh(weight: number, characters: string): (readonly [string, number])[] {
  return [...characters].map((character) => [character, weight] as const)
}

/** Given names as a generation gave them: whole, or a first character with a second. */
type Fashion = {
  whole: readonly string[]
  first: string
  second: string
  /** How many in a hundred bear a name from the whole ones. */
  wholeShare: number
}

const words = (text: string) => text.split(' ')

const fashions: readonly { bornBefore: number; female: Fashion; male: Fashion }[] = [
  {
    bornBefore: 1950,
    female: {
      whole: words(
        '秀英 桂英 兰英 玉兰 桂兰 秀兰 凤英 素珍 玉珍 巧云 惠芳 桂珍 凤珍 素英 兰芳 月英 秀珍 锦英 翠英 金娣',
      ),
      first: '秀桂玉凤素兰月锦翠惠巧',
      second: '英珍芳琴娣云华芬',
      wholeShare: 45,
    },
    male: {
      whole: words('宝林 金生 汉文 士林 学礼 长根 锦堂 庆余 炳生 桂林 鸿才 志贤 广才 松年 万全'),
      first: '德福宝锦汉兆学庆长炳士鸿广松',
      second: '林生才祥明根华山泉余元贤',
      wholeShare: 20,
    },
  },
  {
    bornBefore: 1960,
    female: {
      whole: words(
        '秀珍 玉梅 桂芳 建芳 兰芳 美华 国珍 惠英 秀芳 玉芳 桂萍 亚珍 淑芳 淑英 月琴 美珍 玉琴 彩云',
      ),
      first: '秀玉桂美惠淑国亚月建彩',
      second: '珍芳琴萍英华兰梅',
      wholeShare: 40,
    },
    male: {
      whole: words('建国 国庆 卫国 志明 建华 金龙 国平 汉忠 永康 和平 少华 锦华 国祥 新民 立新'),
      first: '国建志永金汉锦少正新善',
      second: '华明祥平忠林康良清才',
      wholeShare: 25,
    },
  },
  {
    bornBefore: 1970,
    female: {
      whole: words(
        '建红 亚萍 卫红 秀梅 美兰 玉华 海燕 丽华 红梅 建英 建萍 小红 美芳 爱华 爱萍 志红 春兰 红英 慧芳 兰',
      ),
      first: '建亚美丽红玉爱春慧志秀',
      second: '萍芳华梅英琴兰红云',
      wholeShare: 40,
    },
    male: {
      whole: words(
        '卫东 建军 建明 建平 国平 志强 永明 建新 红兵 跃进 卫平 建忠 建东 志华 卫星 军 平 建林',
      ),
      first: '建国志永卫新红晓正海',
      second: '平明东忠林华新军兵良',
      wholeShare: 35,
    },
  },
  {
    bornBefore: 1980,
    female: {
      whole: words(
        '丽 燕 梅 敏 静 红梅 晓燕 海燕 丽娟 春燕 红霞 小燕 晓红 丽萍 雪梅 海霞 亚琴 红 萍 娟 琴 霞 雪芹',
      ),
      first: '晓小海丽春雪亚红建燕',
      second: '燕红梅霞萍琴娟芳丽云',
      wholeShare: 55,
    },
    male: {
      whole: words(
        '军 勇 伟 斌 锋 峰 海峰 晓东 建峰 志勇 海兵 晓军 春华 永军 辉 兵 华 刚 建 志刚 小军 海东',
      ),
      first: '晓海建志永春小国新',
      second: '峰东军华兵勇辉林明平',
      wholeShare: 50,
    },
  },
  {
    bornBefore: 1990,
    female: {
      whole: words(
        '娟 婷婷 晶晶 丹 倩 莉莉 佳 晓慧 婷 静 莉 燕 燕燕 丹丹 晓丹 玲玲 海燕 晓静 璐 蕾 颖 媛 琳琳',
      ),
      first: '晓海佳雪丽亚春梦',
      second: '婷静莉慧丹燕蓉娟倩',
      wholeShare: 60,
    },
    male: {
      whole: words(
        '伟 磊 鹏 杰 浩 超 亮 晓峰 海波 波 飞 鑫 涛 健 俊 海涛 晓亮 建伟 志鹏 俊杰 鹏飞 凯 翔宇',
      ),
      first: '晓海志建俊小永佳',
      second: '峰亮波飞鹏伟磊明东',
      wholeShare: 60,
    },
  },
  {
    bornBefore: 2000,
    female: {
      whole: words(
        '佳 悦 思雨 雪 梦婷 欣 雨婷 佳慧 梦洁 雅婷 晨 诗雨 佳雯 雨晴 文静 颖 雪婷 婉婷 璐瑶 怡 雯',
      ),
      first: '佳雨梦思雅嘉晓诗心',
      second: '婷慧雯洁怡琪琳妍颖',
      wholeShare: 50,
    },
    male: {
      whole: words(
        '宇 晨 凯 文杰 天宇 志豪 佳伟 俊 昊 鑫 晨曦 文涛 嘉伟 宇航 浩 杰 俊峰 成龙 思远 阳 旭东',
      ),
      first: '宇文嘉俊天晨志浩子',
      second: '杰豪辰航轩伟涛鹏阳凡',
      wholeShare: 50,
    },
  },
  {
    bornBefore: Number.POSITIVE_INFINITY,
    female: {
      whole: words(
        '欣怡 雨桐 诗涵 一诺 语桐 梓涵 若曦 依诺 可馨 思琪 雨萱 子涵 欣妍 佳怡 梦瑶 沐晴 芷晴 思彤',
      ),
      first: '梓雨诗语可思若欣佳',
      second: '涵桐萱怡妍彤宁瑶',
      wholeShare: 60,
    },
    male: {
      whole: words(
        '子轩 浩然 宇轩 梓豪 俊熙 浩宇 博文 宇辰 子墨 皓轩 沐阳 嘉懿 天佑 铭泽 思齐 奕辰 逸凡 家乐',
      ),
      first: '子宇浩梓俊嘉奕铭思',
      second: '轩辰宇睿泽阳航凡恒',
      wholeShare: 60,
    },
  },
]

/** Names the lists can put together that a reader would take for a well-known living or dead person. */
const wellKnown = new Set(
  words(
    '刘小波 黄子涛 丁建平 丁海峰 丁磊 于静 何勇 何晓东 何静 冯军 冯志强 冯涛 刘丹 刘丽 刘亮 ' +
      '刘伟 刘兰芳 刘华 刘建国 刘敏 刘晓波 刘晓燕 刘波 刘浩 刘海波 刘涛 刘璐 刘辉 ' +
      '单雪 卢伟 卢勇 吴佳 吴勇 吴宇 吴志明 吴晓波 吴晓红 吴海燕 吴磊 吴飞 周佳 ' +
      '周宇 周建军 周志明 周杰 周永康 周海燕 周涛 唐静 唐鹏 姚晨 姜丽萍 孙丽 孙俊 ' +
      '孙春兰 孙晓东 宋丹丹 宋佳 张丹 张伟 张佳 张俊 张健 张兰 张军 张凯 张勇 ' +
      '张华 张国华 张国平 张宇 张宇航 张平 张建 张建国 张建平 张志新 张敏 张文涛 张昊 ' +
      '张晓东 张晓红 张杰 张桂英 张浩 张海峰 张涛 张秀英 张莉 张辉 张雨婷 张雨晴 张雪 ' +
      '张静 张飞 徐志华 徐志鹏 徐文涛 徐海东 徐静 戴军 戴志康 曹刚 曹颖 朱丹 朱军 ' +
      '朱婷 朱德林 李丽 李伟 李俊杰 李健 李兰 李军 李勇 李华 李娟 李平 李建国 ' +
      '李晓东 李晓明 李晨 李杰 李梅 李浩 李燕 李红 李辉 李鑫 李雪 李静 李飞 ' +
      '李鹏 杨丹 杨丽 杨丽萍 杨健 杨军 杨勇 杨国平 杨晓东 杨海波 杨红 杨超 杨鑫 ' +
      '杨阳 林丹 林峰 林平 林建国 林浩 林静 沈丹 沈德林 沈志华 沈浩 沈涛 潘晓婷 ' +
      '潘阳 王丹 王丽 王丽娟 王丽萍 王亮 王伟 王佳 王俊 王俊杰 王倩 王健 王军 ' +
      '王凯 王刚 王勇 王华 王国平 王娟 王子豪 王子轩 王宝林 王小军 王小红 王平 王建 ' +
      '王建军 王志刚 王文涛 王晓东 王晓明 王晨 王杰 王梅 王波 王浩 王海峰 王海波 王海燕 ' +
      '王涛 王燕 王磊 王莉 王超 王鑫 王雪 王雪梅 王静 王飞 罗志祥 胡兵 胡军 ' +
      '胡春华 胡杰 胡静 范伟 范志明 葛平 蔡国庆 蔡志刚 薛凯 薛刚 薛涛 薛飞 许志华 ' +
      '许海峰 许鑫 赵丹 赵丽 赵丽娟 赵亮 赵建华 赵建平 赵志刚 赵晓东 赵红 赵鑫 赵雪 ' +
      '赵鹏 邵军 郭峰 郭建华 郭晓东 郭晶晶 郭涛 钱学礼 陆志华 陆志鹏 陆永清 陈丹 陈伟 ' +
      '陈佳 陈凯 陈勇 陈华 陈国华 陈国庆 陈建国 陈志华 陈志明 陈晨 陈杰 陈永康 陈浩宇 ' +
      '陈红 陈红梅 陈辉 陈静 顾建华 顾海燕 马丽 马凯 马建国 马志明 马晓东 马杰 高亮 ' +
      '高峰 高建国 高鑫 黄丽 黄健 黄勇 黄华 黄子豪 黄建华 黄志明 黄文静 黄晓明 黄海波 ' +
      '黄磊 黄鑫',
  ),
)

/** An invented name in the fashion of the year and gender, and never that of a well-known person. */
export function makeName(
  random: Random,
  gender: Gender,
  bornInYear: number,
  surname: string = random.weighted(surnames),
): string {
  const fashion = fashions.find(({ bornBefore }) => bornInYear < bornBefore)?.[gender]
  if (!fashion) throw new RangeError(`no names for ${bornInYear}`)
  for (;;) {
    const given = random.chance(fashion.wholeShare / 100)
      ? random.pick(fashion.whole)
      : random.pick([...fashion.first]) + random.pick([...fashion.second])
    const repeats = given.includes(surname) || (given[0] === given[1] && bornInYear < 1980)
    if (!repeats && !wellKnown.has(surname + given)) return surname + given
  }
}

/** A surname as frequent as it is on a Nantong roster. */
export function makeSurname(random: Random): string {
  return random.weighted(surnames)
}
