import { currentSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayKeepMenu } from '../access.ts'
import { ChangeTalk, changeTalk } from '../change-talk.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findTalk, topicsOf } from '../queries.ts'
import { whyNotRetired } from '../rules.ts'
import { type Named, TalkFields } from './talk-fields.tsx'

const words = { zh, en }
const name = namesOf(ChangeTalk)

type Data = {
  talk: NonNullable<Awaited<ReturnType<typeof findTalk>>>
  topics: readonly Named[]
  strands: readonly Named[]
}

/** The office changes what the menu says of a talk, and says in a sentence what is new. */
export const changeTalkPage = page<Data>({
  title: ({ talk }, language) => words[language].changeTitle(titleIn(language, talk)),
  async load(ctx, { params }) {
    const talk = found(await findTalk(ctx, params['talkId']!))
    authorise(mayKeepMenu(ctx.actor))
    const season = await currentSeason(ctx)
    return {
      talk,
      topics: await topicsOf(ctx),
      strands: season ? await strandsOf(ctx, season.id) : [],
    }
  },
  actions: {
    change: action(ChangeTalk, async (ctx, input) => {
      await changeTalk(ctx, input)
      return { to: to(urls.talk, { talkId: input.talkId }), done: 'talk.changed' }
    }),
  },
  view: (shown) => <Change {...shown} />,
})

function Change({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { talk } = data
  const here = { talkId: talk.id }
  const title = titleIn(language, talk)
  return (
    <>
      <PageHead
        title={t.changeTitle(title)}
        lead={talk.putOnMenuAt ? t.changeLead : t.draftLead}
        back={{ href: to(urls.talk, here), label: title }}
      />
      <Form
        action={to(urls.changeTalk, here, { do: 'change' })}
        formKey={formKey}
        state={form('change')}
      >
        <input type="hidden" name={name('talkId')} value={talk.id} />
        <input type="hidden" name={name('version')} value={talk.version} />
        <TalkFields {...data} />
        {talk.putOnMenuAt && (
          <TextField
            name={name('note')}
            label={t.note}
            hint={t.noteHint}
            maxLength={200}
            required
          />
        )}
        <Button kind="main" whyNot={whyNotRetired(talk)}>
          {t.save}
        </Button>
      </Form>
    </>
  )
}
