import { drawQr, pdfOf } from './pdf.ts'

export const papers = ['A4', 'A3'] as const
export type Paper = (typeof papers)[number]

/** A line of a notice: a sentence, or a title with what stands smaller under it. */
type NoticeLine = string | { title: string; under: string }

/** A sheet for the notice board. */
export type Notice = {
  over: string
  title: string
  /** Whether the title shares the sheet with many lines. */
  list: boolean
  lines: readonly NoticeLine[]
  /** What it is about, where one thing is shown. */
  about: string
  /** What scanning the code does, and the address that it holds. */
  scan: string
  code: string
  /** How one goes on without a phone. */
  how: string
  from: string
}

const a4Width = 595

/** A notice as a PDF of one page, all black, so that any copier makes more of it; everything grows with the paper. */
function noticePdf(notice: Notice, paper: Paper, at: Date): Promise<Buffer> {
  const about = { title: notice.title, author: notice.from, at, size: paper }
  return pdfOf(about, (document) => {
    // Everything has its place, so that nothing goes on on another page.
    document.page.margins = { top: 0, right: 0, bottom: 0, left: 0 }
    const size = (points: number) => (points * document.page.width) / a4Width
    const [edge, side] = [size(48), size(130)]
    const width = document.page.width - 2 * edge
    const foot = document.page.height - edge - side - size(20)
    document.font('regular').fontSize(size(20)).text(notice.over, edge, edge, { width })
    document.font('bold').fontSize(titleSize(document, notice, width, size))
    document.text(notice.title, { width }).moveDown(0.25)
    const top = document.y
    document.rect(edge, top, width, size(3)).fill('#000000')
    document.font('regular').fillColor('#000000')
    drawLines(document, notice, { edge, top: top + size(16), foot: foot - size(14), width, size })
    document.fontSize(size(17)).text(notice.about, edge, document.y + size(16), {
      width,
      lineGap: size(6),
      height: Math.max(foot - document.y - size(40), 0),
      ellipsis: true,
    })
    drawQr(document, notice.code, { left: edge, top: foot, side })
    const beside = { width: width - side - size(20) }
    document.fontSize(size(14)).text(notice.scan, edge, foot + side, { width: side * 2 })
    document.fontSize(size(17)).text(notice.how, edge + side + size(20), foot + size(10), beside)
    document.font('bold').fontSize(size(20)).moveDown(0.3).text(notice.from, beside)
  })
}

type Place = {
  edge: number
  top: number
  foot: number
  width: number
  size: (points: number) => number
}

/** The lines, evenly spaced and in letters that leave them room. */
function drawLines(document: PDFKit.PDFDocument, notice: Notice, place: Place): void {
  const { edge, top, foot, width, size } = place
  const rows = notice.lines.reduce((sum, line) => sum + rowsOf(line), 0)
  const step = Math.min((foot - top) / rows, size(46))
  const letter = Math.min(size(notice.list ? 20 : 27), step * 0.66)
  let y = top
  for (const line of notice.lines) {
    const one = { width, height: letter, ellipsis: true }
    if (typeof line === 'string') document.fontSize(letter).text(line, edge, y, one)
    else {
      document.font('bold').fontSize(letter).text(line.title, edge, y, one)
      const under = { ...one, height: letter * 0.85 }
      document.font('regular').fontSize(letter * 0.85)
      document.text(line.under, edge, y + letter * 1.45, under)
    }
    y += step * rowsOf(line)
  }
}

function rowsOf(line: NoticeLine): number {
  return typeof line === 'string' ? 1 : 2.1
}

const titleSizes = { one: [96, 84, 72, 64, 56, 50, 44], two: [56, 48, 40, 32, 26] }
const twoLines = 3

/** The largest in which the title stays on one line, or on two. */
function titleSize(
  document: PDFKit.PDFDocument,
  { title, list }: Notice,
  width: number,
  size: (points: number) => number,
): number {
  const inOne = (points: number) => document.fontSize(size(points)).widthOfString(title) <= width
  const inTwo = (points: number) =>
    document.fontSize(size(points)).heightOfString(title, { width }) <= size(points) * twoLines
  const { one, two } = titleSizes
  return size(list ? 44 : (one.find(inOne) ?? two.find(inTwo) ?? two.at(-1)!))
}

/** The same as an answer. */
export async function noticeResponse(notice: Notice, paper: Paper, at: Date): Promise<Response> {
  return new Response(new Uint8Array(await noticePdf(notice, paper, at)), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="poster-${paper}.pdf"`,
    },
  })
}
