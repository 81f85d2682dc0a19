import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton } from '#app/ui/button.tsx'
import { CheckboxField, FieldGroup, NumberField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Facts } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { PairNumbers } from '#app/ui/pairs.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../access.ts'
import { CloseSession, closeSession, mostThings } from '../close-session.ts'
import { en } from '../outcomes/messages.en.ts'
import { zh } from '../outcomes/messages.zh.ts'
import { openOnRoll } from '../outcomes/queries.ts'
import { taps } from '../outcomes/rules.ts'
import { findSession, type SessionRow } from '../queries.ts'
import { guestsOf, marksOf } from '../roll/queries.ts'
import { attendedIn, countRoll } from '../roll/rules.ts'
import { whyNotClosed } from '../rules.ts'
import { thingsOf } from '../things/queries.ts'

const words = { zh, en }

const Outcome = CloseSession.omit({ sessionId: true })
const name = namesOf(Outcome)

type Data = {
  session: SessionRow
  marked: number
  named: number
  guests: number
  /** What stands on the roll that nobody has looked at. */
  open: number
  things: Awaited<ReturnType<typeof thingsOf>>
  whyNot: string | null
}

/** How a session came out: what is known is filled in, the rest may stay empty. */
export const closePage = page<Data>({
  title: (_, language) => words[language].close.title,
  async load(ctx, visit) {
    const session = found(await findSession(ctx, visit.params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    const marks = await marksOf(ctx, session.id)
    return {
      session,
      marked: marks.size,
      named: attendedIn(countRoll(marks.values())),
      guests: await guestsOf(ctx, session.id),
      open: await openOnRoll(ctx, session.id),
      things: await thingsOf(ctx, session.id),
      // Guests without a name are still to be typed in, so their number can't refuse anything yet.
      whyNot: whyNotClosed(session, { marked: marks.size, guests: 1 }, ctx.now),
    }
  },
  actions: {
    close: action(Outcome, async (ctx, input, visit) => {
      const sessionId = visit.params['sessionId']!
      await closeSession(ctx, { ...input, sessionId })
      return { to: to(urls.session, { sessionId }), done: 'session.closed' }
    }),
  },
  view: (shown) => <ClosePage {...shown} />,
})

function ClosePage(shown: Shown<Data>) {
  const t = useWords(words).close
  const { session, marked, named, open, guests, whyNot } = shown.data
  const sessionId = session.id
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        back={{ href: to(urls.session, { sessionId }), label: useTitle()(session) }}
      />
      {open > 0 && (
        <Callout kind="warning" title={t.open(open)}>
          <p>{t.openText}</p>
          <p>
            <a href={to(urls.roll, { sessionId })}>{t.seeRoll}</a>
          </p>
        </Callout>
      )}
      <Facts items={[{ term: t.named, value: t.namedCount(named) }]} />
      {marked === 0 && (
        <Actions>
          <LinkButton href={to(urls.roll, { sessionId })} icon="people">
            {t.toRoll}
          </LinkButton>
        </Actions>
      )}
      <Form
        action={to(urls.closeSession, { sessionId }, { do: 'close' })}
        formKey={shown.formKey}
        state={shown.form('close')}
      >
        <NumberField
          name={name('guests')}
          label={t.guests}
          hint={guests > 0 ? t.guestsCounted(guests) : t.guestsHint}
          unit={t.people}
          min={0}
          max={5000}
          value={String(guests)}
        />
        <GivenOut {...shown} />
        <TextArea name={name('note')} label={t.note} hint={t.noteHint} maxLength={2000} />
        <HowItWas {...shown} />
        <Button kind="main" icon="check" whyNot={whyNot}>
          {t.submit}
        </Button>
        <p class="quietly">{t.photosLater}</p>
      </Form>
    </>
  )
}

/** What was counted while the session went stands there already; the rest is typed. */
function GivenOut({ data: { things }, form }: Shown<Data>) {
  const t = useWords(words).close
  const { values, issues } = form('close')
  const isFilled = (field: string) => /^given\.[2-9]/.test(field) && values[field] !== ''
  const moreTyped = [...Object.keys(values), ...Object.keys(issues)].some(isFilled)
  return (
    <FieldGroup legend={t.given} hint={things.length > 0 ? t.givenCounted : t.givenHint}>
      {things.length > 0 && (
        <ul class="plain">
          {things.map((thing) => (
            <li key={thing.id}>{t.thingLine(thing.name, thing.offered, thing.given)}</li>
          ))}
        </ul>
      )}
      <Things lines={[0, 1]} />
      <details open={moreTyped}>
        <summary class="button quiet">{t.more}</summary>
        <Things lines={Array.from({ length: mostThings - 2 }, (_, at) => at + 2)} />
      </details>
    </FieldGroup>
  )
}

function Things({ lines }: { lines: readonly number[] }) {
  const t = useWords(words).close
  return (
    <>
      {lines.map((line) => (
        <div class="amounts" key={line}>
          <TextField name={name(`given.${line}.thing`)} label={t.thing(line + 1)} maxLength={40} />
          <NumberField name={name(`given.${line}.pieces`)} label={t.pieces} min={1} max={100_000} />
        </div>
      ))}
    </>
  )
}

/** Hands that were counted in the room, or strips to be typed in later; else a message asks. */
function HowItWas({ form }: Shown<Data>) {
  const t = useWords(words)
  const { values, issues } = form('close')
  const isFilled = (field: string) => field.startsWith('hands.') && values[field] !== ''
  const typed = [...Object.keys(values), ...Object.keys(issues)].some(isFilled)
  return (
    <FieldGroup legend={t.closing} hint={t.closingHint}>
      <CheckboxField name={name('strips')} label={t.byStrips} />
      <details open={typed}>
        <summary class="button quiet">{t.byHands}</summary>
        <PairNumbers
          labels={[t.yes, t.no]}
          most={5000}
          rows={taps.map((tap) => ({
            label: t.taps[tap],
            names: [name(`hands.${tap}.yes`), name(`hands.${tap}.no`)],
          }))}
        />
      </details>
    </FieldGroup>
  )
}
