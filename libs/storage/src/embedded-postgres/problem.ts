/** Why the embedded database cannot serve; the message is one English sentence, `code` is for translations. */
export class EmbeddedPostgresProblem extends Error {
  constructor(
    readonly code:
      | 'database.folder_not_writable'
      | 'database.folder_of_other_user'
      | 'database.no_binaries'
      | 'database.no_user_to_run_as'
      | 'database.did_not_start',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The system's code of a failed call ("ENOENT"), if there is one. */
export const systemCode = (error: unknown): string | undefined => (error as { code?: string }).code;
