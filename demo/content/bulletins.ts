// Texts as the correspondent of the demo writes them: plain sentences, with figures in their places.

/** The bulletin of the replayed season: the draft that the program makes, with these words around it. */
export const seasonBulletin = {
  title: '一个冬天的课，一件一件的事',
  opening:
    '这个冬天，课办在会议室里，也办在凉亭下、堂屋里、大门口。听了课，大家把能做的事认领回去做。',
  closing: '这一季记下来的每个数字，都点得开，看得到是哪一场、哪一件。',
}

/** Out already: how the season began. */
export const firstBulletin = {
  title: '开季以来',
  body: [
    '冬训开季以来，全街道办了{{sessionsHeld}}场活动，来了{{peopleReached}}人，合计{{attendances}}人次。',
    '# 课从哪里来',
    '宣讲菜单上有{{talksOnMenu}}个题目。支部看菜单点单，街道派单，宣讲人接单，到现在办完了{{ordersHeld}}单。',
    '站出来讲课的，有专家{{speakersRegistered:expert}}位，也有百姓宣讲员{{speakersRegistered:citizen}}位。',
    '# 接下来',
    '还没有参加的支部，街道会一个一个联系，请他们去附近的场次，走不开的送上门。',
  ].join('\n\n'),
  picture: {
    caption: '门框上新贴的春联',
    alternative: '一扇木门，两边是红纸春联，门楣上一张横批。',
  },
}

/** Waits for the proofreader: a veteran's own story. */
export const veteranBulletin = {
  title: '堂屋里的一课',
  bodyOf: (name: string) =>
    [
      `{{age:${name}}}岁的老党员${name}，党龄{{partyYears:${name}}}年。腿脚不便，课就办在他家堂屋里。`,
      '来的有党员、社区工作者，还有几个孩子。他从油灯下的夜校讲起，讲到今天的堂屋，一口气讲了一个小时。',
      '孩子们翻着老账本问了十几个问题，临走时说好春天再来。',
      '这一季办在居民家里的课，已有{{homeSessions}}场。',
    ].join('\n\n'),
}

/** Came back once, and is in review: what the second reviewer asked for. */
export const reviewedBulletin = {
  title: '送到身边的课',
  remark: '第一段写得好。请把参加的支部数也写上，数字用记号。',
  added: '到现在，参加的支部有{{branchesTakingPart}}个。',
}

/** Words that this house does not use, and what it says instead. */
export const houseWords = ['群众 居民', '老年人群 老人', '打造 办', '亮点', '抓手'].join('\n')
