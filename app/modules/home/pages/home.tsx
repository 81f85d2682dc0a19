import { page } from '#app/platform/http/page.ts'
import { PageHead } from '#app/ui/page.tsx'

export const homePage = page({
  title: () => 'Hearth',
  async load(ctx) {
    return { name: ctx.actor.name }
  },
  view: ({ data }) => <PageHead title={data.name} />,
})
