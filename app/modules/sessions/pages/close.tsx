import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton } from '#app/ui/button.tsx'
import { FieldGroup, NumberField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Facts } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../access.ts'
import { CloseSession, closeSession, mostThings } from '../close-session.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findSession, type SessionRow } from '../queries.ts'
import { marksOf } from '../roll/queries.ts'
import { attendedIn, countRoll } from '../roll/rules.ts'
import { whyNotClosed } from '../rules.ts'

const words = { zh, en }

const Outcome = CloseSession.omit({ sessionId: true })
const name = namesOf(Outcome)

type Data = { session: SessionRow; marked: number; named: number; whyNot: string | null }

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

function ClosePage({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words).close
  const titleOf = useTitle()
  const { session, marked, named, whyNot } = data
  const sessionId = session.id
  const { values, issues } = form('close')
  const isFilled = (field: string) => /^given\.[2-9]/.test(field) && values[field] !== ''
  const moreTyped = [...Object.keys(values), ...Object.keys(issues)].some(isFilled)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        back={{ href: to(urls.session, { sessionId }), label: titleOf(session) }}
      />
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
        formKey={formKey}
        state={form('close')}
      >
        <NumberField
          name={name('guests')}
          label={t.guests}
          hint={t.guestsHint}
          unit={t.people}
          min={0}
          max={5000}
          value="0"
        />
        <FieldGroup legend={t.given} hint={t.givenHint}>
          <Things lines={[0, 1]} />
          <details open={moreTyped}>
            <summary class="button quiet">{t.more}</summary>
            <Things lines={Array.from({ length: mostThings - 2 }, (_, at) => at + 2)} />
          </details>
        </FieldGroup>
        <TextArea name={name('note')} label={t.note} hint={t.noteHint} maxLength={2000} />
        <Button kind="main" icon="check" whyNot={whyNot}>
          {t.submit}
        </Button>
      </Form>
    </>
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
