import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiDeps } from './api-deps.ts'
import type { App } from './app.ts'
import { sendNotFound } from './errors.ts'

/** Addresses that are never pages of the web application (contract §1). */
const notPages = /^\/(api|api_binary|oauth|direct|web|health|metrics|s|u|invitation|assets)(\/|$|\?)/

/** The built web application: its files, and its page on every address that is not the API's. */
export async function serveWebPages(app: App, { settings: { webFolder } }: Pick<ApiDeps, 'settings'>): Promise<void> {
  if (webFolder === null) {
    app.setNotFoundHandler(sendNotFound)
    return
  }
  await app.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      // The names of built files carry a hash of their content; the page that names them does not.
      const hashed = /[\\/]assets[\\/]/.test(path)
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    if (!wantsPage(request)) return sendNotFound(request, reply)
    return sendPage(reply)
  })
}

const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && !notPages.test(url) && /text\/html|\*\/\*/.test(headers.accept ?? '*/*')

const sendPage = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html')
