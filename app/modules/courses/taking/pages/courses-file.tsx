import type { Strand } from '#app/modules/seasons/queries.ts'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import type { ListedCourse } from '../../making/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

/** The micro-courses as a table to keep. */
export function CoursesFile(props: {
  courses: readonly ListedCourse[]
  strands: readonly Strand[]
}) {
  const t = useWords(words)
  const titleOf = useTitle()
  const strands = new Map(
    props.strands.map(({ code, name, nameEn }) => [
      code,
      titleOf({ title: name, titleEn: nameEn }),
    ]),
  )
  return (
    <TableFile
      caption={t.title}
      rows={props.courses}
      columns={[
        { label: t.file.number, value: ({ number }: ListedCourse) => number },
        { label: t.file.title, value: titleOf },
        { label: t.strand, value: ({ strandCode }) => strands.get(strandCode) ?? '' },
        { label: t.file.kind, value: ({ kind }) => t.kinds[kind] },
        {
          label: t.file.minutes,
          value: ({ seconds }) => (seconds === null ? null : Math.ceil(seconds / 60)),
        },
        { label: t.file.questions, value: ({ questions }) => questions },
        { label: t.speaker, value: ({ speaker }) => speaker },
      ]}
    />
  )
}
