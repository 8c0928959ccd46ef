import { JSDOM } from 'jsdom'

/** A page as a browser without scripts has it: cookies are kept, forms are filled in and sent by their buttons. */
export type VisitedPage = {
  status: number
  headers: Headers
  url: string
  text: string
  document: Document
  /** Where it leads; redirects on the same server were followed. */
  location: string | null
  /** Fills in fields by their label and presses a button by what is on it. */
  press(button: string, fields?: Record<string, string>): Promise<VisitedPage>
}

export type Visitor = {
  cookies: Map<string, string>
  open(url: string, headers?: Record<string, string>): Promise<VisitedPage>
}

export function visitorOf(origin: string, always: Record<string, string> = {}): Visitor {
  const cookies = new Map<string, string>()
  const own = always['x-forwarded-host'] ? `http://${always['x-forwarded-host']}` : origin

  async function request(url: string, init: RequestInit): Promise<VisitedPage> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...always, ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = response.headers.get('location')
    const target = location === null ? null : new URL(location, url)
    if (target?.origin === origin) {
      await response.arrayBuffer()
      return request(target.href, { method: 'GET' })
    }
    return pageOf(response, url, await response.text(), location)
  }

  function pageOf(response: Response, url: string, text: string, location: string | null): VisitedPage {
    const { document } = new JSDOM(text, { url }).window
    return {
      status: response.status,
      headers: response.headers,
      url,
      text,
      document,
      location,
      async press(name, fields = {}) {
        const button = [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === name)
        const form = button?.form
        if (!button || !form) throw new Error(`There is no button ${name} on ${document.title}`)
        for (const [label, value] of Object.entries(fields)) fieldWith(document, label).value = value
        const body = new URLSearchParams()
        for (const [key, value] of new (document.defaultView as unknown as typeof globalThis).FormData(form)) {
          body.append(key, String(value))
        }
        if (button.name) body.append(button.name, button.value)
        return request(form.action, { method: 'POST', body, headers: { origin: own } })
      },
    }
  }

  return { cookies, open: (url, headers = {}) => request(new URL(url, origin).href, { method: 'GET', headers }) }
}

function fieldWith(document: Document, label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.trim() === label)
  const field = found && document.getElementById(found.htmlFor)
  if (!field) throw new Error(`There is no field ${label} on ${document.title}`)
  return field as HTMLInputElement
}
