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
              <Link to="/settings/configuration/users">Users</Link>
            </li>
            <li>
              <Link to="/settings/configuration/groups">Groups</Link>
            </li>
            <li>
              <Link to="/settings/configuration/portals">Portals</Link>
            </li>
            <li>
              <Link to="/settings/configuration/keywords">Keywords</Link>
            </li>
            <li>
              <Link to="/settings/configuration/custom-fields">Custom fields</Link>
            </li>
            <li>
              <Link to="/settings/configuration/presets">Presets</Link>
            </li>
            <li>
              <Link to="/settings/configuration/rules">Approval and rights</Link>
            </li>
            <li>
              <Link to="/settings/configuration/share-links">Share links</Link>
            </li>
            <li>
              <Link to="/settings/configuration/upload-links">Upload links</Link>
            </li>
            <li>
              <Link to="/settings/configuration/outbox">Outbox</Link>
            </li>
            <li>
              <Link to="/settings/configuration/api" activeOptions={exact}>
                API
              </Link>
              <ul>
                <li>
                  <Link to="/settings/configuration/api/keys">API keys</Link>
                </li>
                <li>
                  <Link to="/settings/configuration/api/rate-limits">Rate limits</Link>
                </li>
              </ul>
            </li>
            <li>
              <Link to="/settings/configuration/webhooks">Webhooks</Link>
            </li>
          </ul>
        </li>
      </ul>
    </nav>
  )
}
