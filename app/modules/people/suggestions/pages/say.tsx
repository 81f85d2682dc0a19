import { z } from 'zod'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { sayMoment } from '#app/ui/dates.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Facts } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { localPath } from '../../accounts/rules.ts'
import { MakeSuggestion, makeSuggestion } from '../make-suggestion.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findSuggestion } from '../queries.ts'

const words = { zh, en }
const name = namesOf(MakeSuggestion)

type Made = NonNullable<Awaited<ReturnType<typeof findSuggestion>>>
/** The page the person came from, and what they said earlier where a notice led here. */
type Data = { page: string; made: Made | null }

/** Where anyone suggests or complains; one tap from every page. */
export const sayPage = page<Data>({
  open: true,
  title: (_, language) => words[language].say.title,
  async load(ctx, { query }) {
    const from = localPath(query.get('page')) ?? ''
    const wanted = z.uuid().safeParse(query.get('made')).data
    const made = wanted === undefined ? undefined : await findSuggestion(ctx, wanted)
    const own = made !== undefined && made.personId !== null && made.personId === ctx.actor.personId
    return { page: from.split('?')[0]!, made: own ? made : null }
  },
  actions: {
    say: action(MakeSuggestion, async (ctx, input) => {
      await makeSuggestion(ctx, input)
      return { to: localPath(input.page) ?? urls.say, done: 'suggestion.made' }
    }),
  },
  view: (shown) => <Say {...shown} />,
})

function Say({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words).say
  const { actor } = visit.reader
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      {data.made !== null && <Earlier made={data.made} now={visit.now} />}
      <Form action={to(urls.say, null, { do: 'say' })} formKey={formKey} state={form('say')}>
        <input type="hidden" name={name('page')} value={data.page} />
        <TextArea
          name={name('words')}
          label={t.words}
          hint={t.wordsHint}
          rows={6}
          maxLength={2000}
          required
        />
        {data.page !== '' && <p class="quietly">{t.about(data.page)}</p>}
        <p class="quietly">
          {actor.kind === 'person' ? (
            t.withName(actor.name)
          ) : (
            <>
              {t.withoutName} <a href={to(urls.signIn, null, { from: visit.here })}>{t.signIn}</a>
            </>
          )}
        </p>
        <Button kind="main">{t.send}</Button>
      </Form>
    </>
  )
}

function Earlier({ made, now }: { made: Made; now: Date }) {
  const t = useWords(words).say
  const { language } = useSpeech()
  return (
    <Section title={t.yours}>
      <Facts
        items={[
          { term: sayMoment(made.madeAt, language, now), value: made.words },
          { term: t.answer, value: made.answer ?? t.notYet },
        ]}
      />
    </Section>
  )
}
