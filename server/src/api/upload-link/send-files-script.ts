export const scriptPath = '/u/send-files.js'

/**
 * What browsers get: the function below as its text, so that it is checked and formatted like everything else. It must
 * use nothing from outside of itself.
 */
export const sendFilesScript = `(${sendFiles.toString()})();\n`

/** Sends the chosen files one after the other and shows how far each is. Without it the form sends them all at once. */
function sendFiles(): void {
  const form = document.querySelector<HTMLFormElement>('#send-files')
  const input = form?.querySelector<HTMLInputElement>('input[type=file]')
  const button = form?.querySelector<HTMLButtonElement>('button')
  const progress = document.querySelector('#progress')
  if (!form || !input || !button || !progress) return

  form.addEventListener('submit', (event) => {
    const files = [...(input.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    button.disabled = true
    input.disabled = true
    progress.replaceChildren()
    void sendAll(files).then((sent) => {
      const summary = document.createElement('p')
      summary.textContent = sent === 1 ? '1 file has been sent. Thank you!' : `${sent} files have been sent. Thank you!`
      if (sent < files.length) summary.textContent = `${sent} of ${files.length} files have been sent.`
      progress.prepend(summary)
      form.reset()
      button.disabled = false
      input.disabled = false
    })
  })

  async function sendAll(files: File[]): Promise<number> {
    const list = document.createElement('ul')
    progress?.append(list)
    let sent = 0
    for (const file of files) if (await sendOne(file, list)) sent++
    return sent
  }

  function sendOne(file: File, list: HTMLElement): Promise<boolean> {
    const row = document.createElement('li')
    const name = document.createElement('span')
    const bar = document.createElement('progress')
    name.textContent = file.name
    bar.max = 1
    bar.value = 0
    bar.setAttribute('aria-label', file.name)
    row.append(name, bar)
    list.append(row)

    const body = new FormData()
    body.append('file', file)
    const request = new XMLHttpRequest()
    request.open('POST', form?.action ?? '')
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.value = total > 0 ? loaded / total : 0
    })
    return new Promise((resolve) => {
      request.addEventListener('loadend', () => {
        const isSent = request.status === 200
        bar.remove()
        name.textContent = isSent ? `${file.name}: sent` : `${file.name}: ${reasonIn(request)}`
        if (!isSent) row.className = 'failed'
        resolve(isSent)
      })
      request.send(body)
    })
  }

  function reasonIn({ responseText }: XMLHttpRequest): string {
    try {
      return String((JSON.parse(responseText) as { message: unknown }).message)
    } catch {
      return 'could not be sent. Please try again.'
    }
  }
}
