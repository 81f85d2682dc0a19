import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { FieldGroup, NumberField, TimeField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { maySetServiceRule } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { serviceRule } from '../queries.ts'
import { clockOf, type ServiceRule } from '../rules.ts'
import { SetServiceRule, setServiceRule } from '../set-service-rule.ts'

const words = { zh, en }
const name = namesOf(SetServiceRule)

/** What protects those who serve, as the office sets it; each change is a version of its own. */
export const serviceRulesPage = page<{ rule: ServiceRule }>({
  title: (_, language) => words[language].rules.title,
  async load(ctx) {
    authorise(maySetServiceRule(ctx.actor))
    return { rule: await serviceRule(ctx) }
  },
  actions: {
    set: action(SetServiceRule, async (ctx, input) => {
      await setServiceRule(ctx, input)
      return { to: to(urls.serviceRules), done: 'serviceRule.set' }
    }),
  },
  view: (shown) => <Rules {...shown} />,
})

function Rules({ data: { rule }, form, formKey }: Shown<{ rule: ServiceRule }>) {
  const t = useWords(words).rules
  return (
    <>
      <PageHead
        title={t.title}
        over={t.now(rule.version)}
        lead={t.lead}
        back={{ href: urls.volunteering, label: t.back }}
      />
      <p class="quietly">{t.fixed}</p>
      <Form
        action={to(urls.serviceRules, null, { do: 'set' })}
        formKey={formKey}
        state={form('set')}
      >
        <FieldGroup legend={t.everyone}>
          <NumberField
            name={name('weekMost')}
            label={t.weekMost}
            min={1}
            max={6}
            unit={t.shifts}
            value={String(rule.weekMost)}
          />
          <NumberField
            name={name('noticeDays')}
            label={t.noticeDays}
            min={1}
            max={30}
            unit={t.days}
            value={String(rule.noticeDays)}
          />
        </FieldGroup>
        <FieldGroup legend={t.young}>
          <TimeField name={name('youngFrom')} label={t.youngFrom} value={clockOf(rule.youngFrom)} />
          <TimeField
            name={name('youngUntil')}
            label={t.youngUntil}
            value={clockOf(rule.youngUntil)}
          />
          <NumberField
            name={name('youngMinutes')}
            label={t.youngMinutes}
            min={30}
            max={360}
            unit={t.minutes}
            value={String(rule.youngMinutes)}
          />
        </FieldGroup>
        <FieldGroup legend={t.little}>
          <NumberField
            name={name('besideUnder')}
            label={t.besideUnder}
            min={14}
            max={18}
            unit={t.years}
            value={String(rule.besideUnder)}
          />
          <NumberField
            name={name('childrenToAdult')}
            label={t.childrenToAdult}
            min={1}
            max={8}
            unit={t.children}
            value={String(rule.childrenToAdult)}
          />
          <TimeField
            name={name('littleUntil')}
            label={t.littleUntil}
            value={clockOf(rule.littleUntil)}
          />
          <NumberField
            name={name('littleMinutes')}
            label={t.littleMinutes}
            min={30}
            max={360}
            unit={t.minutes}
            value={String(rule.littleMinutes)}
          />
        </FieldGroup>
        <Button kind="main">{t.save}</Button>
      </Form>
    </>
  )
}
