import { topicsOf } from '#app/modules/talks/menu/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { addDays, dayOf } from '#app/platform/time.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup, DateField, NumberField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { findNeed, type Need, thingsLike } from '../../needs/queries.ts'
import { alike } from '../../needs/rules.ts'
import { mayPublish } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PublishMatter, publishMatter } from '../publish-matter.ts'

const words = { zh, en }
const name = namesOf(PublishMatter)
const usualDays = 21

type Data = {
  need: Need
  alike: { id: string; words: string }[]
  topics: Awaited<ReturnType<typeof topicsOf>>
}

/** Where the office makes a matter of a need, and of others like it. */
export const publishMatterPage = page<Data>({
  title: (_, language) => words[language].publish.title,
  async load(ctx, { params }) {
    authorise(mayPublish(ctx.actor))
    const need = found(await findNeed(ctx, params['needId']!))
    const { needs } = await thingsLike(ctx, need)
    const near = needs.filter(({ communityId }) => communityId === need.communityId)
    return { need, alike: alike(need, near), topics: await topicsOf(ctx) }
  },
  actions: {
    publish: action(PublishMatter, async (ctx, input) => {
      const matter = await publishMatter(ctx, input)
      return {
        to: to(urls.matter, { matterId: matter.id }),
        done: matter.masked ? 'matter.publishedMasked' : 'matter.published',
      }
    }),
  },
  view: (shown) => <Publish {...shown} />,
})

function Publish(shown: Shown<Data>) {
  const t = useWords(words).publish
  const { need } = shown.data
  const here = { needId: need.id }
  return (
    <>
      <PageHead
        back={{ href: to(urls.need, here), label: need.words }}
        title={t.title}
        lead={t.lead}
      />
      <Form
        action={to(urls.publishMatter, here, { do: 'publish' })}
        formKey={shown.formKey}
        state={shown.form('publish')}
      >
        <input type="hidden" name={name('needIds')} value={need.id} />
        <WhatFields {...shown} />
        <HowFields {...shown} />
        <Button kind="main">{t.send}</Button>
      </Form>
    </>
  )
}

function WhatFields({ data }: Shown<Data>) {
  const t = useWords(words).publish
  return (
    <>
      <TextField name={name('title')} label={t.name} hint={t.nameHint} maxLength={60} required />
      <TextField name={name('titleEn')} label={t.nameEn} maxLength={120} />
      <TextArea
        name={name('doneWhen')}
        label={t.doneWhen}
        hint={t.doneWhenHint}
        rows={3}
        maxLength={300}
        required
      />
      <TextField
        name={name('landmark')}
        label={t.landmark}
        value={data.need.landmark}
        maxLength={60}
      />
      {data.alike.length > 0 && (
        <CheckboxGroup
          name={name('needIds')}
          label={t.also}
          options={data.alike.map((need) => ({ value: need.id, label: need.words }))}
        />
      )}
    </>
  )
}

function HowFields({ data, visit }: Shown<Data>) {
  const t = useWords(words).publish
  const { language } = useSpeech()
  const today = dayOf(visit.now)
  return (
    <>
      <NumberField
        name={name('hands')}
        label={t.hands}
        unit={t.handsUnit}
        min={1}
        max={50}
        value="2"
        required
      />
      <NumberField
        name={name('costYuan')}
        label={t.cost}
        unit={t.costUnit}
        min={0}
        value="0"
        required
      />
      <DateField
        name={name('byOn')}
        label={t.by}
        min={today}
        value={addDays(today, usualDays)}
        required
      />
      <TextArea name={name('risk')} label={t.risk} hint={t.riskHint} rows={2} maxLength={300} />
      <TextArea name={name('parts')} label={t.parts} hint={t.partsHint} rows={3} maxLength={200} />
      {data.topics.length > 0 && (
        <CheckboxGroup
          name={name('topics')}
          label={t.topics}
          options={data.topics.map((topic) => ({
            value: topic.code,
            label: language === 'en' ? topic.nameEn : topic.name,
          }))}
        />
      )}
    </>
  )
}
