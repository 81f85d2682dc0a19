import { z } from 'zod'
import { venues } from '#app/modules/organisation/queries.ts'
import { authorise, found, refuseFaults } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf, timeOf } from '#app/platform/time.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { DateTimeField, RadioField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../../access.ts'
import { ChangeSession, changeSession } from '../../change-session.ts'
import { en as sessionsEn } from '../../messages.en.ts'
import { zh as sessionsZh } from '../../messages.zh.ts'
import { findSession, hostsAndVisitors, type SessionRow } from '../../queries.ts'
import { CancelFollowing, cancelFollowing } from '../cancel-following.ts'
import { changeFollowing } from '../change-following.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { SeriesReason } from '../rules.ts'

const words = { zh, en }
const sessionWords = { zh: sessionsZh, en: sessionsEn }

const ChangeSome = ChangeSession.extend({ which: z.enum(['one', 'following']).default('one') })
const name = namesOf(ChangeSome)
type Fault = Record<string, SeriesReason>
const cancelName = namesOf(CancelFollowing)

type Data = {
  session: SessionRow
  venues: Awaited<ReturnType<typeof venues>>
  people: Awaited<ReturnType<typeof hostsAndVisitors>>
}

/** Another time, venue or host for a session, or for it and all that follow in its series. */
export const changeSessionPage = page<Data>({
  title: (_, language) => words[language].changeTitle,
  async load(ctx, { params }) {
    const session = found(await findSession(ctx, params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    return { session, venues: await venues(ctx), people: await hostsAndVisitors(ctx) }
  },
  actions: {
    change: action(ChangeSome, async (ctx, { which, ...input }) => {
      const { sessionId, when, venueId, hostId } = input
      if (which === 'one') {
        await changeSession(ctx, input)
        return { to: to(urls.session, { sessionId }), done: 'session.changed' }
      }
      const { during } = found(await findSession(ctx, sessionId))
      const stays = when.date === dayOf(during.start)
      refuseFaults(stays ? {} : ({ 'when.date': 'series.daysStay' } satisfies Fault))
      const { toKnow, toKnowEn } = input
      const changed = { venueId, hostId, toKnow, toKnowEn }
      await changeFollowing(ctx, { sessionId, from: when.from, to: when.to, ...changed })
      return { to: to(urls.session, { sessionId }), done: 'series.changed' }
    }),
    cancel: action(CancelFollowing, async (ctx, input) => {
      const { seriesId } = found(await findSession(ctx, input.sessionId))
      await cancelFollowing(ctx, input)
      return { to: to(urls.series, { seriesId: found(seriesId) }), done: 'series.cancelled' }
    }),
  },
  view: (shown) => <Change {...shown} />,
})

function Change(shown: Shown<Data>) {
  const t = useWords(words)
  const { session } = shown.data
  const title = useTitle()(session)
  return (
    <>
      <PageHead
        title={t.changeTitle}
        lead={
          <>
            <Time at={session.during.start} to={session.during.end} now={shown.visit.now} />
            {` · ${session.venueName}`}
          </>
        }
        back={{ href: to(urls.session, { sessionId: session.id }), label: title }}
      />
      <p>{t.changeLead}</p>
      <ChangeForm {...shown} />
      {session.seriesId !== null && <CancelForm {...shown} />}
    </>
  )
}

function ChangeForm({ data, form, formKey, visit }: Shown<Data>) {
  const t = useWords(words)
  const plan = useWords(sessionWords).plan
  const { session } = data
  const { start, end } = session.during
  const when = { date: dayOf(start), from: timeOf(start), to: timeOf(end) }
  const isRound = session.format === 'door'
  return (
    <Form
      action={to(urls.changeSession, { sessionId: session.id }, { do: 'change' })}
      formKey={formKey}
      state={form('change')}
    >
      <input type="hidden" name={name('sessionId')} value={session.id} />
      <DateTimeField
        name={name('when')}
        label={plan.when}
        min={dayOf(visit.now)}
        value={when}
        required
      />
      {!isRound && (
        <SelectField
          name={name('venueId')}
          label={plan.venue}
          blank={t.sameVenue}
          options={data.venues
            .filter(({ id }) => id !== session.venueId)
            .map((venue) => ({
              value: venue.id,
              label: plan.venueChoice(venue.name, venue.unitName, venue.seats),
            }))}
        />
      )}
      <SelectField
        name={name('hostId')}
        label={plan.host}
        blank={t.sameHost(session.hostName)}
        options={data.people
          .filter((person) => person.hosts && person.id !== session.hostId)
          .map((person) => ({ value: person.id, label: `${person.name} · ${person.unitName}` }))}
      />
      <TextArea
        name={name('toKnow')}
        label={plan.toKnow}
        hint={plan.toKnowHint}
        value={session.toKnow}
        rows={2}
        maxLength={300}
      />
      <TextField
        name={name('toKnowEn')}
        label={plan.inEnglish(plan.toKnow)}
        value={session.toKnowEn}
        maxLength={400}
      />
      {session.seriesId !== null && (
        <RadioField
          name={name('which')}
          label={t.whichOnes}
          value="one"
          options={[
            { value: 'one', label: t.onlyThis },
            { value: 'following', label: t.following, hint: t.followingHint },
          ]}
        />
      )}
      <Button kind="main">{session.status === 'scheduled' ? t.save : t.saveDraft}</Button>
    </Form>
  )
}

/** Folded away, since it is seldom wanted; open again where it needs another look. */
function CancelForm({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const sessionId = data.session.id
  const state = form('cancel')
  const failed = state.refusal !== undefined || Object.keys(state.issues).length > 0
  return (
    <details open={failed}>
      <summary class="button quiet">{t.cancelTitle}</summary>
      <Form
        action={to(urls.changeSession, { sessionId }, { do: 'cancel' })}
        formKey={`${formKey}c`}
        state={state}
        id="cancelling"
      >
        <input type="hidden" name={cancelName('sessionId')} value={sessionId} />
        <TextField
          name={cancelName('reason')}
          label={t.cancelWhy}
          hint={t.cancelHint}
          maxLength={300}
          required
        />
        <Button kind="danger">{t.cancelTitle}</Button>
      </Form>
    </details>
  )
}
