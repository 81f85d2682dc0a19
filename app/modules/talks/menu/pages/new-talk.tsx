import { z } from 'zod'
import { currentSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, CheckboxGroup, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { speakers } from '../../speakers/queries.ts'
import { findWish, type WishRow } from '../../wishes/queries.ts'
import { mayKeepMenu } from '../access.ts'
import { AddTopic, addTopic } from '../add-topic.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PutTalkOnMenu, putTalkOnMenu } from '../put-talk-on-menu.ts'
import { topicsOf } from '../queries.ts'
import { type Named, TalkFields } from './talk-fields.tsx'

const words = { zh, en }
const name = namesOf(PutTalkOnMenu)
const topicName = namesOf(AddTopic)

type Data = {
  topics: readonly Named[]
  strands: readonly Named[]
  speakers: readonly { id: string; name: string }[]
  /** The wish that the talk is to fulfil. */
  wish: WishRow | null
}

/** The office puts a talk on the menu, or begins to prepare one; perhaps because a branch wished for it. */
export const newTalkPage = page<Data>({
  title: (_, language) => words[language].newTitle,
  async load(ctx, { query }) {
    authorise(mayKeepMenu(ctx.actor))
    const season = await currentSeason(ctx)
    const registered = await speakers(ctx)
    const wishId = z.uuid().safeParse(query.get('wish')).data
    return {
      topics: await topicsOf(ctx),
      strands: season ? await strandsOf(ctx, season.id) : [],
      speakers: registered.filter((speaker) => !speaker.leftAt),
      wish: (wishId && (await findWish(ctx, wishId))) || null,
    }
  },
  actions: {
    put: action(PutTalkOnMenu, async (ctx, input, { query }) => {
      const { id: talkId } = await putTalkOnMenu(ctx, input)
      const wish = query.get('wish')
      const done = input.draft ? 'talk.begun' : 'talk.putOnMenu'
      return wish && !input.draft
        ? { to: to(urls.wishes, null, { wish, talk: talkId }), done }
        : { to: to(urls.talk, { talkId }), done }
    }),
    topic: action(AddTopic, async (ctx, input, { query }) => {
      await addTopic(ctx, input)
      const wish = query.get('wish') ?? undefined
      return { to: to(urls.newTalk, null, { wish }), done: 'topic.added' }
    }),
  },
  view: (shown) => <NewTalk {...shown} />,
})

function NewTalk(shown: Shown<Data>) {
  const t = useWords(words)
  const { data, form, formKey } = shown
  const { wish } = data
  return (
    <>
      <PageHead title={t.newTitle} back={{ href: urls.menu, label: t.back }} />
      {wish && <Callout kind="info" title={t.fromWish(wish.unitName, wish.words)} />}
      <MissingTopic {...shown} />
      <Form
        action={to(urls.newTalk, null, { do: 'put', wish: wish?.id })}
        formKey={formKey}
        state={form('put')}
      >
        <TalkFields {...data} />
        <CheckboxGroup
          name={name('speakerIds')}
          label={t.speakers}
          options={data.speakers.map((speaker) => ({ value: speaker.id, label: speaker.name }))}
          required
        />
        <CheckboxField name={name('draft')} label={t.draft} />
        <Button kind="main">{t.put}</Button>
      </Form>
    </>
  )
}

/** A street keeps its own list of topics; without one no talk can be put on the menu. */
function MissingTopic({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const state = form('topic')
  const isTyped = Object.keys(state.values).length > 0
  return (
    <details open={isTyped || data.topics.length === 0}>
      <summary>{t.addTopic}</summary>
      <Form
        id="topic"
        action={to(urls.newTalk, null, { do: 'topic', wish: data.wish?.id })}
        formKey={`${formKey}topic`}
        state={state}
      >
        <p class="quietly">{t.addTopicLead}</p>
        <TextField name={topicName('name')} label={t.topicName} maxLength={20} required />
        <TextField name={topicName('nameEn')} label={t.topicNameEn} maxLength={40} required />
        <Button>{t.addTopic}</Button>
      </Form>
    </details>
  )
}
