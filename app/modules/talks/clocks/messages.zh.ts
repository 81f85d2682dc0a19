import type { Stage } from './rules.ts'

type Told = { title: string; titleEn: string; unit: string; stage: Stage }

const toDo: Record<Stage, string> = { vet: '审核', dispatch: '派单', accept: '答复' }

export const zh = {
  reasons: {},
  done: { 'clocks.set': '办理时限已经改好，新的单子按新的时限算。' },
  facts: {
    'clock.reminded': '提醒办理',
    'clock.escalated': '超过时限，报给负责人',
    'clocks.set': '改了办理时限',
  },
  notices: {
    'clock.reminded': (told: Told) =>
      `${told.unit}点的“${told.title}”快到时限了，等您${toDo[told.stage]}。`,
    'clock.escalated': (told: Told) =>
      `${told.unit}点的“${told.title}”还没有${toDo[told.stage]}，时限已过，请您过问一下。`,
  },
  title: '办理时限',
  lead: '点单以后每一步最多几个工作日。到五分之四时提醒经办人，过了时限报给负责人。',
  stages: { vet: '审核', dispatch: '派单', accept: '宣讲人答复' } satisfies Record<Stage, string>,
  waitsFor: { vet: '等街道办公室审核，', dispatch: '等街道办公室派单，', accept: '等宣讲人答复，' },
  workingDays: '个工作日',
  save: '保存',
  running: '正在计时',
  none: '现在没有单子在等。',
  order: '单子',
  unit: '单位',
  stage: '等什么',
  due: '时限',
  escalated: '已报负责人',
  back: '全部单子',
  unknown: '那一年的节假日还没有公布，暂时算不出时限',
}
