import { z } from 'zod'
import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import { unitsOf } from '#app/modules/organisation/queries.ts'
import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import type { WorkCalendar } from '#app/platform/working-days.ts'
import { Actions, Button, LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Due } from '#app/ui/due.tsx'
import { SelectField, TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { menuOf } from '../../menu/queries.ts'
import { mayAnswerWishes, maySeeWishes } from '../access.ts'
import { AnswerWish, answerWish } from '../answer-wish.ts'
import { MakeWish, makeWish } from '../make-wish.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type WishRow, wishesIn } from '../queries.ts'
import { answerDue } from '../rules.ts'

const words = { zh, en }
const wishName = namesOf(MakeWish)
const answerName = namesOf(AnswerWish)

type Data = {
  wishes: WishRow[]
  units: Awaited<ReturnType<typeof unitsOf>>
  talks: Awaited<ReturnType<typeof menuOf>>['talks']
  answers: boolean
  calendar: WorkCalendar
  /** What was looked for on the menu and not found. */
  typed: string
  /** The wish whose talk has just been made. */
  fulfilled: { wishId: string; talkId: string } | null
}

const id = z.uuid()

/** What branches would like to hear that is not on the menu, and what the office answers. */
export const wishesPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { query }) {
    authorise(maySeeWishes(ctx.actor))
    const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
    const answers = mayAnswerWishes(ctx.actor)
    return {
      wishes: await wishesIn(ctx, scope),
      units: (await unitsOf(ctx, scope.unitIds)).filter((unit) => unit.kind === 'branch'),
      talks: answers ? (await menuOf(ctx)).talks : [],
      answers,
      calendar: await workCalendar(ctx),
      typed: (query.get('words') ?? '').slice(0, 300),
      fulfilled: fulfilledIn(query),
    }
  },
  actions: {
    make: action(MakeWish, async (ctx, input) => {
      await makeWish(ctx, input)
      return { to: urls.wishes, done: 'wish.made' }
    }),
    answer: action(AnswerWish, async (ctx, input) => {
      await answerWish(ctx, input)
      return { to: urls.wishes, done: 'wish.answered' }
    }),
  },
  view: (shown) => <Wishes {...shown} />,
})

function fulfilledIn(query: URLSearchParams): Data['fulfilled'] {
  const [wish, talk] = [id.safeParse(query.get('wish')), id.safeParse(query.get('talk'))]
  return wish.success && talk.success ? { wishId: wish.data, talkId: talk.data } : null
}

function Wishes(shown: Shown<Data>) {
  const t = useWords(words)
  const { wishes, answers } = shown.data
  const { refusal } = shown.form('answer')
  const waiting = wishes.filter(({ answer }) => answer === null)
  const answered = wishes.filter(({ answer }) => answer !== null)
  return (
    <>
      <PageHead
        title={t.title}
        lead={answers ? t.officeLead : t.lead}
        back={{ href: urls.menu, label: t.back }}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {!answers && <WishForm {...shown} />}
      {wishes.length === 0 && <Empty>{t.none}</Empty>}
      {waiting.length > 0 && (
        <Section title={t.waitingTitle(waiting.length)}>
          <WishList {...shown} wishes={waiting} />
        </Section>
      )}
      {answered.length > 0 && (
        <Section title={t.answeredTitle}>
          <WishList {...shown} wishes={answered} />
        </Section>
      )}
    </>
  )
}

function WishList({ wishes, ...shown }: Shown<Data> & { wishes: readonly WishRow[] }) {
  return (
    <ul class="cards">
      {wishes.map((wish) => (
        <li key={wish.id} class="card" id={`wish-${wish.number}`}>
          <OneWish {...shown} wish={wish} />
        </li>
      ))}
    </ul>
  )
}

function WishForm({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const [only] = data.units
  return (
    <Form action={to(urls.wishes, null, { do: 'make' })} formKey={formKey} state={form('make')}>
      <SelectField
        name={wishName('unitId')}
        label={t.unit}
        options={data.units.map((unit) => ({ value: unit.id, label: unit.name }))}
        value={data.units.length === 1 ? only?.id : undefined}
        required
      />
      <TextArea
        name={wishName('words')}
        label={t.words}
        hint={t.wordsHint}
        rows={2}
        maxLength={300}
        value={data.typed || undefined}
        required
      />
      <Button kind="main">{t.send}</Button>
    </Form>
  )
}

function OneWish(shown: Shown<Data> & { wish: WishRow }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { wish, data, visit } = shown
  const talk = wish.talkTitle && {
    title: wish.talkTitle,
    titleEn: wish.talkTitleEn ?? '',
  }
  return (
    <>
      <p class="over">
        {t.number(wish.number)} · {wish.unitName}
      </p>
      <h3>
        {wish.words} {wish.answer === null && <Badge tone="waiting">{t.waiting}</Badge>}
      </h3>
      {wish.answer === null && (
        <p class="facts">
          {t.due} <Due due={answerDue(wish, data.calendar)} now={visit.now} />
        </p>
      )}
      <p class="facts">
        {t.by(wish.madeByName)} · <Time at={wish.madeAt} now={visit.now} />
      </p>
      {wish.answer !== null && (
        <p>
          <b>{t.answer}</b> {wish.answer}
        </p>
      )}
      {talk && wish.talkId && (
        <p>
          <a href={to(urls.talk, { talkId: wish.talkId })}>{titleIn(language, talk)}</a>
        </p>
      )}
      {wish.answer === null && data.answers && <AnswerForm {...shown} />}
    </>
  )
}

function AnswerForm({ wish, data, form, formKey }: Shown<Data> & { wish: WishRow }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const state = form('answer')
  // What was typed belongs to one of the many forms of the page.
  const own = state.values[answerName('wishId')] === wish.id
  const talkId = data.fulfilled?.wishId === wish.id ? data.fulfilled.talkId : undefined
  return (
    <>
      {talkId === undefined ? (
        <Actions>
          <LinkButton href={to(urls.newTalk, null, { wish: wish.id })} kind="quiet">
            {t.toTalk}
          </LinkButton>
        </Actions>
      ) : (
        <Callout kind="info" title={t.nowAnswer} />
      )}
      <details open={own || talkId !== undefined}>
        <summary class="button plain">{t.answer}</summary>
        <Form
          id={`answer-${wish.number}`}
          action={to(urls.wishes, null, { do: 'answer' })}
          formKey={formKey}
          state={own ? state : undefined}
        >
          <input type="hidden" name={answerName('wishId')} value={wish.id} />
          <TextArea
            name={answerName('answer')}
            label={t.answer}
            hint={t.answerHint}
            rows={3}
            maxLength={600}
            required
          />
          <SelectField
            name={answerName('talkId')}
            label={t.talk}
            blank={t.noTalk}
            value={talkId}
            options={data.talks.map((talk) => ({ value: talk.id, label: titleIn(language, talk) }))}
          />
          <Button kind="main">{t.give}</Button>
        </Form>
      </details>
    </>
  )
}
