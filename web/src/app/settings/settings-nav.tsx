import { Link } from '@tanstack/react-router'

const exact = { exact: true } as const

/** Everything there is to set, always in sight: the way to each is one press long. */
export function SettingsNav() {
  return (
    <nav aria-label="Settings" className="settings-nav">
      <p className="settings-nav-title">Settings</p>
      <ul>
        <li>
          <Link to="/settings/configuration" activeOptions={exact}>
            Configuration Options
          </Link>
          <ul>
            <li>
              <Link to="/settings/configuration/api" activeOptions={exact}>
                API
              </Link>
              <ul>
                <li>
                  <Link to="/settings/configuration/api/keys">API keys</Link>
                </li>
              </ul>
            </li>
            <li>
              <Link to="/settings/configuration/keywords">Keywords</Link>
            </li>
          </ul>
        </li>
      </ul>
    </nav>
  )
}
