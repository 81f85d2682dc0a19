import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Download, Visit } from '#app/platform/http/page.ts'
import { drawQr, pdfOf } from '#app/platform/pdf.ts'
import { publicKeyOf, readStatement } from '#app/platform/signing.ts'
import { to, urls } from '#app/urls.ts'
import { findServer } from '../../posts/queries.ts'
import { mayIssue, maySeeRecord } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type CertificateRow, findCertificate } from '../queries.ts'

const words = { zh, en }

/** What a certificate's signed statement says. */
type Statement = {
  number: string
  name: string
  hours: number
  from: string
  until: string
  content: string[]
  issuer: string
  handler: string
  issuedOn: string
}

/** A certificate as a PDF, for whose it is and for who issues it; a withdrawn one is not handed out. */
export const certificateDownload: Download = {
  async respond(ctx, visit) {
    const certificate = found(await findCertificate(ctx, visit.params['certificateId']!))
    const person = found(await findServer(ctx, certificate.personId))
    const may = maySeeRecord(ctx.actor, person) || mayIssue(ctx.actor, { id: certificate.issuerId })
    found((may && !certificate.withdrawnAt) || null)
    const statement = found(await readStatement(ctx, certificate.statement)) as Statement
    const pdf = await drawn(ctx, visit, certificate, statement)
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="certificate-${statement.number}.pdf"`,
        'cache-control': 'private, no-store',
      },
    })
  },
}

const margin = 72
const codeSide = 150

async function drawn(
  ctx: Context,
  { language, origin }: Visit,
  certificate: CertificateRow,
  said: Statement,
): Promise<Buffer> {
  const t = words[language].certificate
  const path = to(
    urls.certificate,
    { certificateId: certificate.id },
    { street: ctx.street, s: certificate.statement },
  )
  const about = { title: t.title, author: said.issuer, at: certificate.issuedAt }
  return pdfOf(about, (document) => {
    const width = document.page.width - 2 * margin
    document.font('bold').fontSize(28).text(t.title, margin, 110, { width, align: 'center' })
    document.font('regular').fontSize(11)
    document.text(`${t.number} ${said.number}`, margin, 160, { width, align: 'center' })
    document
      .fontSize(15)
      .text(t.statement(said.name, said.from, said.until, said.hours), margin, 220, {
        width,
        lineGap: 10,
      })
    document.moveDown().text(`${t.content}  ${t.contentList(said.content)}`, {
      width,
      lineGap: 8,
    })
    document.moveDown(2).fontSize(13)
    for (const [term, value] of [
      [t.issuer, `${said.issuer} ${t.stamp}`],
      [t.handler, said.handler],
      [t.issuedOn, said.issuedOn],
    ])
      document.text(`${term}  ${value}`, { width, lineGap: 6 })
    const top = document.page.height - margin - codeSide - 60
    drawQr(document, `${origin}${path}`, { left: margin, top, side: codeSide })
    document.fontSize(11).text(t.scan, margin + codeSide + 20, top + 40, {
      width: width - codeSide - 20,
    })
    document.text(t.offline, { width: width - codeSide - 20 })
  })
}

/** The key with which anyone checks the street's certificates, without asking us. */
export const certificateKeyDownload: Download = {
  open: true,
  async respond(ctx) {
    return Response.json(found(await publicKeyOf(ctx)))
  },
}
