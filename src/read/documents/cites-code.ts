/** A path with the extension of a programming language, as prose and tables write it. */
const citation = /[\w/-]+\.(?:rs|c|cc|cpp|cxx|h|hh|hpp|m|mm|go|java|scala|kt|swift|py|js|jsx|ts|tsx|cs|zig)\b/;

/** True if a text names a source file: cheap enough for every Markdown file, and only used to count them. */
export function citesCode(text: string): boolean {
  return citation.test(text);
}
