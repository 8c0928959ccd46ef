#!/usr/bin/env node
// Plain JavaScript, so that nothing is stripped of its types before the cache of what was stripped is on: that saves
// a third of the start and the stripper's memory.
import { enableCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'

enableCompileCache()
// Starting makes much garbage once, and memory taken for it is never given back; `serve` lets it grow again when it is up.
setFlagsFromString('--semi-space-growth-factor=1')
await import('../src/main.ts')
