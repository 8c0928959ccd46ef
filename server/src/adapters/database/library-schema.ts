/** Rows of one account's library, as the migrations make them. Booleans are 0 and 1, times milliseconds. */
export type LibrarySchema = {
  user: UserRow
  collection: CollectionRow
  keyword: KeywordRow
  asset: AssetRow
  version: VersionRow
  asset_tag: { asset_id: string; tag_folded: string; tag: string; position: number }
  asset_keyword: { asset_id: string; keyword_id: string }
  asset_album: { asset_id: string; album_id: string }
  upload: UploadRow
  mail: MailRow
  user_group: { id: string; name: string; name_folded: string; created_at: number }
  group_member: { group_id: string; user_id: string }
  invitation: { user_id: string; digest: string; expires_at: number }
  portal: { id: string; kind: string; name: string; name_folded: string; created_at: number }
  portal_content: { portal_id: string; collection_id: string; position: number }
  portal_user: { portal_id: string; user_id: string }
  portal_group: { portal_id: string; group_id: string }
  activity: ActivityRow
  webhook: WebhookRow
  delivery: DeliveryRow
  share: ShareRow
  share_asset: { share_id: string; asset_id: string; position: number }
  upload_link: UploadLinkRow
  upload_link_file: UploadLinkFileRow
  counter: { name: 'change' | 'job'; value: number }
  change: ChangeRow
  progress: { work: string; value: number }
  setting: { name: string; value: string }
  custom_field: CustomFieldRow
  custom_field_number: { kind: string; next: number }
  asset_custom_value: { asset_id: string; field_id: string; value: string }
  preset: PresetRow
  accepted_terms: { user_id: string; asset_id: string; terms: string; accepted_at: number }
  job: JobRow
}

export type UserRow = {
  id: string
  email: string
  email_folded: string
  first_name: string
  last_name: string
  role: string
  password_hash: string | null
  suspended: number
  may_access_main_library: number
  credentials_version: number
  created_at: number
}

export type CollectionRow = {
  id: string
  kind: string
  parent_id: string | null
  name: string
  name_folded: string
  description: string
  owner: string
  created_at: number
  modified_at: number
  assets: number
}

export type KeywordRow = {
  id: string
  name: string
  name_folded: string
  description: string
  created_at: number
  assets: number
}

export type AssetRow = {
  id: string
  scheme: string
  name: string
  description: string
  author: string
  copyright: string
  terms_and_conditions: string
  owner: string
  owner_name: string
  created_at: number
  modified_at: number
  approval: string
  expires_at: number | null
  trashed_at: number | null
  current_no: number
  /** JSON of what other tables attach to it; `null`: not noted. */
  attached: string | null
  /** JSON of what lists show of its current version; noted where `attached` is. */
  current_version: string | null
}

export type VersionRow = {
  id: string
  asset_id: string
  no: number
  scheme: string
  file_name: string
  extension: string
  content_type: string
  size: number
  md5: string
  sha256: string
  object: string
  uploaded_at: number
  uploaded_by: string
  uploaded_by_name: string
  comment: string
  width: number | null
  height: number | null
  dpi: number | null
  duration: number | null
  pages: number | null
  created_in_file_at: number | null
  has_preview: number
  lacked: string
  metadata: string
  /** As much of it as lists show; `null`: an earlier release has written the row. */
  brief_metadata: string | null
  text: string
}

export type UploadRow = {
  id: string
  file_name: string
  object: string
  size: number
  md5: string
  sha256: string
  uploaded_by: string
  uploaded_by_name: string
  uploaded_at: number
  state: string
  message: string | null
  scheme: string | null
  tags: string
  given: string
  album_id: string | null
  version_of: string | null
  portal_id: string | null
  take_in_anyway: number
  finished_at: number | null
}

export type MailRow = {
  id: string
  recipient: string
  subject: string
  text: string
  state: string
  reason: string | null
  queued_at: number
  finished_at: number | null
}

export type CustomFieldRow = {
  id: string
  position: number
  name: string
  name_folded: string
  description: string
  type: string
  choices: string
}

export type PresetRow = {
  id: string
  name: string
  name_folded: string
  description: string
  width: number
  height: number
  keep_aspect_ratio: number
  main_library_enabled: number
  portal_enabled: number
}

export type ActivityRow = {
  asset_id: string
  time: number
  id: string
  kind: string
  scheme: string
  user_name: string
  email: string
  detail: string
}

export type WebhookRow = {
  id: string
  url: string
  events: string
  secret_sealed: string
  enabled: number
  since_seq: number
  created_by: string
  created_at: number
}

export type DeliveryRow = {
  id: string
  webhook_id: string
  change_seq: number
  event: string
  scheme: string
  subject_id: string
  album: string
  display_name: string
  happened_at: number
  queued_at: number
  state: string
  attempts: number
  run_at: number
  leased_until: number
  last_attempt_at: number | null
  status: number | null
  answer: string
  reason: string
}

export type ChangeRow = {
  seq: number
  event: string
  scheme: string
  id: string
  time: number
  portal_id: string | null
}

export type JobRow = {
  seq: number
  name: string
  payload: string
  run_at: number
  leased_until: number
  attempt: number
  failures: number
  state: 'waiting' | 'failed'
  reason: string | null
  progress: number | null
}

export type ShareRow = {
  id: string
  created_by: string
  created_by_name: string
  created_at: number
  expires_at: number | null
  revoked_at: number | null
  hides_creator: number
  allows_original: number
  allows_crop_and_resize: number
  allows_presets: number
}

export type UploadLinkRow = {
  id: string
  name: string
  description: string
  created_by: string
  created_by_name: string
  created_at: number
  expires_at: number | null
  revoked_at: number | null
  recipients: string
  album_id: string | null
}

export type UploadLinkFileRow = {
  id: string
  link_id: string
  sender: string
  begun_at: number
  upload_id: string | null
}
