import { GiveConsent } from '#app/modules/people/consents/give-consent.ts'
import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { RadioField, SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { acting, type PrivacyData } from './privacy-data.tsx'

const words = { zh, en }
const name = namesOf(GiveConsent)

type Consent = PrivacyData['consents'][number]

/** What was consented to, under which wording, when and by whom; each can be withdrawn here. */
export function Consents(shown: Shown<PrivacyData>) {
  const t = useWords(words).mine
  const { language } = useSpeech()
  const { data, visit, formKey } = shown
  const called = (id: string) => data.names.get(id) ?? ''
  const by = (consent: Consent) =>
    called(consent.givenBy) +
    (consent.paperKeptBy === null ? '' : t.onPaper(called(consent.paperKeptBy)))
  return (
    <Section title={t.consents}>
      <DataTable
        caption={t.consents}
        headed
        exports="consents"
        rows={data.consents}
        empty={<p>{t.noConsents}</p>}
        columns={[
          { key: 'purpose', label: t.purpose, names: true, cell: (c) => t.purposes[c.purpose] },
          { key: 'subject', label: t.subject, cell: (c) => called(c.subjectId) },
          { key: 'for', label: t.for, cell: (c) => called(c.personId) },
          { key: 'by', label: t.by, cell: by },
          { key: 'given', label: t.given, cell: (c) => <Time at={c.givenAt} now={visit.now} /> },
          { key: 'wording', label: t.wording, cell: (c) => c.version },
          {
            key: 'state',
            label: t.state,
            cell: (c) =>
              c.withdrawnAt === null ? (
                <Badge tone="good">{t.holds}</Badge>
              ) : (
                t.withdrawnAt(sayDay(c.withdrawnAt, language, visit.now))
              ),
          },
          {
            key: 'withdraw',
            label: t.withdraw,
            acts: true,
            cell: (c) =>
              c.active && (
                <PostButton
                  action={acting(data, 'withdraw')}
                  formKey={`${formKey}${c.id}`}
                  values={{ consentId: c.id }}
                  kind="quiet"
                >
                  {t.withdraw}
                </PostButton>
              ),
          },
        ]}
      />
      {data.looksAfter && <PaperForm {...shown} />}
    </Section>
  )
}

/** Whoever looks after a person files what was signed on paper, for each thing that wants it. */
function PaperForm({ data, form, formKey }: Shown<PrivacyData>) {
  const t = useWords(words).mine
  const purposes = [...new Set(data.toSign.map(({ purpose }) => purpose))]
  return (
    <details>
      <summary>{t.paper}</summary>
      {data.toSign.length === 0 && <p>{t.nothingToSign}</p>}
      {purposes.map((purpose) => (
        <Form
          key={purpose}
          id={`paper-${purpose}`}
          action={acting(data, 'file')}
          formKey={`${formKey}${purpose}`}
          state={form('file')}
        >
          <p>{t.paperHelp}</p>
          <input type="hidden" name={name('personId')} value={data.person.id} />
          <input type="hidden" name={name('purpose')} value={purpose} />
          <SelectField
            name={name('subjectId')}
            label={t.purposes[purpose]}
            options={data.toSign
              .filter((each) => each.purpose === purpose)
              .map((each) => ({ value: each.id, label: each.name }))}
            required
          />
          <RadioField
            name={name('signedBy')}
            label={t.signedBy}
            options={data.signers.map((each) => ({ value: each.id, label: each.name }))}
            required
          />
          <Button>{t.file}</Button>
        </Form>
      ))}
    </details>
  )
}
