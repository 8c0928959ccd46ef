import { searchIndexContract } from '../../../../test/contracts/search-index-contract.ts'
import { fastSearchIndex } from './fast-search-index.ts'

searchIndexContract('fast', fastSearchIndex)
