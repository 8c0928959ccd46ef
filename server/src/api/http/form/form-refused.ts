/** S3's words for what is wrong with a posted form; clients know them. */
const statuses = {
  AccessDenied: 403,
  InvalidAccessKeyId: 403,
  SignatureDoesNotMatch: 403,
  EntityTooLarge: 400,
  InvalidArgument: 400,
  MalformedPOSTRequest: 400,
  MaxPostPreDataLengthExceeded: 400,
} as const

export type FormRefusal = keyof typeof statuses

/** The posted form is not one we take. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export class FormRefused extends Error {
  readonly code: FormRefusal
  readonly status: number
  constructor(code: FormRefusal, message: string) {
    super(message)
    this.code = code
    this.status = statuses[code]
  }
}
