import type { RequirementReason } from './rules.ts'

export const zh = {
  reasons: {
    exemption_overlap: '这段时间里已经有一段免修，请换一下日期。',
    'exemption.endsBeforeStart': '结束的日子不能早于开始的日子，请再看一下。',
    'exemption.oneself': '自己的免修请办公室另一位同事办。',
    'exemption.notShorter': '新的结束日要在这段免修里面，而且比原来早。',
    'requirement.roleTwice': '同一类人的要求写了两次，请留一个。',
  } satisfies Record<RequirementReason, string>,
  done: {
    'requirements.changed': '学习要求改好了。',
    'person.exempted': '免修记下了，要求已经重新算过。',
    'exemption.shortened': '免修提前结束了，要求已经重新算过。',
  },
  facts: {
    'requirements.changed': '改了学习要求',
    'person.exempted': '办了免修',
    'exemption.shortened': '提前结束了免修',
  },
  notices: {},
}
