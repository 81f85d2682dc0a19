import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { speakers } from '../../speakers/queries.ts'
import { mayKeepMenu } from '../access.ts'
import { ChooseSpeakers, chooseSpeakers } from '../choose-speakers.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findTalk, speakersOfTalk } from '../queries.ts'
import { whyNotRetired } from '../rules.ts'

const words = { zh, en }
const name = namesOf(ChooseSpeakers)

type Data = {
  talk: NonNullable<Awaited<ReturnType<typeof findTalk>>>
  speakers: readonly { id: string; name: string; strength: number | null }[]
}

/** The office says who gives a talk and how well: those who give it stand first. */
export const talkSpeakersPage = page<Data>({
  title: ({ talk }, language) => words[language].speakersTitle(titleIn(language, talk)),
  async load(ctx, { params }) {
    const talk = found(await findTalk(ctx, params['talkId']!))
    authorise(mayKeepMenu(ctx.actor))
    const giving = new Map(
      (await speakersOfTalk(ctx, talk.id)).map(({ id, strength }) => [id, strength]),
    )
    const registered = (await speakers(ctx))
      .filter(({ leftAt }) => !leftAt)
      .map((speaker) => ({
        id: speaker.id,
        name: speaker.name,
        strength: giving.get(speaker.id) ?? null,
      }))
    return {
      talk,
      speakers: registered.toSorted((a, b) => (b.strength ?? 0) - (a.strength ?? 0)),
    }
  },
  actions: {
    choose: action(ChooseSpeakers, async (ctx, input) => {
      await chooseSpeakers(ctx, input)
      return { to: to(urls.talk, { talkId: input.talkId }), done: 'talk.speakersChosen' }
    }),
  },
  view: (shown) => <ChooseThem {...shown} />,
})

function ChooseThem({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { talk } = data
  const here = { talkId: talk.id }
  const title = titleIn(language, talk)
  return (
    <>
      <PageHead
        title={t.speakersTitle(title)}
        lead={t.speakersLead}
        back={{ href: to(urls.talk, here), label: title }}
      />
      <Form
        action={to(urls.talkSpeakers, here, { do: 'choose' })}
        formKey={formKey}
        state={form('choose')}
      >
        <input type="hidden" name={name('talkId')} value={talk.id} />
        <div class="abreast">
          {data.speakers.map((speaker, at) => (
            <div key={speaker.id}>
              <input type="hidden" name={name(`speakers.${at}.speakerId`)} value={speaker.id} />
              <SelectField
                name={name(`speakers.${at}.strength`)}
                label={speaker.name}
                blank={t.notGiving}
                options={Object.entries(t.strengths).map(([value, label]) => ({ value, label }))}
                value={speaker.strength === null ? undefined : String(speaker.strength)}
              />
            </div>
          ))}
        </div>
        <Button kind="main" whyNot={whyNotRetired(talk)}>
          {t.save}
        </Button>
      </Form>
    </>
  )
}
