import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { NumberField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout, Empty, Task, TaskList, type Tone } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { findSession, type SessionRow } from '../../queries.ts'
import { mayWalkRound } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findRound, type VisitRow, visitsOf } from '../queries.ts'
import { RecordVisit, recordVisit } from '../record-visit.ts'
import { roundCounts, type VisitResult, visitResults, whyNotRecorded } from '../rules.ts'

const words = { zh, en }
const name = namesOf(RecordVisit)

const tones: Record<VisitResult, Tone> = { visited: 'good', away: 'waiting', declined: 'plain' }

type Data = {
  session: SessionRow
  round: NonNullable<Awaited<ReturnType<typeof findRound>>>
  visits: VisitRow[]
  /** The door one stands at: the next one, or one that is corrected. */
  now: VisitRow | null
  whyNot: string | null
}

/** The round of whoever walks it: the next door with one tap for what was found, then all of them. */
export const roundPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { params, query }) {
    const session = found(await findSession(ctx, params['sessionId']!))
    const round = found(await findRound(ctx, session.id))
    authorise(mayWalkRound(ctx.actor, session, round))
    const visits = await visitsOf(ctx, session.id)
    const chosen = query.get('visit')
    const now =
      visits.find((visit) => visit.id === chosen) ??
      visits.find((visit) => visit.result === null) ??
      null
    const whyNot = now && whyNotRecorded(session, now, ctx.actor.personId, ctx.now)
    return { session, round, visits, now, whyNot }
  },
  actions: {
    record: action(RecordVisit, async (ctx, input, visit) => {
      await recordVisit(ctx, input)
      const sessionId = visit.params['sessionId']!
      return { to: to(urls.round, { sessionId }), done: 'visit.recorded' }
    }),
  },
  view: (shown) => <RoundPage {...shown} />,
})

function RoundPage(shown: Shown<Data>) {
  const t = useWords(words)
  const titleOf = useTitle()
  const { session, round, visits, now } = shown.data
  const counts = roundCounts(visits)
  return (
    <>
      <PageHead
        title={t.title}
        lead={
          <>
            <Time at={session.during.start} to={session.during.end} now={shown.visit.now} />
            {` · ${t.about(round.minutesEach)} · ${t.progress(counts.all - counts.left, counts.all)}`}
          </>
        }
        back={{ href: to(urls.session, { sessionId: session.id }), label: titleOf(session) }}
      />
      {visits.length === 0 && <Empty>{t.none}</Empty>}
      {counts.left === 0 && visits.length > 0 && (
        <Callout kind="saved" title={t.allDone}>
          <p>{t.allDoneText}</p>
        </Callout>
      )}
      {now && <Door {...shown} door={now} />}
      {visits.length > 0 && (
        <Section title={t.others}>
          <TaskList>
            {visits.map((visit) => (
              <DoorLine key={visit.id} {...shown} door={visit} />
            ))}
          </TaskList>
          <LinkButton
            kind="quiet"
            href={to(urls.roundSheets, { sessionId: session.id })}
            icon="printer"
          >
            {t.sheets.print}
          </LinkButton>
        </Section>
      )}
    </>
  )
}

const whereIs = (door: VisitRow) =>
  [door.communityName, door.unitName, door.place]
    .filter((part, at, all) => part && all.indexOf(part) === at)
    .join(' · ')

/** The door one stands at: one tap says what was found; what may be added first is folded away. */
function Door({ data, door, form, formKey }: Shown<Data> & { door: VisitRow }) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const { session, round, whyNot } = data
  return (
    <Section title={door.result === null ? t.next : t.change} id="door">
      <div>
        <h3>{door.name}</h3>
        <p class="quietly">{whereIs(door)}</p>
      </div>
      {whyNot ? (
        <Callout kind="info" title={reason(whyNot)} />
      ) : (
        <Form
          action={to(urls.round, { sessionId: session.id }, { do: 'record', visit: door.id })}
          formKey={formKey}
          state={form('record')}
        >
          <input type="hidden" name={name('visitId')} value={door.id} />
          <Actions>
            {visitResults.map((result) => (
              <Button
                key={result}
                kind={result === 'visited' ? 'main' : 'plain'}
                name={name('result')}
                value={result}
              >
                {t.results[result]}
              </Button>
            ))}
          </Actions>
          <details open={door.note !== '' || undefined}>
            <summary class="button quiet">{t.more}</summary>
            {round.leaves !== '' && (
              <NumberField
                name={name('pieces')}
                label={t.pieces(round.leaves)}
                min={0}
                max={1000}
                value={String(door.result === null ? 1 : door.pieces)}
              />
            )}
            <TextField
              name={name('note')}
              label={t.note}
              hint={t.noteHint}
              value={door.note}
              maxLength={300}
            />
          </details>
        </Form>
      )}
    </Section>
  )
}

function DoorLine({ data, door }: Shown<Data> & { door: VisitRow }) {
  const t = useWords(words)
  const { session } = data
  const said = [
    data.round.leaves !== '' && door.pieces > 0 && t.piecesLeft(door.pieces),
    door.note,
  ].filter(Boolean)
  return (
    <Task
      title={
        <>
          {door.name}{' '}
          {door.result && <Badge tone={tones[door.result]}>{t.results[door.result]}</Badge>}
        </>
      }
      when={whereIs(door)}
      action={
        session.status === 'scheduled' && door.id !== data.now?.id ? (
          <LinkButton
            kind="quiet"
            href={`${to(urls.round, { sessionId: session.id }, { visit: door.id })}#door`}
          >
            {door.result === null ? t.record : t.change}
          </LinkButton>
        ) : undefined
      }
    >
      {said.length > 0 ? said.join(' · ') : undefined}
    </Task>
  )
}
