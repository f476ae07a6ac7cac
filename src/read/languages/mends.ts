/** A text of blanks as long as the given one, with its line ends. */
export function blanksFor(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

/** A text with blanks behind it, as long as `like`. */
export function padded(text: string, like: string): string {
  return text + blanksFor(like.slice(text.length));
}
