import type { Account } from '../accounts/account.ts'
import type { State } from './open-state.ts'

export type AccountStore = {
  read(): Account
  activateDamSettings(isOn: boolean): void
}

export function accountStore({ db }: State): AccountStore {
  const read = db.prepare('SELECT name, dam_settings FROM account')
  const activate = db.prepare('UPDATE account SET dam_settings = ?')
  return {
    read() {
      const row = read.get() ?? {}
      return { name: String(row.name), damSettings: row.dam_settings === 1 }
    },
    activateDamSettings: (isOn) => void activate.run(isOn ? 1 : 0),
  }
}
