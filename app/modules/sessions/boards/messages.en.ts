import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'board.notAnExhibition': 'Only an exhibition has boards.',
    'board.sessionOver': 'The exhibition is over; its boards stay as they are.',
    'board.lastOne': 'The exhibition is announced, so at least one board stays.',
    board_position: 'Someone else just added a board; please try again.',
  },
  done: { 'board.added': 'The board is added.', 'board.removed': 'The board is taken down.' },
  facts: { 'board.added': 'added a board', 'board.removed': 'took a board down' },
  notices: {},
}
