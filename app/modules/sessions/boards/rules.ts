import type { SessionStatus } from '../rules.ts'

export type BoardReason =
  | 'board.notAnExhibition'
  | 'board.sessionOver'
  | 'board.lastOne'
  | 'board_position'

type Session = { format: string; status: SessionStatus }

/** Boards stand at an exhibition, and until it is over they may be added and taken away. */
export function whyNotSetUp(session: Session): BoardReason | null {
  if (session.format !== 'exhibition') return 'board.notAnExhibition'
  return ['held', 'cancelled'].includes(session.status) ? 'board.sessionOver' : null
}

/** An exhibition that is announced keeps at least one. */
export function whyNotTakenDown(session: Session, boards: number): BoardReason | null {
  const refused = whyNotSetUp(session)
  if (refused) return refused
  return session.status === 'scheduled' && boards === 1 ? 'board.lastOne' : null
}
