import { unitsOf } from '#app/modules/organisation/queries.ts'
import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { SelectField, TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { menuOf } from '../../menu/queries.ts'
import { mayAnswerWishes, maySeeWishes } from '../access.ts'
import { AnswerWish, answerWish } from '../answer-wish.ts'
import { MakeWish, makeWish } from '../make-wish.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type WishRow, wishesIn } from '../queries.ts'

const words = { zh, en }
const wishName = namesOf(MakeWish)
const answerName = namesOf(AnswerWish)

type Data = {
  wishes: WishRow[]
  units: Awaited<ReturnType<typeof unitsOf>>
  talks: Awaited<ReturnType<typeof menuOf>>['talks']
  answers: boolean
}

/** What branches would like to hear that is not on the menu, and what the office answers. */
export const wishesPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx) {
    authorise(maySeeWishes(ctx.actor))
    const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
    const answers = mayAnswerWishes(ctx.actor)
    return {
      wishes: await wishesIn(ctx, scope),
      units: (await unitsOf(ctx, scope.unitIds)).filter((unit) => unit.kind === 'branch'),
      talks: answers ? (await menuOf(ctx)).talks : [],
      answers,
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

function Wishes(shown: Shown<Data>) {
  const t = useWords(words)
  const { wishes, answers } = shown.data
  const { refusal } = shown.form('answer')
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
      <ul class="cards">
        {wishes.map((wish) => (
          <li key={wish.id} class="card">
            <OneWish {...shown} wish={wish} />
          </li>
        ))}
      </ul>
    </>
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
  return (
    <details open={own}>
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
          options={data.talks.map((talk) => ({ value: talk.id, label: titleIn(language, talk) }))}
        />
        <Button kind="main">{t.give}</Button>
      </Form>
    </details>
  )
}
