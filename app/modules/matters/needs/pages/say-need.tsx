import { openUnits } from '#app/modules/organisation/queries.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import {
  CheckboxField,
  FieldGroup,
  PhoneField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayWriteForOthers } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { categories } from '../rules.ts'
import { SayNeed, sayNeed } from '../say-need.ts'

const words = { zh, en }
const name = namesOf(SayNeed)

type Data = {
  communities: { id: string; name: string }[]
  /** The form for staff, who write down what someone says to them. */
  forOther: boolean
  mayForOther: boolean
}

/** Where a resident says what is lacking, without a sign-in; and where staff write it down for one. */
export const sayNeedPage = page<Data>({
  open: true,
  title: ({ forOther }, language) => {
    const { say } = words[language]
    return forOther ? say.forOther : say.title
  },
  async load(ctx, { query }) {
    const mayForOther = mayWriteForOthers(ctx.actor)
    const units = await openUnits(ctx)
    return {
      communities: units.filter(({ kind }) => kind === 'community'),
      forOther: mayForOther && query.get('for') === 'other',
      mayForOther,
    }
  },
  actions: {
    say: action(SayNeed, async (ctx, input, { address }) => {
      const said = await sayNeed(ctx, { ...input, address })
      return {
        to: to(urls.needStatus, null, { key: said.link }),
        done: said.masked ? 'need.saidMasked' : 'need.said',
      }
    }),
  },
  view: (shown) => <Say {...shown} />,
})

function Say({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { forOther } = data
  const links = (
    <>
      <LinkButton href={to(urls.needStatus)}>{t.say.toStatus}</LinkButton>
      {data.mayForOther && !forOther && (
        <LinkButton href={to(urls.sayNeed, null, { for: 'other' })}>{t.say.forOther}</LinkButton>
      )}
    </>
  )
  return (
    <>
      <PageHead
        title={forOther ? t.say.forOther : t.say.title}
        lead={forOther ? t.say.forOtherLead : t.say.lead}
        actions={links}
      />
      <Form
        action={to(urls.sayNeed, null, { do: 'say', for: forOther ? 'other' : null })}
        formKey={formKey}
        state={form('say')}
      >
        <TextArea
          name={name('words')}
          label={t.say.words}
          hint={t.say.wordsHint}
          rows={4}
          maxLength={600}
          required
        />
        <SelectField
          name={name('category')}
          label={t.say.category}
          required
          options={categories.map((value) => ({ value, label: t.categories[value] }))}
        />
        <SelectField
          name={name('communityId')}
          label={t.say.community}
          required
          options={data.communities.map(({ id, name: label }) => ({ value: id, label }))}
        />
        <TextField
          name={name('landmark')}
          label={t.say.landmark}
          hint={t.say.landmarkHint}
          maxLength={60}
        />
        {forOther && (
          <RadioField
            name={name('channel')}
            label={t.say.channel}
            value="phone"
            required
            options={(['phone', 'paper'] as const).map((value) => ({
              value,
              label: t.channels[value],
            }))}
          />
        )}
        <FieldGroup legend={forOther ? t.say.reachOther : t.say.reach} hint={t.say.reachHint}>
          <TextField name={name('name')} label={t.say.name} maxLength={60} />
          <PhoneField name={name('phone')} label={t.say.phone} required={!forOther} />
          {forOther && (
            <TextField name={name('how')} label={t.say.how} hint={t.say.howHint} maxLength={100} />
          )}
        </FieldGroup>
        <CheckboxField
          name={name('othersMaySee')}
          label={forOther ? t.say.othersMaySeeOther : t.say.othersMaySee}
        />
        <Button kind="main">{forOther ? t.say.keep : t.say.send}</Button>
      </Form>
    </>
  )
}
