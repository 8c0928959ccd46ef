// Plain JavaScript for the same reason as bin/descant.mjs: with the cache on, the thread needs no stripper of its own.
import { enableCompileCache } from 'node:module'

enableCompileCache()
await import('./hashing-thread.ts')
