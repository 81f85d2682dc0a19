import { useTitle, useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { PostRow, ShiftRow } from '../queries.ts'

const words = { zh, en }

type Line = { post: PostRow; next: ShiftRow | undefined; lacking: number }

/** The open posts as a table to keep: what is done where, and how many hands are lacking. */
export function PostsFile({ posts }: { posts: readonly Line[] }) {
  const t = useWords(words).overview
  const titleOf = useTitle()
  return (
    <TableFile
      caption={t.posts}
      rows={posts}
      columns={[
        { label: t.file.number, value: ({ post }: Line) => post.number },
        { label: t.file.title, value: ({ post }) => titleOf(post) },
        { label: t.file.unit, value: ({ post }) => post.unitName },
        { label: t.file.place, value: ({ post }) => post.place },
        { label: t.file.leastAge, value: ({ post }) => post.leastAge },
        { label: t.file.next, value: ({ next }) => next?.during.start ?? null },
        { label: t.file.lacking, value: ({ lacking }) => lacking },
      ]}
    />
  )
}
