// Answers every request with the bytes of a file: what Fastify alone can do with the same answer.
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'

const bytes = readFileSync(process.argv[2] ?? '')
const app = Fastify()
app.get('/*', (_request, reply) => reply.type('application/json; charset=utf-8').send(bytes))
console.log(JSON.stringify({ origin: await app.listen({ host: '127.0.0.1', port: 0 }) }))
