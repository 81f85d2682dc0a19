import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DateField, SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Task, TaskList } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { IssueCertificate } from '../issue-certificate.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { hoursOf } from '../rules.ts'
import type { RecordData } from './own.tsx'

const words = { zh, en }
const name = namesOf(IssueCertificate)

/** A person's certificates; who may issues another. */
export function Certificates(shown: Shown<RecordData>) {
  const t = useWords(words)
  const { certificates, issuers } = shown.data
  return (
    <Section title={t.own.certificates} id="certificates">
      {certificates.length === 0 && <p class="quietly">{t.own.noCertificates}</p>}
      <TaskList>
        {certificates.map((each) => (
          <Task
            key={each.id}
            title={
              <>
                {`${t.own.number} ${each.number}`}{' '}
                <Badge tone={each.withdrawnAt ? 'bad' : 'good'}>
                  {each.withdrawnAt ? t.own.withdrawn : t.own.valid}
                </Badge>
              </>
            }
            href={to(urls.certificate, { certificateId: each.id })}
            when={t.certificate.spanOf(each.fromOn, each.untilOn)}
            action={
              each.withdrawnAt === null && (
                <LinkButton
                  icon="download"
                  download
                  href={to(urls.certificateFile, { certificateId: each.id })}
                >
                  {t.own.download}
                </LinkButton>
              )
            }
          >
            {`${t.certificate.hoursCount(hoursOf(each.minutes))} · ${each.issuer}`}
          </Task>
        ))}
      </TaskList>
      {issuers.length > 0 && <Issue {...shown} />}
    </Section>
  )
}

function Issue({ data, visit, form, formKey }: Shown<RecordData>) {
  const t = useWords(words).own
  const first = data.records.at(-1)
  return (
    <Form
      action={to(urls.serviceRecord, { personId: data.person.id }, { do: 'issue' })}
      formKey={formKey}
      state={form('issue')}
      id="issue"
    >
      <SelectField
        name={name('unitId')}
        label={t.issuer}
        required
        options={data.issuers.map(({ id, name: unit }) => ({ value: id, label: unit }))}
        value={data.issuers.length === 1 ? data.issuers[0]!.id : undefined}
      />
      <DateField name={name('fromOn')} label={t.from} required value={first?.day} />
      <DateField name={name('untilOn')} label={t.until} required value={dayOf(visit.now)} />
      <Button>{t.submit}</Button>
    </Form>
  )
}
