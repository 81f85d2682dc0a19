import { currentSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup, NumberField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { speakers } from '../../speakers/queries.ts'
import { mayKeepMenu } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PutTalkOnMenu, putTalkOnMenu } from '../put-talk-on-menu.ts'
import { topicsOf } from '../queries.ts'

const words = { zh, en }
const name = namesOf(PutTalkOnMenu)

type Named = { code: string; name: string; nameEn: string }
type Data = {
  topics: readonly Named[]
  strands: readonly Named[]
  speakers: readonly { id: string; name: string }[]
}

/** The office puts a talk on the menu. */
export const newTalkPage = page<Data>({
  title: (_, language) => words[language].newTitle,
  async load(ctx) {
    authorise(mayKeepMenu(ctx.actor))
    const season = await currentSeason(ctx)
    const registered = await speakers(ctx)
    return {
      topics: await topicsOf(ctx),
      strands: season ? await strandsOf(ctx, season.id) : [],
      speakers: registered.filter((speaker) => !speaker.leftAt),
    }
  },
  actions: {
    put: action(PutTalkOnMenu, async (ctx, input) => {
      const talk = await putTalkOnMenu(ctx, input)
      return { to: to(urls.talk, { talkId: talk.id }), done: 'talk.putOnMenu' }
    }),
  },
  view: (shown) => <NewTalk {...shown} />,
})

function NewTalk({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const options = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  const named = (rows: readonly Named[]) =>
    rows.map((row) => ({ value: row.code, label: language === 'en' ? row.nameEn : row.name }))
  return (
    <>
      <PageHead title={t.newTitle} back={{ href: urls.menu, label: t.back }} />
      <Form action={to(urls.newTalk, null, { do: 'put' })} formKey={formKey} state={form('put')}>
        <TextField name={name('title')} label={t.talkTitle} required />
        <TextField name={name('titleEn')} label={t.inEnglish(t.talkTitle)} />
        <TextArea name={name('about')} label={t.about} hint={t.aboutHint} required />
        <TextArea name={name('aboutEn')} label={t.inEnglish(t.about)} />
        <SelectField
          name={name('strandCode')}
          label={t.facets.strand}
          options={named(data.strands)}
          required
        />
        <CheckboxGroup
          name={name('topics')}
          label={t.facets.topic}
          options={named(data.topics)}
          required
        />
        <CheckboxGroup
          name={name('audiences')}
          label={t.facets.audience}
          options={options(t.audiences)}
          required
        />
        <CheckboxGroup
          name={name('formats')}
          label={t.facets.format}
          options={options(t.formats)}
          required
        />
        <CheckboxGroup
          name={name('languages')}
          label={t.facets.language}
          options={options(t.languages)}
          required
        />
        <NumberField name={name('minutes')} label={t.lengthLabel} min={5} max={240} required />
        <CheckboxGroup
          name={name('speakerIds')}
          label={t.speakers}
          options={data.speakers.map((speaker) => ({ value: speaker.id, label: speaker.name }))}
          required
        />
        <TextField name={name('brings')} label={t.brings} hint={t.bringsHint} />
        <TextField name={name('bringsEn')} label={t.inEnglish(t.brings)} />
        <Button kind="main">{t.put}</Button>
      </Form>
    </>
  )
}
