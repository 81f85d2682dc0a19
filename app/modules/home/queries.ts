import { mayReadBulletins } from '#app/modules/bulletins/access.ts'
import { bulletins } from '#app/modules/bulletins/queries.ts'
import { streetsWithin } from '#app/modules/organisation/queries.ts'
import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { type SuggestionRow, suggestions } from '#app/modules/people/suggestions/queries.ts'
import {
  type CalendarSession,
  calendarSessions,
  comingSessions,
  type SessionRow,
  sessionsToRun,
} from '#app/modules/sessions/queries.ts'
import { invitationsOf, ordersIn } from '#app/modules/talks/orders/queries.ts'
import { type Context, holds } from '#app/platform/context.ts'
import { day, later } from '#app/platform/time.ts'

type Bulletin = Awaited<ReturnType<typeof bulletins>>[number]
type ServedStreet = Awaited<ReturnType<typeof streetsWithin>>[number]
type Order = Awaited<ReturnType<typeof ordersIn>>[number]
type Invitation = Awaited<ReturnType<typeof invitationsOf>>[number]

/** Everything a person's home is made of, whatever roles the person holds. */
export type Home = {
  invitations: Invitation[]
  /** Sessions of which the time has come. */
  toRun: SessionRow[]
  /** Orders that wait for this office to dispatch them. */
  toDispatch: Order[]
  /** Orders of the person's own units that are still on their way. */
  underWay: Order[]
  /** What people said that this office has not answered yet. */
  unanswered: SuggestionRow[]
  /** Bulletins to write on, or to read with a proofreader's eye. */
  drafts: Bulletin[]
  /** The streets served within the person's district. */
  streets: ServedStreet[]
  next: CalendarSession[]
  /** Coming sessions with free seats that are not in the person's calendar yet. */
  couldCome: SessionRow[]
}

const span = 14 * day
const mostOffered = 4
const mostDrafts = 2

/** What needs this person now, and what comes next. */
export async function homeOf(ctx: Context, personId: string): Promise<Home> {
  const office = scopeOf(ctx.actor, officeRoles)
  const own = scopeOf(ctx.actor, unitRoles)
  const inOffice = office.unitIds.length > 0
  const next = await calendarSessions(ctx, inOffice ? 'street' : { personId }, {
    start: ctx.now,
    end: later(ctx.now, span),
  })
  const mine = new Set(next.map((session) => session.id))
  const coming = await comingSessions(ctx)
  return {
    invitations: await invitationsOf(ctx, personId),
    toRun: await sessionsToRun(ctx, personId),
    toDispatch: inOffice ? await ordersIn(ctx, office, ['submitted']) : [],
    underWay: own.unitIds.length > 0 ? await ordersIn(ctx, own, ['submitted', 'proposed'], 5) : [],
    unanswered: inOffice ? (await suggestions(ctx)).filter((said) => said.answer === null) : [],
    drafts: mayReadBulletins(ctx.actor) ? (await bulletins(ctx)).slice(0, mostDrafts) : [],
    streets: holds(ctx.actor, ['district']) ? await streetsWithin(ctx, String(ctx.street)) : [],
    next: next.filter((session) => session.status === 'scheduled'),
    couldCome: coming
      .filter((session) => !mine.has(session.id) && session.taken < session.seats)
      .slice(0, mostOffered),
  }
}
