import { cameraReader } from './decode.ts'
import { type OnScanPage, part, signal } from './scan-parts.ts'

const betweenLooks = 200
/** For so long the same code in view says nothing new. */
const patience = 4_000

/** The camera's button: opens it, looks for codes until it is closed, and says where it can't. */
export function openCamera(words: OnScanPage['words'], found: (text: string) => void): void {
  const button = part('camera')
  if (!navigator.mediaDevices?.getUserMedia) return button.remove()
  let stream: MediaStream | null = null
  const close = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = null
    part('frame').hidden = true
    button.textContent = words.camera
  }
  const open = async () => {
    const video = part('video') as HTMLVideoElement
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    video.srcObject = stream
    part('frame').hidden = false
    button.textContent = words.cameraOff
    await video.play()
    const read = await cameraReader()
    void looking(() => stream !== null && read(video), found)
  }
  button.addEventListener('click', () => {
    if (stream) return close()
    open().catch(() => {
      close()
      signal(false)
      part('said').textContent = words.cameraNo
    })
  })
  addEventListener('pagehide', close)
}

/** Looks again and again until there is no camera any more. */
async function looking(
  read: () => false | Promise<string | null>,
  found: (text: string) => void,
): Promise<void> {
  let last = { text: '', at: 0 }
  for (let look = read(); look !== false; look = read()) {
    const text = await look.catch(() => null)
    const at = performance.now()
    if (text !== null && (text !== last.text || at - last.at > patience)) found(text)
    if (text !== null) last = { text, at }
    await new Promise((resolve) => setTimeout(resolve, betweenLooks))
  }
}
