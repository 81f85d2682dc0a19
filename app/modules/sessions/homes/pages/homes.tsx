import { z } from 'zod'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { WithdrawConsent, withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { NumberField, SelectField, TimeField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayEnterHomes, maySeeHome } from '../access.ts'
import { EnterHome, enterHome } from '../enter-home.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type HomeRow, homes, householdersFor } from '../queries.ts'

const words = { zh, en }
const name = namesOf(EnterHome)

const Agree = z.strictObject({ venueId: z.uuid() })

type Data = {
  homes: HomeRow[]
  people: Awaited<ReturnType<typeof householdersFor>>
  enters: boolean
  readerId: string | null
}

/** The homes that receive: whose they are, the limits, and whether the householder agrees. */
export const homesPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx) {
    const enters = mayEnterHomes(ctx.actor)
    const seen = (await homes(ctx)).filter((home) => maySeeHome(ctx.actor, home))
    authorise(enters || seen.length > 0)
    return {
      homes: seen,
      people: enters ? await householdersFor(ctx) : [],
      enters,
      readerId: ctx.actor.personId,
    }
  },
  actions: {
    enter: action(EnterHome, async (ctx, input) => {
      await enterHome(ctx, input)
      return { to: urls.homes, done: 'home.entered' }
    }),
    agree: action(Agree, async (ctx, { venueId }) => {
      const home = found((await homes(ctx)).find((each) => each.venueId === venueId))
      const personId = found(home.householderId)
      const subject = { personId, purpose: 'activity' as const, subjectId: venueId }
      // The householder agrees here; whoever else presses this has the signed paper.
      const signed = ctx.actor.personId === personId ? {} : { signedBy: personId }
      await giveConsent(ctx, { ...subject, ...signed })
      return { to: urls.homes, done: 'home.agreed' }
    }),
    withdraw: action(WithdrawConsent, async (ctx, input) => {
      await withdrawConsent(ctx, input)
      return { to: urls.homes, done: 'home.withdrawn' }
    }),
  },
  view: (shown) => <Homes {...shown} />,
})

function Homes(shown: Shown<Data>) {
  const t = useWords(words)
  const refusal = shown.form('agree').refusal ?? shown.form('withdraw').refusal
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.sessions, label: t.back }} />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {shown.data.homes.length === 0 && (
        <Empty action={<LinkButton href={urls.units}>{t.toVenues}</LinkButton>}>{t.none}</Empty>
      )}
      <ul class="cards">
        {shown.data.homes.map((home) => (
          <li key={home.venueId} class="card">
            <OneHome {...shown} home={home} />
          </li>
        ))}
      </ul>
    </>
  )
}

function OneHome(shown: Shown<Data> & { home: HomeRow }) {
  const t = useWords(words)
  const { home, data, formKey } = shown
  const own = home.householderId !== null && home.householderId === data.readerId
  const entered = home.householderId !== null
  return (
    <>
      <p class="over">{home.unitName}</p>
      <h3>
        {home.venueName}{' '}
        {entered && (
          <Badge tone={home.consentId ? 'good' : 'waiting'}>
            {home.consentId ? t.agreed : t.notAgreed}
          </Badge>
        )}
      </h3>
      <p>
        {entered
          ? [
              home.householderName,
              t.guests(home.mostGuests ?? 0),
              t.hours(home.fromTime ?? '', home.untilTime ?? ''),
            ].join(' · ')
          : t.nobody}
      </p>
      <Actions>
        {entered && !home.consentId && (
          <PostButton
            action={to(urls.homes, null, { do: 'agree' })}
            formKey={formKey}
            values={{ venueId: home.venueId }}
            kind={own ? 'main' : 'plain'}
          >
            {own ? t.agree : t.onPaper}
          </PostButton>
        )}
      </Actions>
      {data.enters && <EnterForm {...shown} />}
      {home.consentId && <Withdraw {...shown} consentId={home.consentId} />}
    </>
  )
}

function Withdraw({ consentId, formKey }: Shown<Data> & { consentId: string }) {
  const t = useWords(words)
  return (
    <PostButton
      action={to(urls.homes, null, { do: 'withdraw' })}
      formKey={formKey}
      values={{ consentId }}
      kind="quiet"
    >
      {t.withdraw}
    </PostButton>
  )
}

function EnterForm({ home, data, form, formKey }: Shown<Data> & { home: HomeRow }) {
  const t = useWords(words)
  const state = form('enter')
  const typed = state.values[name('venueId')] === home.venueId
  return (
    <details open={typed}>
      <summary class="button quiet">{home.householderId ? t.change : t.enter}</summary>
      <Form
        id={`home-${home.venueId}`}
        action={to(urls.homes, null, { do: 'enter' })}
        formKey={formKey}
        state={typed ? state : undefined}
      >
        <input type="hidden" name={name('venueId')} value={home.venueId} />
        <SelectField
          name={name('householderId')}
          label={t.householder}
          options={data.people.map((person) => ({
            value: person.id,
            label: [person.name, person.unitName].filter(Boolean).join(' · '),
          }))}
          value={home.householderId ?? undefined}
          required
        />
        <NumberField
          name={name('mostGuests')}
          label={t.mostGuests}
          min={1}
          max={60}
          value={home.mostGuests === null ? undefined : String(home.mostGuests)}
          required
        />
        <TimeField
          name={name('fromTime')}
          label={t.from}
          value={home.fromTime ?? undefined}
          required
        />
        <TimeField
          name={name('untilTime')}
          label={t.until}
          value={home.untilTime ?? undefined}
          required
        />
        <Button>{t.save}</Button>
      </Form>
    </details>
  )
}
