import type { TopicCode } from './vocabulary.ts'

type Said = { zh: string; en: string }
type Asked = {
  kind: 'single' | 'several' | 'truth' | 'order' | 'short'
  words: Said
  choices?: readonly Said[]
  correct: readonly string[]
  feedback: Said
  at?: string
}

/** A micro-course of the demo; its people and their words are invented. */
export type CourseContent = {
  title: Said
  strand: 'pioneer' | 'arts' | 'practice'
  topics: readonly TopicCode[]
  body: Said
  transcript?: Said
  captions?: Said
  note: string
  keyPoints: readonly Said[]
  questions: readonly Asked[]
}

/** Made of the morning in the veteran’s front room. Its sound stands in for a voice and says so. */
export const frontRoomCourse: CourseContent = {
  title: { zh: '油灯下的夜校', en: 'The Night School by Lamplight' },
  strand: 'pioneer',
  topics: ['veterans', 'history'],
  note: '演示用的示意音，不是真人录音；话都在文字稿里。',
  body: {
    zh: '顾老八十五岁，入党六十二年。这是他在自家堂屋里讲的一课，缩成十分钟。\n\n他讲三件事：二十三岁那年怎样入的党，怎样和邻居一起挑泥修海堤，又怎样在油灯下教人写自己的名字。',
    en: 'Mr Gu is eighty-five and has been in the Party for sixty-two years. This is the class he gave in his own front room, cut down to ten minutes.\n\nHe tells of three things: how he joined at twenty-three, how he and his neighbours carried earth for the sea dyke, and how he taught people to write their own names by the light of an oil lamp.',
  },
  transcript: {
    zh: '我入党那年二十三岁，在队里管账。账本我现在还留着，一分一厘都对得上。\n\n那年冬天修海堤，全是肩挑。一担泥一百来斤，一天要走四十多个来回。没有人喊苦，因为堤里面就是自己的家。\n\n晚上不挑泥，就办夜校。一盏油灯，一块刷了墨的门板。来的人白天种田，晚上学写名字。最年长的一位学生五十六岁，写成自己名字那天，他把那张纸贴在了床头。\n\n后来有人问我，党员是做什么的。我说，就是别人有难处的时候，你先站起来。',
    en: 'I was twenty-three when I joined, and kept the team’s accounts. I have the books still; every cent in them adds up.\n\nThat winter we built the sea dyke, all of it on our shoulders. A load was a good fifty kilos, and you walked more than forty times a day. Nobody complained, because behind the dyke was your own home.\n\nIn the evenings, when we carried no earth, we held a night school: one oil lamp, and a door painted with ink. People who worked the fields by day learned to write their names by night. The oldest pupil was fifty-six. The day he wrote his name, he pasted the paper above his bed.\n\nPeople have asked me what a Party member is for. I say: when someone is in trouble, you stand up first.',
  },
  captions: {
    zh: '0:05 --> 0:20\n我入党那年二十三岁，在队里管账。\n\n1:10 --> 1:30\n那年冬天修海堤，全是肩挑。\n\n4:00 --> 4:20\n晚上办夜校，一盏油灯，一块刷了墨的门板。\n\n7:30 --> 7:50\n最年长的一位学生五十六岁。\n\n9:20 --> 9:40\n别人有难处的时候，你先站起来。',
    en: '0:05 --> 0:20\nI was twenty-three when I joined, and kept the team’s accounts.\n\n1:10 --> 1:30\nThat winter we built the sea dyke, all of it on our shoulders.\n\n4:00 --> 4:20\nIn the evenings there was a night school: one oil lamp, a door painted with ink.\n\n7:30 --> 7:50\nThe oldest pupil was fifty-six.\n\n9:20 --> 9:40\nWhen someone is in trouble, you stand up first.',
  },
  keyPoints: [
    { zh: '账要一分一厘对得上', en: 'Accounts add up to the cent' },
    { zh: '海堤是大家一担一担挑出来的', en: 'The dyke was carried up load by load, by everyone' },
    { zh: '五十六岁开始学写字也不晚', en: 'At fifty-six it is not too late to learn to write' },
    { zh: '别人有难处，先站起来', en: 'When someone is in trouble, stand up first' },
  ],
  questions: [
    {
      kind: 'single',
      words: { zh: '顾老入党的时候多大？', en: 'How old was Mr Gu when he joined?' },
      choices: [
        { zh: '十八岁', en: 'Eighteen' },
        { zh: '二十三岁', en: 'Twenty-three' },
        { zh: '三十岁', en: 'Thirty' },
      ],
      correct: ['1'],
      feedback: {
        zh: '二十三岁，那时他在队里管账。',
        en: 'Twenty-three, when he kept the team’s accounts.',
      },
      at: '0:05',
    },
    {
      kind: 'several',
      words: { zh: '他在讲里说到哪几件事？', en: 'Which of these does he tell of?' },
      choices: [
        { zh: '修海堤', en: 'Building the sea dyke' },
        { zh: '办夜校', en: 'The night school' },
        { zh: '开渔船', en: 'Sailing a fishing boat' },
      ],
      correct: ['0', '1'],
      feedback: {
        zh: '修海堤和办夜校；渔船他没有讲。',
        en: 'The dyke and the night school; he says nothing of boats.',
      },
      at: '1:10',
    },
    {
      kind: 'truth',
      words: {
        zh: '夜校的黑板是一块刷了墨的门板。',
        en: 'The blackboard of the night school was a door painted with ink.',
      },
      correct: ['true'],
      feedback: { zh: '对，一盏油灯，一块门板。', en: 'Yes: one oil lamp and a door.' },
      at: '4:00',
    },
    {
      kind: 'short',
      words: {
        zh: '夜校里最年长的学生多少岁？（写数字）',
        en: 'How old was the oldest pupil? (a number)',
      },
      correct: ['56', '五十六', '56岁', '五十六岁', 'fifty-six'],
      feedback: {
        zh: '五十六岁，他把写好的名字贴在床头。',
        en: 'Fifty-six; he pasted his name above his bed.',
      },
      at: '7:30',
    },
    {
      kind: 'order',
      words: { zh: '按顾老讲的先后排一排。', en: 'Put them in the order in which he tells them.' },
      choices: [
        { zh: '入党、管账', en: 'Joining, keeping accounts' },
        { zh: '挑泥修海堤', en: 'Carrying earth for the dyke' },
        { zh: '油灯下教写名字', en: 'Teaching names by lamplight' },
      ],
      correct: [],
      feedback: {
        zh: '先入党，再修堤，晚上办夜校。',
        en: 'First he joined, then came the dyke, and the night school in the evenings.',
      },
    },
  ],
}

const fraud: CourseContent = {
  title: { zh: '先挂断，再打回去', en: 'Hang Up, Then Call Back' },
  strand: 'practice',
  topics: ['fraud'],
  note: '用短句写的，念给老人听也合适。',
  body: {
    zh: '电话响了，一个年轻的声音说：“爷爷，是我。”他说出了事，要钱，还叫您别告诉别人。\n\n这时候不用分辨声音像不像，先挂断。再从电话本里找出孙子原来的号码，打过去。\n\n真的孙子会接电话，也不会怪您。警察不会在电话里要您转账，银行不会问您的验证码。',
    en: 'The phone rings, and a young voice says: “Grandpa, it’s me.” There has been an accident, he needs money, and you must tell nobody.\n\nDon’t try to judge the voice. Hang up. Then find your grandson’s own number in your book and call it.\n\nYour real grandson will answer, and will not mind. The police never ask for a transfer on the phone, and no bank asks for your code.',
  },
  keyPoints: [
    { zh: '要钱的电话，先挂断', en: 'A call that wants money: hang up' },
    { zh: '打家人原来的号码', en: 'Call the family’s own number' },
    { zh: '验证码谁也不给', en: 'Give the code to nobody' },
  ],
  questions: [
    {
      kind: 'single',
      words: {
        zh: '“爷爷，我出事了，要钱。”先做什么？',
        en: '“Grandpa, I’m in trouble, I need money.” What comes first?',
      },
      choices: [
        { zh: '问他在哪里', en: 'Ask where he is' },
        { zh: '挂断', en: 'Hang up' },
        { zh: '先转一点', en: 'Send a little' },
      ],
      correct: ['1'],
      feedback: { zh: '挂断，再打他原来的号码。', en: 'Hang up, then call his own number.' },
    },
    {
      kind: 'truth',
      words: { zh: '银行会打电话来要验证码。', en: 'Banks call to ask for your code.' },
      correct: ['false'],
      feedback: { zh: '不会，谁要都不给。', en: 'They never do. Give it to nobody.' },
    },
    {
      kind: 'single',
      words: { zh: '挂断以后打哪个号码？', en: 'Which number do you call after that?' },
      choices: [
        { zh: '来电的那个号码', en: 'The number that called' },
        { zh: '家人原来的号码', en: 'The family’s own number' },
      ],
      correct: ['1'],
      feedback: {
        zh: '打电话本里原来的号码。',
        en: 'The one that has always been in your book.',
      },
    },
  ],
}

const pressure: CourseContent = {
  title: { zh: '在家量血压', en: 'Measuring Your Blood Pressure at Home' },
  strand: 'practice',
  topics: ['health'],
  note: '可以大声念出来。',
  body: {
    zh: '量之前坐着歇五分钟，不说话，不抽烟。\n\n袖带绑在上臂，和心口一样高，松紧能伸进一根手指。量两次，隔一分钟，记下来给医生看。数字高了不要慌，歇一会儿再量；头晕、胸口痛，马上打 120。',
    en: 'Sit quietly for five minutes first; don’t talk or smoke.\n\nThe cuff goes on the upper arm, as high as the heart, loose enough for one finger. Measure twice, a minute apart, and write it down for the doctor. If it is high, don’t worry; rest and measure again. If you are dizzy or your chest hurts, call 120 at once.',
  },
  keyPoints: [
    { zh: '先坐五分钟', en: 'Sit for five minutes first' },
    { zh: '袖带和心口一样高', en: 'The cuff as high as the heart' },
    { zh: '量两次，记下来', en: 'Twice, and write it down' },
  ],
  questions: [
    {
      kind: 'order',
      words: { zh: '按先后排一排。', en: 'Put them in order.' },
      choices: [
        { zh: '坐着歇五分钟', en: 'Rest for five minutes' },
        { zh: '绑好袖带', en: 'Put the cuff on' },
        { zh: '量两次', en: 'Measure twice' },
        { zh: '记下来', en: 'Write it down' },
      ],
      correct: [],
      feedback: { zh: '先歇，再绑，量两次，记下来。', en: 'Rest, cuff, twice, write it down.' },
    },
    {
      kind: 'truth',
      words: {
        zh: '量血压的时候可以聊天。',
        en: 'You may chat while your blood pressure is measured.',
      },
      correct: ['false'],
      feedback: { zh: '不说话，量得才准。', en: 'It is only right when you are quiet.' },
    },
    {
      kind: 'short',
      words: {
        zh: '胸口痛、头晕，打什么号码？',
        en: 'Chest pain or dizziness: which number do you call?',
      },
      correct: ['120', '一二〇', '一二零'],
      feedback: { zh: '马上打 120。', en: 'Call 120 at once.' },
    },
  ],
}

const couplets: CourseContent = {
  title: { zh: '春联哪边是上联', en: 'Which Couplet Goes on the Right' },
  strand: 'arts',
  topics: ['culture', 'calligraphy'],
  note: '配合写春联的活动。',
  body: {
    zh: '面对大门，上联贴右边，下联贴左边。\n\n怎么分上下？看最后一个字：读起来往下沉的（三声、四声）多半是上联，平着的（一声、二声）是下联。横批从右往左写，就按这样贴；从左往右写，就反过来。',
    en: 'Facing the door, the first line goes on the right and the second on the left.\n\nHow to tell them apart? Listen to the last word: a falling or dipping tone mostly ends the first line, a level one the second. If the line over the door runs from right to left, do so; if it runs from left to right, the other way round.',
  },
  keyPoints: [
    { zh: '面对大门，上联在右', en: 'Facing the door, the first line is on the right' },
    { zh: '看最后一个字的声调', en: 'Listen to the tone of the last word' },
    { zh: '横批的方向定左右', en: 'The line above decides the direction' },
  ],
  questions: [
    {
      kind: 'single',
      words: { zh: '面对大门，上联在哪边？', en: 'Facing the door, where does the first line go?' },
      choices: [
        { zh: '左边', en: 'Left' },
        { zh: '右边', en: 'Right' },
      ],
      correct: ['1'],
      feedback: { zh: '右边。', en: 'On the right.' },
    },
    {
      kind: 'truth',
      words: {
        zh: '上联的最后一个字多半是三声或四声。',
        en: 'The first line mostly ends in a dipping or falling tone.',
      },
      correct: ['true'],
      feedback: { zh: '对，下联收在一声或二声。', en: 'Yes; the second ends in a level one.' },
    },
    {
      kind: 'single',
      words: {
        zh: '横批从左往右写，上联贴哪边？',
        en: 'If the line above runs left to right, where then?',
      },
      choices: [
        { zh: '左边', en: 'Left' },
        { zh: '右边', en: 'Right' },
      ],
      correct: ['0'],
      feedback: { zh: '跟着横批走，贴左边。', en: 'It follows the line above: on the left.' },
    },
  ],
}

/** The courses that are out before the veteran’s: on which day of the season, and taken by how many. */
export const earlierCourses = [
  { day: 2, course: fraud, learners: 24 },
  { day: 20, course: pressure, learners: 8 },
  { day: 33, course: couplets, learners: 6 },
] as const

/** What the courses come to in the replay. */
export const expectedOfCourses = {
  published: 4,
  seconds: 590,
  taken: 200,
  /** Five cards each: 160 people answer about a week later, 130 about a month later. */
  askedAfterAWeek: 800,
  askedAfterAMonth: 650,
  /** Cards of the eight who sat in the front room. */
  cardsOfListeners: 40,
}
