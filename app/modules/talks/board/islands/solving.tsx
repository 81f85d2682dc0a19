// While a plan is being made, its page looks whether it is ready: politely, less and less often, and
// not at all while nobody looks at the page. Without script a link does the same.

const first = 700
const longest = 8_000

let wait = first

function later(): void {
  setTimeout(() => void look(), wait)
  wait = Math.min(longest, wait * 1.4)
}

async function look(): Promise<void> {
  const here = document.querySelector('[data-solving]')
  if (!here) return
  if (document.hidden) return later()
  const answer = await fetch(location.href).catch(() => null)
  if (!answer?.ok) return later()
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const there = page.querySelector('[data-solving]')
  if (!there) return location.reload()
  const [said, saying] = [here.querySelector('p + p'), there.querySelector('p + p')]
  if (said && saying && said.textContent !== saying.textContent) {
    said.textContent = saying.textContent
  }
  later()
}

later()
