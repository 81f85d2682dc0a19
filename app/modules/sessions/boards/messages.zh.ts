import type { BoardReason } from './rules.ts'

export const zh = {
  reasons: {
    'board.notAnExhibition': '只有展览才有展板。',
    'board.sessionOver': '展览已经结束，展板不能再改。',
    'board.lastOne': '展览已经公布，至少要留一块展板。',
    board_position: '刚刚有人也在加展板，请再试一次。',
  } satisfies Record<BoardReason, string>,
  done: { 'board.added': '展板已加上。', 'board.removed': '展板已撤下。' },
  facts: { 'board.added': '加了展板', 'board.removed': '撤了展板' },
  notices: {},
}
