/** Wrong usage: the message is for the user, and the stack is not shown. Exit code 2. */
export class UserError extends Error {
  override readonly name = "UserError";
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
