// Lets a booking be tried elsewhere by dragging it or by the keyboard. What that would break is asked of
// the booking's own page, which does the same without script, and is shown before anything is saved.

/** The sentences a timeline brings, in its page's language; `%` stands for a lane and a day. */
type Words = Record<'lifted' | 'at' | 'back' | 'asking', string>
type Booking = HTMLAnchorElement
type Cell = HTMLTableCellElement

const slip = 6
const longPress = 350

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-moving]'))
  enhance(table)

function enhance(table: HTMLTableElement): void {
  const words: Words = JSON.parse(table.dataset['moving']!)
  const status = document.createElement('p')
  status.className = 'unseen'
  status.setAttribute('role', 'status')
  table.parentElement!.after(status)
  const say = (sentence: string) => {
    status.textContent = sentence
  }
  let aimed: Cell | null = null
  const aim = (cell: Cell | null) => {
    aimed?.classList.remove('aimed')
    aimed = cell
    aimed?.classList.add('aimed')
  }
  const put = (booking: Booking) => {
    const cell = aimed
    aim(null)
    booking.classList.remove('lifted')
    booking.style.transform = ''
    if (!cell || cell === booking.closest('td')) return say(words.back)
    say(words.asking)
    void tryAt(placeOf(table, booking, cell), words.back, booking)
  }
  table.addEventListener('dragstart', (event) => event.preventDefault())
  byPointer(table, aim, put)
  byKeys(table, { aim, put, at: () => aimed, say, words })
}

function byPointer(
  table: HTMLTableElement,
  aim: (cell: Cell | null) => void,
  put: (booking: Booking) => void,
): void {
  const room = table.parentElement!
  table.addEventListener('pointerdown', (down) => {
    const booking = bookingAt(down)
    if (!booking || down.button !== 0) return
    const scrolled = [room.scrollLeft, room.scrollTop] as const
    let lifted = false
    const lift = () => {
      lifted = true
      booking.classList.add('lifted')
    }
    const press = down.pointerType === 'mouse' ? 0 : setTimeout(lift, longPress)
    const move = (event: PointerEvent) => {
      const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY]
      if (!lifted && Math.hypot(x, y) > slip) {
        if (press) return end()
        lift()
      }
      if (!lifted) return
      follow(room, event)
      const [left, top] = [room.scrollLeft - scrolled[0], room.scrollTop - scrolled[1]]
      booking.style.transform = `translate(${x + left}px, ${y + top}px)`
      const under = document.elementFromPoint(event.clientX, event.clientY)
      aim(under && table.contains(under) ? under.closest('td') : null)
    }
    // A finger that holds a booking does not scroll the page, and opens no menu.
    const hold = (event: Event) => {
      if (lifted) event.preventDefault()
    }
    const end = (event?: Event) => {
      clearTimeout(press)
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
      table.removeEventListener('touchmove', hold)
      table.removeEventListener('contextmenu', hold)
      if (!lifted) return
      if (event?.type !== 'pointerup') aim(null)
      put(booking)
      // The click that follows a drag is not one.
      const stop = (click: Event) => click.preventDefault()
      booking.addEventListener('click', stop, { once: true })
      setTimeout(() => booking.removeEventListener('click', stop))
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
    table.addEventListener('touchmove', hold, { passive: false })
    table.addEventListener('contextmenu', hold)
  })
}

/** Brings into sight what lies beyond the edge that a booking is dragged to. */
function follow(room: Element, { clientX, clientY }: PointerEvent): void {
  const { left, right, top, bottom } = room.getBoundingClientRect()
  const towards = (at: number, least: number, most: number) =>
    at < least + 40 ? -16 : at > most - 40 ? 16 : 0
  room.scrollLeft += towards(clientX, left + 120, right)
  room.scrollTop += towards(clientY, top + 40, bottom)
}

type Keys = {
  aim: (cell: Cell | null) => void
  put: (booking: Booking) => void
  at: () => Cell | null
  say: (sentence: string) => void
  words: Words
}

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function byKeys(table: HTMLTableElement, { aim, put, at, say, words }: Keys): void {
  table.addEventListener('keydown', (event) => {
    const booking = bookingAt(event)
    if (!booking) return
    const cell = at()
    if (!cell) {
      if (event.key !== ' ') return
      aim(booking.closest('td'))
      booking.classList.add('lifted')
      say(words.lifted)
    } else if (event.key === ' ' || event.key === 'Enter') put(booking)
    else if (event.key === 'Escape' || event.key === 'Tab') {
      aim(null)
      put(booking)
      if (event.key === 'Tab') return
    } else {
      const step = steps[event.key]
      if (!step) return
      const row = table.tBodies[0]!.rows[rowOf(cell).sectionRowIndex + step[1]]
      const next = row?.cells[cell.cellIndex + step[0]]
      if (next && next.tagName === 'TD') {
        aim(next)
        next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        say(words.at.replace('%', `${rowOf(next).cells[0]!.innerText}, ${headOf(table, next)}`))
      }
    }
    event.preventDefault()
  })
}

function bookingAt(event: Event): Booking | null {
  return (event.target as Element).closest<Booking>('a[data-moves]')
}

function rowOf(cell: Cell): HTMLTableRowElement {
  return cell.parentElement as HTMLTableRowElement
}

function headOf(table: HTMLTableElement, cell: Cell): string {
  return table.tHead!.rows[0]!.cells[cell.cellIndex]!.innerText
}

/** The booking's page, asked about another lane and day. */
function placeOf(table: HTMLTableElement, booking: Booking, cell: Cell): URL {
  const url = new URL(booking.href)
  const day = table.tHead!.rows[0]!.cells[cell.cellIndex]!.dataset['day']!
  url.searchParams.set(table.dataset['laneName']!, rowOf(cell).dataset['lane']!)
  url.searchParams.set('day', day)
  return url
}

/** Shows the part of the page that says what would happen; its buttons ask again or save. */
async function tryAt(url: URL, back: string, booking: Booking): Promise<void> {
  const dialog = document.createElement('dialog')
  if (!dialog.showModal) return location.assign(url.href)
  dialog.className = 'try-dialog'
  const show = async (at: URL) => {
    const answer = await fetch(at.href).catch(() => null)
    const page = answer?.ok ? await answer.text() : ''
    const part = new DOMParser().parseFromString(page, 'text/html').querySelector('#try')
    // Signed out, or no network: the page itself says so.
    if (!part) return location.assign(at.href)
    const close = document.createElement('button')
    close.className = 'button quiet'
    close.textContent = back
    close.addEventListener('click', () => dialog.close())
    dialog.textContent = ''
    dialog.append(part, close)
    dialog.setAttribute('aria-labelledby', 'try-title')
    if (!dialog.open) dialog.showModal()
  }
  dialog.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (form.method !== 'get') return
    event.preventDefault()
    const asked = new URL(form.action)
    // Every field of the form holds text.
    asked.search = new URLSearchParams(new FormData(form) as never).toString()
    void show(asked)
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    booking.focus()
  })
  document.body.append(dialog)
  await show(url)
}
