// What a server of this kind loads whatever it does: a web framework, a picture library, a database.
import { DatabaseSync } from 'node:sqlite'
import Fastify from 'fastify'
import 'sharp'

new DatabaseSync(':memory:').exec('select 1')
const app = Fastify()
app.get('/', async () => 'ready')
console.log(JSON.stringify({ origin: await app.listen({ host: '127.0.0.1', port: 0 }) }))
