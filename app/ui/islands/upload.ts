import { type PreviousUpload, Upload } from 'tus-js-client'

// Sends what is chosen in a file field at once and in pieces, so that a weak network costs no more
// than the piece on its way. The form then carries the upload's id; without this script it carries
// the file itself, and so it does wherever the server won't take it this way.

/** The sentences a field brings, in its page's language; `%` stands for how much has arrived. */
type Words = Record<'sending' | 'waiting' | 'arrived' | 'goesWithForm' | 'goOn', string>

const piece = 1_000_000
const tries = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000]

for (const field of document.querySelectorAll<HTMLInputElement>('input[data-upload]'))
  enhance(field)

function enhance(field: HTMLInputElement): void {
  const words: Words = JSON.parse(field.dataset['upload']!)
  const { name, form } = field
  const hidden = field.parentElement!.querySelector<HTMLInputElement>('input[type=hidden]')!
  const status = field.parentElement!.querySelector('output')!
  const bar = document.createElement('progress')
  let running: Upload | null = null
  let wantsForm: HTMLElement | null = null

  const say = (sentence: string) => {
    status.textContent = sentence
  }
  const end = (sentence: string) => {
    running = null
    bar.remove()
    say(sentence)
  }
  const news: News = {
    moved(sent, all) {
      bar.max = all
      bar.value = sent
      say(words.sending.replace('%', `${Math.floor((100 * sent) / all)} %`))
    },
    waits: () => say(words.waiting),
    arrived(id) {
      hidden.value = id
      end(words.arrived)
      field.removeAttribute('name')
      wantsForm?.click()
    },
    refused(sentence) {
      end(sentence || words.goesWithForm)
      wantsForm = null
    },
    isWanted: (upload) => running === upload,
  }

  field.addEventListener('change', () => {
    void running?.abort()
    running = null
    hidden.value = ''
    field.name = name
    const [file] = field.files ?? []
    if (!file) return
    running = uploadOf(file, news)
    field.after(bar)
    void begin(running)
  })
  form?.addEventListener('submit', (event) => {
    if (!running) return
    event.preventDefault()
    // Old kernels don't say which button it was.
    wantsForm = event.submitter ?? form.querySelector<HTMLElement>('[type=submit]')
  })
  const unfinished = Object.keys(localStorage).some((key) => key.startsWith('tus::'))
  if (unfinished && hidden.value === '') say(words.goOn)
}

/** What a field does with the news of its upload. */
type News = {
  moved: (sent: number, all: number) => void
  waits: () => void
  arrived: (id: string) => void
  /** The server said no, with a sentence where it has one. */
  refused: (sentence: string) => void
  /** Whether it is still this upload that the field waits for. */
  isWanted: (upload: Upload) => boolean
}

function uploadOf(file: File, news: News): Upload {
  const upload: Upload = new Upload(file, {
    endpoint: '/uploads',
    chunkSize: piece,
    retryDelays: tries,
    removeFingerprintOnSuccess: true,
    metadata: { filename: file.name },
    onProgress: news.moved,
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0
      if (passes(status)) news.waits()
      return passes(status) || status === 409 || status === 423
    },
    onSuccess: () => news.arrived(upload.url!.split('/').pop()!),
    onError: (error) => {
      const answer = 'originalResponse' in error ? error.originalResponse : null
      if (!answer || passes(answer.getStatus())) return goOnLater(upload, news)
      news.refused(answer.getBody())
    },
  })
  return upload
}

/** Goes on where an earlier try of the same file stopped. */
async function begin(upload: Upload): Promise<void> {
  const [last]: PreviousUpload[] = await upload.findPreviousUploads()
  if (last) upload.resumeFromPreviousUpload(last)
  upload.start()
}

/** No answer, or trouble of the server's that passes; a full disk (507) stays full. */
function passes(status: number): boolean {
  return status === 0 || (status >= 500 && status !== 507)
}

// Out of tries: goes on by itself as soon as there is a network again.
function goOnLater(upload: Upload, news: News): void {
  news.waits()
  const again = () => {
    if (news.isWanted(upload)) upload.start()
  }
  addEventListener('online', again, { once: true })
  setTimeout(again, 60_000)
}
