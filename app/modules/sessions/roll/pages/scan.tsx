import { z } from 'zod'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { text } from '#app/platform/http/forms.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Island } from '#app/ui/island.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../../access.ts'
import { en } from '../../codes/messages.en.ts'
import { zh } from '../../codes/messages.zh.ts'
import { expectedAt, namesOfPeople, personsOfSpoken } from '../../codes/queries.ts'
import { digitsIn, type Expected, type Named, spacedDigits } from '../../codes/rules.ts'
import { findSession, type SessionRow } from '../../queries.ts'
import { callRoll } from '../call-roll.ts'
import type { OnScanPage } from '../islands/scan-parts.ts'
import { whyNotRollCalled } from '../rules.ts'

const words = { zh, en }

const Say = z.strictObject({ digits: text(20) })
const Mark = z.strictObject({ personId: z.uuid(), presence: z.enum(['came', 'absent']) })
const name = namesOf(Say)

type Data = {
  session: SessionRow
  street: number
  people: Expected[]
  /** Digits that several people have, and who they are. */
  choice: { digits: string; people: Named[] } | null
  /** Who was marked last, without script. */
  last: { person: Named; presence: 'came' | 'absent' } | null
  whyNot: string | null
}

/**
 * Where a host scans codes. The script reads them and keeps marks like the roll's own taps; without it,
 * the six digits that a person says are typed in.
 */
export const scanPage = page<Data>({
  wasm: true,
  title: (_, language) => words[language].scan.title,
  async load(ctx, { params, query }) {
    const session = found(await findSession(ctx, params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    const digits = digitsIn(query.get('digits') ?? '')
    const same = digits ? await personsOfSpoken(ctx, session.id, digits) : []
    const lastId = z.uuid().safeParse(query.get('marked')).data
    const names = await namesOfPeople(ctx, lastId ? [...same, lastId] : same)
    const last = names.find(({ id }) => id === lastId)
    return {
      session,
      street: ctx.street,
      people: await expectedAt(ctx, session.id),
      choice:
        digits && same.length > 1
          ? { digits, people: names.filter(({ id }) => same.includes(id)) }
          : null,
      last: last
        ? { person: last, presence: query.get('as') === 'absent' ? 'absent' : 'came' }
        : null,
      whyNot: whyNotRollCalled(session, ctx.now),
    }
  },
  actions: {
    say: action(Say, async (ctx, input, { params }) => {
      const sessionId = params['sessionId']!
      const session = found(await findSession(ctx, sessionId))
      authorise(mayRunSession(ctx.actor, session))
      const digits = digitsIn(input.digits)
      const [personId, another] = digits ? await personsOfSpoken(ctx, sessionId, digits) : []
      refuseIf(personId === undefined ? 'rollCode.noDigits' : null)
      if (another) return { to: to(urls.scan, { sessionId }, { digits }) }
      await callRoll(ctx, { sessionId, marks: { [personId!]: { presence: 'came' } } })
      return { to: to(urls.scan, { sessionId }, { marked: personId! }) }
    }),
    mark: action(Mark, async (ctx, { personId, presence }, { params }) => {
      const sessionId = params['sessionId']!
      await callRoll(ctx, { sessionId, marks: { [personId]: { presence } } })
      return { to: to(urls.scan, { sessionId }, { marked: personId, as: presence }) }
    }),
  },
  view: (shown) => <Scan {...shown} />,
})

function Scan(shown: Shown<Data>) {
  const t = useWords(words).scan
  const { reason } = useSpeech()
  const { session, whyNot } = shown.data
  const { during } = session
  const early = whyNot === 'session.rollTooEarly'
  return (
    <>
      <PageHead
        title={t.title}
        over={
          <>
            {useTitle()(session)} · <Time at={during.start} to={during.end} now={shown.visit.now} />
          </>
        }
        back={{ href: to(urls.roll, { sessionId: session.id }), label: t.back }}
        lead={whyNot === null ? t.lead : undefined}
      />
      {whyNot !== null && <Callout kind="info" title={early ? t.early : reason(whyNot)} />}
      <Marked {...shown} />
      {(whyNot === null || early) && (
        <>
          <Camera {...shown} />
          <Digits {...shown} />
        </>
      )}
    </>
  )
}

/** What only a script can do, shown by it: the camera, a photo, and what was read. */
function Camera({ data }: Shown<Data>) {
  const t = useWords(words)
  const { session, people, street } = data
  const given: OnScanPage = {
    sessionId: session.id,
    path: to(urls.roll, { sessionId: session.id }),
    street,
    people,
    words: { ...t.scan, which: t.scan.which('%'), reasons: t.reasons },
  }
  return (
    <div class="scan" hidden data-scan={JSON.stringify(given)}>
      <div class="scan-frame" hidden data-frame>
        <video playsInline muted data-video />
        <p>{t.scan.aim}</p>
      </div>
      <p class="scan-said" role="status" data-said />
      <Actions>
        <button type="button" class="button main" data-camera>
          {t.scan.camera}
        </button>
        <label class="button plain scan-photo">
          {t.scan.photo}
          <input type="file" accept="image/*" capture="environment" data-photo />
        </label>
      </Actions>
      <p class="quietly">{t.scan.photoHint}</p>
      <section hidden data-list>
        <h2>{t.scan.scanned}</h2>
        <ol class="scans" data-lines />
      </section>
      <Island source="app/modules/sessions/roll/islands/scan.tsx" />
    </div>
  )
}

function Digits({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words).scan
  const { session, choice } = data
  const sessionId = session.id
  return (
    <Section title={t.noCard}>
      {choice && (
        <div role="status">
          <p>
            <b>{t.which(spacedDigits(choice.digits))}</b>
          </p>
          <Actions>
            {choice.people.map((person) => (
              <PostButton
                key={person.id}
                action={to(urls.scan, { sessionId }, { do: 'mark' })}
                formKey={`${formKey}${person.id}`}
                values={{ personId: person.id, presence: 'came' }}
              >
                {[person.name, person.unitName].filter(Boolean).join(' · ')}
              </PostButton>
            ))}
          </Actions>
        </div>
      )}
      <Form
        id="digits"
        action={to(urls.scan, { sessionId }, { do: 'say' })}
        formKey={formKey}
        state={form('say')}
      >
        <TextField
          name={name('digits')}
          label={t.digits}
          hint={t.digitsHint}
          inputmode="numeric"
          autocomplete="off"
          maxLength={20}
          required
        />
        <Actions>
          <Button kind="main">{t.mark}</Button>
          <LinkButton kind="quiet" href={to(urls.roll, { sessionId })}>
            {t.toRoll}
          </LinkButton>
        </Actions>
      </Form>
    </Section>
  )
}

/** Who was marked just now, with the way to take it back. */
function Marked({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words).scan
  const { last, session } = data
  const { refusal } = form('mark')
  if (refusal !== undefined) return <Callout kind="failed" title={refusal} />
  if (!last) return null
  const { person, presence } = last
  const who = [person.name, person.unitName].filter(Boolean).join(' · ')
  return (
    <Callout kind="saved" title={`${who} · ${presence === 'came' ? t.came : t.undone}`}>
      {presence === 'came' && (
        <PostButton
          kind="quiet"
          action={to(urls.scan, { sessionId: session.id }, { do: 'mark' })}
          formKey={`${formKey}undo`}
          values={{ personId: person.id, presence: 'absent' }}
        >
          {t.undo}
        </PostButton>
      )}
    </Callout>
  )
}
