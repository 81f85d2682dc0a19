import { unitsOf } from '#app/modules/organisation/queries.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button } from '#app/ui/button.tsx'
import {
  CheckboxField,
  DateField,
  PhoneField,
  RadioField,
  SelectField,
  TextField,
} from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { officeRoles, scopeOf, unitRoles } from '../access.ts'
import { AddPerson, addPerson } from '../add-person.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { dialects } from '../rules.ts'

const words = { zh, en }
const name = namesOf(AddPerson)

type Data = { units: { id: string; name: string }[] }

/** Staff enter a person of one of their units. */
export const newPersonPage = page<Data>({
  title: (_, language) => words[language].added.title,
  async load(ctx) {
    const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
    authorise(scope.unitIds.length > 0)
    return { units: await unitsOf(ctx, scope.unitIds) }
  },
  actions: {
    add: action(AddPerson, async (ctx, input) => {
      const person = await addPerson(ctx, input)
      return { to: to(urls.person, { personId: person.id }), done: 'person.added' }
    }),
  },
  view: (shown) => <NewPerson {...shown} />,
})

function NewPerson({ data, visit, form, formKey }: Shown<Data>) {
  const { added: t, list, person, reach, dialects: said } = useWords(words)
  const today = dayOf(visit.now)
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.people, label: list.title }} />
      <Form action={to(urls.newPerson, null, { do: 'add' })} formKey={formKey} state={form('add')}>
        <TextField name={name('name')} label={t.name} maxLength={60} required />
        <SelectField
          name={name('homeUnitId')}
          label={t.unit}
          options={data.units.map((unit) => ({ value: unit.id, label: unit.name }))}
          value={data.units.length === 1 ? data.units[0]!.id : undefined}
          required
        />
        <PhoneField name={name('phone')} label={t.phone} />
        <RadioField
          name={name('reach')}
          label={t.reach}
          value="sms"
          options={[
            { value: 'sms', label: reach.sms },
            { value: 'call', label: reach.call },
          ]}
        />
        <RadioField
          name={name('gender')}
          label={t.gender}
          value=""
          options={[
            { value: '', label: t.unknown },
            { value: 'f', label: person.genders.f },
            { value: 'm', label: person.genders.m },
          ]}
        />
        <DateField name={name('bornOn')} label={t.born} max={today} />
        <SelectField
          name={name('dialect')}
          label={t.dialect}
          options={dialects.map((value) => ({ value, label: said[value] }))}
        />
        <CheckboxField name={name('homebound')} label={t.homebound} />
        <DateField name={name('joinedPartyOn')} label={t.joinedParty} max={today} />
        <Button kind="main">{t.add}</Button>
      </Form>
    </>
  )
}
