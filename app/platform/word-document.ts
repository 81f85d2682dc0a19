import { AlignmentType, Document, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } from 'docx'

/** A part of a document, from its top to its foot. */
export type WordPart =
  | { kind: 'title' | 'heading' | 'paragraph' | 'note'; text: string }
  | {
      kind: 'picture'
      bytes: Uint8Array
      mediaType: string
      width: number
      height: number
      alternative: string
      caption: string
    }

/** What a document is, said in its properties too. */
export type WordHead = { title: string; author: string; language: 'zh' | 'en' }

const pictureTypes: Readonly<Record<string, 'jpg' | 'png'>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

/** A document for a word processor, whose looks are styles that can be changed there in one place. */
export async function wordDocument(
  head: WordHead,
  parts: readonly WordPart[],
): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: head.title,
    creator: head.author,
    styles: stylesFor(head.language),
    sections: [{ children: parts.flatMap(paragraphsOf) }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** As Chinese papers are set: 16 pt with two characters of indent. Sizes count half points. */
function stylesFor(language: 'zh' | 'en') {
  const font =
    language === 'zh'
      ? { ascii: 'Times New Roman', eastAsia: 'SimSun', hAnsi: 'Times New Roman' }
      : { ascii: 'Georgia', eastAsia: 'SimSun', hAnsi: 'Georgia' }
  const size = language === 'zh' ? 32 : 24
  const indent = language === 'zh' ? { firstLine: 640 } : {}
  const centred = { alignment: AlignmentType.CENTER }
  return {
    default: {
      document: { run: { font, size } },
      title: {
        run: { size: 44, bold: true },
        paragraph: { ...centred, spacing: { after: 320 } },
      },
      heading1: {
        run: { size: size + 2, bold: true, color: '000000' },
        paragraph: { spacing: { before: 280, after: 140 } },
      },
    },
    paragraphStyles: [
      {
        id: 'Text',
        name: 'Text',
        basedOn: 'Normal',
        paragraph: { indent, spacing: { line: 460, after: 120 } },
      },
      {
        id: 'Caption',
        name: 'Caption',
        basedOn: 'Normal',
        run: { size: size - 8 },
        paragraph: { ...centred, spacing: { after: 240 } },
      },
      { id: 'Note', name: 'Note', basedOn: 'Normal', run: { size: size - 8, color: '555555' } },
    ],
  }
}

function paragraphsOf(part: WordPart): Paragraph[] {
  if (part.kind === 'title')
    return [new Paragraph({ heading: HeadingLevel.TITLE, text: part.text })]
  if (part.kind === 'heading')
    return [new Paragraph({ heading: HeadingLevel.HEADING_1, text: part.text })]
  if (part.kind === 'picture') return pictureOf(part)
  const style = part.kind === 'note' ? 'Note' : 'Text'
  return [new Paragraph({ style, children: [new TextRun(part.text)] })]
}

const mostWidth = 560

function pictureOf(part: WordPart & { kind: 'picture' }): Paragraph[] {
  const caption = new Paragraph({ style: 'Caption', text: part.caption })
  const type = pictureTypes[part.mediaType]
  // Word shows no other kind; the caption still says what was there.
  if (!type) return [caption]
  const scale = Math.min(1, mostWidth / part.width)
  const transformation = {
    width: Math.round(part.width * scale),
    height: Math.round(part.height * scale),
  }
  const { alternative } = part
  const altText = { name: alternative, description: alternative, title: part.caption }
  const image = new ImageRun({ type, data: part.bytes, transformation, altText })
  return [new Paragraph({ alignment: AlignmentType.CENTER, children: [image] }), caption]
}
