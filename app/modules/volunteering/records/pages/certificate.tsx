import { isSelf } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { readStatement } from '#app/platform/signing.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Facts } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayIssue } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type CertificateRow, findCertificate } from '../queries.ts'
import { certificateNumber, hoursOf, masked } from '../rules.ts'
import { WithdrawCertificate, withdrawCertificate } from '../withdraw-certificate.ts'

const words = { zh, en }
const name = namesOf(WithdrawCertificate)

type Data = {
  certificate: CertificateRow
  /** What the scanned signature came to; null where none was scanned. */
  signature: 'good' | 'forged' | null
  number: string
  own: boolean
  runs: boolean
}

/** Whether a certificate is valid or withdrawn, for anyone who scans it; a child's name is not shown. */
export const certificatePage = page<Data>({
  open: true,
  title: (_, language) => words[language].certificate.check,
  async load(ctx, visit) {
    const certificate = found(await findCertificate(ctx, visit.params['certificateId']!))
    const signed = visit.query.get('s')
    const own = isSelf(ctx.actor, certificate.personId)
    const runs = mayIssue(ctx.actor, { id: certificate.issuerId })
    return {
      certificate: asSeen(certificate, own || runs),
      signature: signed === null ? null : await checked(ctx, certificate, signed),
      number: certificateNumber(ctx.street, dayOf(certificate.issuedAt), certificate.number),
      own,
      runs,
    }
  },
  actions: {
    withdraw: action(
      WithdrawCertificate.omit({ certificateId: true }),
      async (ctx, input, visit) => {
        const certificateId = visit.params['certificateId']!
        await withdrawCertificate(ctx, { ...input, certificateId })
        return { to: to(urls.certificate, { certificateId }), done: 'certificate.withdrawn' }
      },
    ),
  },
  view: (shown) => <CertificateCheck {...shown} />,
})

function asSeen(certificate: CertificateRow, inFull: boolean): CertificateRow {
  if (inFull) return certificate
  return { ...certificate, name: certificate.minor ? '' : masked(certificate.name) }
}

/** Good is the very statement that was signed for this certificate; another one of ours is not. */
async function checked(ctx: Context, certificate: CertificateRow, signed: string) {
  const statement = await readStatement(ctx, signed)
  return statement && signed === certificate.statement ? 'good' : 'forged'
}

function CertificateCheck(shown: Shown<Data>) {
  const all = useWords(words)
  const t = all.certificate
  const { certificate, number, own, runs } = shown.data
  return (
    <>
      <PageHead title={t.check} over={t.title} back={backFrom(shown.data, all)} />
      <Verdict {...shown} />
      <Facts
        items={[
          { term: t.number, value: number },
          ...(certificate.name === '' ? [] : [{ term: t.name, value: certificate.name }]),
          { term: t.hours, value: t.hoursCount(hoursOf(certificate.minutes)) },
          { term: t.span, value: t.spanOf(certificate.fromOn, certificate.untilOn) },
          { term: t.issuer, value: certificate.issuer },
          { term: t.issuedOn, value: dayOf(certificate.issuedAt) },
        ]}
      />
      {(own || runs) && !certificate.withdrawnAt && (
        <p>
          <LinkButton
            icon="download"
            download
            href={to(urls.certificateFile, { certificateId: certificate.id })}
          >
            {t.title}
          </LinkButton>
        </p>
      )}
      <p>
        <a href={to(urls.certificateKey)}>{t.key}</a>
      </p>
      {runs && !certificate.withdrawnAt && <Withdrawing {...shown} />}
    </>
  )
}

/** Whose it is goes back to the own record, who issued it to the desk; who only checks came by the code. */
function backFrom({ certificate: { personId }, own, runs }: Data, t: typeof zh) {
  if (own) return { href: to(urls.serviceRecord, { personId }), label: t.own.title }
  return runs ? { href: urls.serviceRecords, label: t.desk.title } : undefined
}

function Verdict({ data: { certificate, signature } }: Shown<Data>) {
  const t = useWords(words).certificate
  if (signature === 'forged')
    return (
      <Callout kind="failed" title={t.forged}>
        <p>{t.forgedText}</p>
      </Callout>
    )
  if (certificate.withdrawnAt)
    return (
      <Callout kind="failed" title={t.withdrawn}>
        <p>{certificate.withdrawReason}</p>
      </Callout>
    )
  return (
    <Callout kind="saved" title={t.valid}>
      <p>{signature === 'good' ? t.validText : t.plain}</p>
    </Callout>
  )
}

function Withdrawing({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words).own
  const state = form('withdraw')
  return (
    <details open={Object.keys(state.issues).length > 0}>
      <summary>{t.withdraw}</summary>
      <Form
        action={to(urls.certificate, { certificateId: data.certificate.id }, { do: 'withdraw' })}
        formKey={formKey}
        state={state}
      >
        <TextField name={name('reason')} label={t.withdrawWhy} required maxLength={300} />
        <Button kind="danger">{t.withdraw}</Button>
      </Form>
    </details>
  )
}
