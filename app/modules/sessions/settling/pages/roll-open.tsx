import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Callout, Empty, Facts } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../../access.ts'
import { findSession, type SessionRow } from '../../queries.ts'
import { findPeople, marksOf } from '../../roll/queries.ts'
import { AddForgotten, addForgotten } from '../add-forgotten.ts'
import { LinkWalkIn, linkWalkIn } from '../link-walk-in.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { closerOf, namesakes, notesOf, type OpenEntry, openEntries } from '../queries.ts'
import { SettleEntry, settleEntry } from '../settle-entry.ts'
import { TakeLate, takeLate } from '../take-late.ts'
import { Disputed, Forgotten, Late, type RollOpen, WalkIns } from './roll-open-parts.tsx'

const words = { zh, en }

/** What a roll leaves to people: said differently, come late, or about nobody known. */
export const rollOpenPage = page<RollOpen>({
  title: (_, language) => words[language].title,
  async load(ctx, visit) {
    const session = found(await findSession(ctx, visit.params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    const entries = await openEntries(ctx, session.id)
    const names = entries.filter(isNameless).map((entry) => entry.words.replace(/\s/g, ''))
    return {
      session,
      entries,
      notes: await notesOf(ctx, session.id),
      likely: names.length === 0 ? [] : await namesakes(ctx, names),
      sought: await soughtBy(ctx, session, visit),
      closer: await closerOf(ctx, session.id),
      actorId: ctx.actor.personId,
    }
  },
  actions: {
    settle: action(SettleEntry, async (ctx, input) =>
      back(await settleEntry(ctx, input), 'settled'),
    ),
    take: action(TakeLate, async (ctx, input) => back(await takeLate(ctx, input), 'lateTaken')),
    link: action(LinkWalkIn, async (ctx, input) =>
      back(await linkWalkIn(ctx, input), 'walkInFound'),
    ),
    add: action(AddForgotten.omit({ sessionId: true }), async (ctx, input, visit) => {
      const sessionId = visit.params['sessionId']!
      await addForgotten(ctx, { ...input, sessionId })
      return back({ sessionId }, 'forgottenAdded')
    }),
  },
  view: (shown) => <RollOpenPage {...shown} />,
})

function back({ sessionId }: { sessionId: string }, done: string) {
  return { to: to(urls.rollOpen, { sessionId }), done: `roll.${done}` }
}

/** Whether a word names someone whom nobody has found. */
function isNameless({ kind, personId }: OpenEntry): boolean {
  return personId === null && (kind === 'walk_in' || kind === 'mark')
}

async function soughtBy(ctx: Context, session: SessionRow, { query }: Visit) {
  const typed = query.get('find')?.slice(0, 40) ?? ''
  if (typed === '') return null
  const near = { unitId: session.unitId, within: null }
  const people = await findPeople(ctx, typed, near)
  return { forId: query.get('for') ?? '', typed, people, marks: await marksOf(ctx, session.id) }
}

function RollOpenPage(shown: Shown<RollOpen>) {
  const t = useWords(words)
  const titleOf = useTitle()
  const { session, entries, notes } = shown.data
  const sessionId = session.id
  const refused = ['settle', 'take', 'link'].map((name) => shown.form(name).refusal)
  const refusal = refused.find((each) => each !== undefined)
  const disputed = entries.filter(({ result }) => result === 'disputed')
  const nameless = entries.filter(
    (entry) => isNameless(entry) && (entry.kind === 'mark' || entry.result === 'applied'),
  )
  const late = entries.filter((entry) => !disputed.includes(entry) && !nameless.includes(entry))
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        back={{ href: to(urls.session, { sessionId }), label: titleOf(session) }}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {entries.length === 0 && (
        <Empty
          action={
            <LinkButton href={to(urls.roll, { sessionId })} icon="people">
              {t.toRoll}
            </LinkButton>
          }
        >
          {t.nothing}
        </Empty>
      )}
      {disputed.length > 0 && <Disputed shown={shown} entries={disputed} />}
      {nameless.length > 0 && <WalkIns shown={shown} entries={nameless} />}
      {late.length > 0 && <Late shown={shown} entries={late} />}
      {notes.length > 0 && (
        <Section title={t.notes}>
          <Facts items={notes.map((note) => ({ term: note.by, value: note.words }))} />
        </Section>
      )}
      {session.status === 'held' && <Forgotten {...shown} />}
    </>
  )
}
