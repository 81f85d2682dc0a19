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

  function begin(file: File): void {
    const upload = new Upload(file, {
      endpoint: '/uploads',
      chunkSize: piece,
      retryDelays: tries,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name },
      onProgress: (sent, all) => {
        bar.max = all
        bar.value = sent
        say(words.sending.replace('%', `${Math.floor((100 * sent) / all)} %`))
      },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0
        if (status === 0 || status >= 500) say(words.waiting)
        return status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507)
      },
      onSuccess: () => {
        hidden.value = upload.url!.split('/').pop()!
        end(words.arrived)
        field.removeAttribute('name')
        wantsForm?.click()
      },
      onError: (error) => {
        const answer = 'originalResponse' in error ? error.originalResponse : null
        if (!answer || (answer.getStatus() >= 500 && answer.getStatus() !== 507))
          return wait(upload)
        end(answer.getBody() || words.goesWithForm)
        wantsForm = null
      },
    })
    running = upload
    field.after(bar)
    void upload.findPreviousUploads().then(([last]: PreviousUpload[]) => {
      if (last) upload.resumeFromPreviousUpload(last)
      upload.start()
    })
  }

  function end(sentence: string): void {
    running = null
    bar.remove()
    say(sentence)
  }

  // Out of tries: goes on by itself as soon as there is a network again.
  function wait(upload: Upload): void {
    say(words.waiting)
    const again = () => {
      if (running === upload) upload.start()
    }
    addEventListener('online', again, { once: true })
    setTimeout(again, 60_000)
  }

  field.addEventListener('change', () => {
    void running?.abort()
    running = null
    hidden.value = ''
    field.name = name
    const [file] = field.files ?? []
    if (file) begin(file)
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
