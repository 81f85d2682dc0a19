import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import { optional } from '#app/platform/http/forms.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { saySpan } from '#app/ui/dates.ts'
import { Form } from '#app/ui/form.tsx'
import { Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { Roll, RollLine, StickyActions } from '#app/ui/roll.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../../access.ts'
import { findSession, type SessionRow } from '../../queries.ts'
import { CallRoll, callRoll } from '../../roll/call-roll.ts'
import { en as rollEn } from '../../roll/messages.en.ts'
import { zh as rollZh } from '../../roll/messages.zh.ts'
import { type RollLine as Line, rollOf } from '../../roll/queries.ts'
import { whyNotRollCalled } from '../../roll/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }
const rollWords = { zh: rollZh, en: rollEn }

const Typed = z.strictObject({
  marks: CallRoll.shape.marks,
  /** Whoever has no tick on the paper stayed away. */
  rest: optional(z.enum(['absent'])),
})
const name = namesOf(Typed)

type Data = {
  session: SessionRow
  lines: Line[]
  callerId: string | null
  whyNot: string | null
}

/** A sheet of paper typed in: the same names with the same numbers, line by line. */
export const typedRollPage = page<Data>({
  title: (_, language) => words[language].typed.title,
  async load(ctx, visit) {
    const session = found(await findSession(ctx, visit.params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    return {
      session,
      lines: await rollOf(ctx, session, false),
      callerId: ctx.actor.personId,
      whyNot: whyNotRollCalled(session, ctx.now),
    }
  },
  actions: {
    call: action(Typed, async (ctx, input, visit) => {
      const sessionId = visit.params['sessionId']!
      const marks = Object.fromEntries(
        Object.entries(input.marks).map(([personId, mark]) => [
          personId,
          input.rest && !mark.presence && !mark.seen
            ? { presence: 'absent' as const, seen: undefined }
            : mark,
        ]),
      )
      await callRoll(ctx, { sessionId, marks })
      return { to: to(urls.typedRoll, { sessionId }), done: 'sheet.typed' }
    }),
  },
  view: (shown) => <TypedRoll {...shown} />,
})

function TypedRoll(shown: Shown<Data>) {
  const t = useWords(words).typed
  const { language, reason } = useSpeech()
  const titleOf = useTitle()
  const { session, whyNot, lines } = shown.data
  const here = { sessionId: session.id }
  return (
    <>
      <PageHead
        title={t.title}
        over={saySpan(session.during.start, session.during.end, language, shown.visit.now)}
        lead={whyNot === null ? t.lead : undefined}
        back={{ href: to(urls.session, here), label: titleOf(session) }}
      />
      {whyNot !== null ? (
        <Callout kind="info" title={reason(whyNot)} />
      ) : lines.length === 0 ? (
        <Empty>{t.nobody}</Empty>
      ) : (
        <Lines {...shown} />
      )}
      {whyNot === null && (
        <p>
          <LinkButton kind="quiet" href={to(urls.roll, here)}>
            {t.toRoll}
          </LinkButton>
        </p>
      )}
    </>
  )
}

function Lines({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words).typed
  const { presences, shortPresences } = useWords(rollWords)
  const { session, lines, callerId } = data
  const state = form('call')
  return (
    <Form
      action={to(urls.typedRoll, { sessionId: session.id }, { do: 'call' })}
      formKey={formKey}
      state={state}
    >
      <Roll>
        {lines.map((line, at) => {
          const said = `${at + 1} · ${line.name}`
          if (line.id === callerId) return <p key={line.id}>{`${said} · ${t.oneself}`}</p>
          const field = name(`marks.${line.id}.presence`)
          const kept = state.values[field]
          return (
            <div key={line.id}>
              <input
                type="hidden"
                name={name(`marks.${line.id}.seen`)}
                value={line.presence ?? ''}
              />
              <RollLine
                name={field}
                person={said}
                from={line.unitName ?? undefined}
                choices={[
                  { value: 'came', label: presences.came },
                  {
                    value: 'left_early',
                    label: presences.left_early,
                    short: shortPresences.left_early,
                  },
                  { value: 'absent', label: presences.absent, short: shortPresences.absent },
                ]}
                chosen={typeof kept === 'string' ? kept : (line.presence ?? undefined)}
              />
            </div>
          )
        })}
      </Roll>
      <StickyActions>
        <Button kind="main" icon="check">
          {t.save}
        </Button>
        <Button name={name('rest')} value="absent">
          {t.absent}
        </Button>
      </StickyActions>
    </Form>
  )
}
