import type { ComponentChildren } from 'preact'
import { findVenue } from '#app/modules/organisation/queries.ts'
import { type Facilities, saidOf } from '#app/modules/organisation/rules.ts'
import type { Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { SessionRow } from '../queries.ts'
import { streamShown } from '../rules.ts'
import { childrenOf, seatsTaken } from '../seats/queries.ts'
import { en as seriesEn } from '../series/messages.en.ts'
import { zh as seriesZh } from '../series/messages.zh.ts'
import { findSeries, neighboursOf } from '../series/queries.ts'

const words = { zh, en }
const seriesWords = { zh: seriesZh, en: seriesEn }

type Course = { id: string; title: string; titleEn: string }
/** Says of a micro-course what it is called; it belongs to a later module. */
export type FindCourse = (ctx: Context, courseId: string) => Promise<Course | undefined>

/** What stands around a session: its series, what is watched, and what its venue is like. */
export type Around = {
  series: {
    id: string
    weekdays: number[]
    neighbours: Awaited<ReturnType<typeof neighboursOf>>
  } | null
  course: Course | null
  /** Of a live stream: when it is shown to whom, and its address where the reader may have it now. */
  stream: { shown: Span; seated: boolean; url: string | null } | null
  venue: Facilities | null
}

/** Loads it as the reader may see it: the address of a stream only with a seat, and shortly before. */
export async function aroundOf(
  ctx: Context,
  session: SessionRow,
  courseOf: FindCourse,
): Promise<Around> {
  const { id, seriesId, courseId, venueId } = session
  const series = seriesId ? await findSeries(ctx, seriesId) : undefined
  const neighbours = seriesId ? await neighboursOf(ctx, { id, seriesId }) : null
  const isHome = session.venueKind === 'home'
  return {
    series: series && neighbours ? { id: series.id, weekdays: series.weekdays, neighbours } : null,
    course: courseId ? ((await courseOf(ctx, courseId)) ?? null) : null,
    stream: session.format === 'stream' ? await streamOf(ctx, session) : null,
    venue: venueId && !isHome ? ((await findVenue(ctx, venueId)) ?? null) : null,
  }
}

async function streamOf(ctx: Context, session: SessionRow) {
  const shown = streamShown(session)
  const runs = mayRunSession(ctx.actor, session)
  const seated = runs || (await hasSeat(ctx, session))
  const now = shown.start <= ctx.now && ctx.now < shown.end && session.status === 'scheduled'
  return { shown, seated, url: (seated && now) || runs ? session.streamUrl : null }
}

/** The reader's own seat, a child's, or that they give the talk. */
async function hasSeat(ctx: Context, session: SessionRow): Promise<boolean> {
  const { personId } = ctx.actor
  if (personId === null) return false
  const children = await childrenOf(ctx, personId)
  const ids = [personId, ...children.map((child) => child.id)]
  const { theirs } = await seatsTaken(ctx, session.id, ids)
  return theirs.length > 0 || session.speakerPersonId === personId
}

type Props = { session: SessionRow; around: Around; now: Date }

/** The stream or the course, before everything else of a session that is watched. */
export function Watched({ session, around, now }: Props) {
  const t = useWords(words).session
  const titleOf = useTitle()
  const { course, stream } = around
  if (!course && !stream) return null
  return (
    <Section title={stream ? t.stream : t.courseShown} id="watch">
      {course && (
        <p>
          <a href={to(urls.course, { courseId: course.id })}>{titleOf(course)}</a>
        </p>
      )}
      {stream && session.status === 'scheduled' && <Stream stream={stream} now={now} />}
    </Section>
  )
}

function Stream({ stream, now }: { stream: NonNullable<Around['stream']>; now: Date }) {
  const t = useWords(words).session
  if (stream.url)
    return (
      <LinkButton href={stream.url} kind="main" icon="globe">
        {t.watchStream}
      </LinkButton>
    )
  if (now >= stream.shown.end) return <p>{t.streamOver}</p>
  return (
    <p>
      {stream.seated ? (
        <>
          <Time at={stream.shown.start} now={now} /> {t.streamLater}
        </>
      ) : (
        t.streamForSeated
      )}
    </p>
  )
}

/** That a session is one of a series, with the way to the others. */
export function OneOfSeries({ around, now }: Omit<Props, 'session'>) {
  const t = useWords(seriesWords)
  if (!around.series) return null
  const { id, weekdays, neighbours } = around.series
  const { before, after } = neighbours
  return (
    <nav aria-label={t.title}>
      <p class="quietly">{t.oneOf(t.every(weekdays))}</p>
      <p class="links">
        {before && (
          <a href={to(urls.session, { sessionId: before.id })} rel="prev">
            {t.previous}
            {'\u00a0'}
            <Time at={before.start} show="day" now={now} />
          </a>
        )}
        {after && (
          <a href={to(urls.session, { sessionId: after.id })} rel="next">
            {t.next}
            {'\u00a0'}
            <Time at={after.start} show="day" now={now} />
          </a>
        )}
        <a href={to(urls.series, { seriesId: id })}>{t.all}</a>
      </p>
    </nav>
  )
}

/** What of a venue someone who thinks of coming wants to know, as one line of the session's facts. */
export function useAccess(venue: Facilities | null): { term: string; value: ComponentChildren }[] {
  const t = useWords(words).session
  const { code } = useSpeech()
  const said = venue ? saidOf(venue).filter(forComing) : []
  if (said.length === 0) return []
  return [
    {
      term: t.access,
      value: (
        <span class="facts">
          {said.map((each) => code('venue', 'facilities', each)).join('\u00a0· ')}
        </span>
      ),
    },
  ]
}

const comfort: readonly string[] = ['steps', 'noSteps', 'toilet', 'hearingLoop', 'lift', 'heating']
const forComing = (said: string) => comfort.includes(said)
