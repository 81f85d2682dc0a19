import { Actions, Button } from './button.tsx'
import { Time } from './dates.tsx'
import {
  CheckboxField,
  CheckboxGroup,
  CodeField,
  DateField,
  DateTimeField,
  FieldGroup,
  NumberField,
  PasswordField,
  PhoneField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from './fields.tsx'
import { Form, type FormState } from './form.tsx'
import { galleryWords } from './gallery.words.ts'
import { Badge, Empty, Facts, History, Stepper } from './lists.tsx'
import { Columns, Section } from './page.tsx'
import { useWords } from './speech.tsx'
import { DataTable } from './tables.tsx'

const now = new Date('2022-01-10T02:00:00Z')
const start = new Date('2022-01-12T06:00:00Z')
const end = new Date('2022-01-12T07:30:00Z')

/** Fields with kept answers and things that need another look. */
export function Forms() {
  const { fields, form } = useWords(galleryWords)
  const state: FormState = {
    values: {
      phone: '100123456',
      count: '85',
      'times.0.date': '2022-01-12',
      venue: '1',
      format: '1',
      needs: ['0'],
    },
    issues: { phone: fields.phoneIssue, count: fields.countIssue, 'times.0': fields.timeIssue },
    refusal: fields.refusal,
  }
  const options = (labels: readonly string[]) =>
    labels.map((label, at) => ({ value: String(at), label }))
  const formats = options(fields.formats).map((one, at) =>
    at === 1 ? { ...one, hint: fields.formatHint } : one,
  )
  return (
    <Section title={form}>
      <Form action="#" formKey="0190" state={state}>
        <PhoneField name="phone" label={fields.phone} required />
        <CodeField name="code" label={fields.code} />
        <PasswordField name="password" label={fields.code} />
        <TextField name="audience" label={fields.title} hint={fields.hint} required />
        <NumberField name="count" label={fields.count} unit={fields.people} min={1} />
        <SelectField name="venue" label={fields.venue} options={options(fields.venues)} />
        <FieldGroup legend={fields.at} hint={fields.hint}>
          <DateTimeField name="times.0" label={fields.time} required />
          <DateField name="day" label={fields.day} />
          <TimeField name="at" label={fields.at} />
        </FieldGroup>
        <RadioField name="format" label={fields.format} options={formats} required />
        <CheckboxGroup name="needs" label={fields.needs} options={options(fields.needList)} />
        <CheckboxField name="behalf" label={fields.onBehalf} hint={fields.formatHint} />
        <TextArea name="note" label={fields.note} />
        <Actions>
          <Button kind="main">{fields.send}</Button>
          <Button kind="quiet">{fields.saveDraft}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** Orders in a table, their way and their history. */
export function Records() {
  const words = useWords(galleryWords)
  const tones = ['waiting', 'good', 'bad', 'info', 'plain'] as const
  const rows = words.states.map((state, at) => ({
    state,
    tone: tones[at] ?? 'plain',
    count: 12 + at * 31,
    at,
  }))
  const labels = words.columns as [string, string, string, string, string, string]
  return (
    <Section title={words.table}>
      <DataTable
        caption={words.table}
        asOf={now}
        rows={rows}
        sorting={{ by: 'when', direction: 'up', href: (by, direction) => `#${by}-${direction}` }}
        columns={[
          {
            key: 'talk',
            label: labels[0],
            names: true,
            cell: (row) => <a href={`#order-${row.at}`}>{words.talkTitle}</a>,
          },
          { key: 'branch', label: labels[1], sorts: true, cell: () => words.branch },
          { key: 'when', label: labels[2], sorts: true, cell: () => <Time now={now} at={start} /> },
          { key: 'count', label: labels[3], amount: true, cell: (row) => row.count },
          {
            key: 'state',
            label: labels[4],
            cell: (row) => <Badge tone={row.tone}>{row.state}</Badge>,
          },
          {
            key: 'act',
            label: labels[5],
            acts: true,
            cell: () => <Button>{words.dispatch}</Button>,
          },
        ]}
      />
      <DataTable
        caption={words.table}
        columns={[]}
        rows={[]}
        empty={<Empty>{words.noOrders}</Empty>}
      />
      <Stepper
        label={words.steps[0] as string}
        steps={words.steps.map((label, at) => ({
          label,
          state: at < 2 ? 'done' : at === 2 ? 'now' : 'later',
          note: at < 3 ? <Time now={now} at={start} show="day" /> : undefined,
        }))}
      />
      <Columns
        beside={
          <History
            items={[
              {
                when: <Time now={now} at={end} />,
                who: words.who[2] as string,
                what: words.history[2],
                why: words.history[3],
              },
              {
                when: <Time now={now} at={start} />,
                who: words.who[1] as string,
                what: words.history[1],
              },
              {
                when: <Time now={now} at={start} />,
                who: words.who[0] as string,
                what: words.history[0],
                onBehalfOf: words.forWhom,
              },
            ]}
          />
        }
      >
        <Facts items={words.facts.map(([term, value]) => ({ term: term as string, value }))} />
      </Columns>
    </Section>
  )
}
