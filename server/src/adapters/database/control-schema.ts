/** Rows of the control database, as the migrations make them. Booleans are 0 and 1, times milliseconds. */
export type ControlSchema = {
  account: AccountRow
  api_key: ApiKeyRow
  authorization_code: AuthorizationCodeRow
  token: TokenRow
  web_session: WebSessionRow
  sign_in_failure: { subject: string; failed_at: number }
}

export type AccountRow = {
  id: string
  host: string
  name: string
  public_url: string | null
  created_at: number
}

export type ApiKeyRow = {
  app_id: string
  account_id: string
  name: string
  name_folded: string
  redirect_uri: string
  website: string
  logo_url: string
  secret_digest: string
  secret_sealed: string
  client_credentials: number
  created_by: string
  created_at: number
  last_used_at: number | null
}

type SubjectColumns = {
  account_id: string
  user_id: string
  credentials_version: number
  portal_id: string | null
  role_cap: string | null
}

export type AuthorizationCodeRow = SubjectColumns & {
  digest: string
  family_id: string
  app_id: string
  redirect_uri: string
  code_challenge: string | null
  code_challenge_method: string | null
  expires_at: number
  used_at: number | null
}

export type TokenRow = SubjectColumns & {
  digest: string
  kind: string
  family_id: string
  parent: string | null
  app_id: string | null
  issued_at: number
  expires_at: number
  first_used_at: number | null
  ended_at: number | null
}

export type WebSessionRow = {
  digest: string
  account_id: string
  user_id: string
  credentials_version: number
  created_at: number
  expires_at: number
}
