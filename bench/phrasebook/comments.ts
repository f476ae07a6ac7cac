import type { Span } from "../../src/model/span.js";
import type { CommentSyntax } from "../../src/read/languages/language.js";
import { segments } from "../../src/read/source/segments.js";

/** A comment on lines of its own: what it says, and where it ends. */
export interface Comment {
  readonly said: string;
  readonly end: number;
}

/** Comments that do not tell what the code does. */
const aside = /copyright|licen[cs]e|todo|fixme|xxx|safety:|example|```|@param|eslint|nolint|clippy/i;

/** So many words tell something; more of them tell of other things as well. */
const words = { least: 4, most: 60 } as const;
const sentences = 2;

function plain(comment: string): string {
  const lines = comment.split("\n").map((line) =>
    line
      .trim()
      .replace(/^(?:\/\/[/!]*|\/\*[*!]*|\*\/|\*|#+)/, "")
      .replace(/\*\/$/, "")
      .trim(),
  );
  return lines.join(" ").replace(/\s+/g, " ").trim();
}

/** The first sentences of each comment that stands on lines of its own and speaks of code. Line comments right below one another are one. */
export function commentsIn(text: string, syntax: CommentSyntax): readonly Comment[] {
  const blocks: { spans: Span[]; isLine: boolean }[] = [];
  for (const { kind, span } of segments(text, syntax)) {
    if (kind === "string" || text.slice(text.lastIndexOf("\n", span.start - 1) + 1, span.start).trim() !== "") continue;
    const isLine = kind === "line-comment";
    const last = blocks.at(-1);
    const goesOn = last !== undefined && isLine && /^\r?\n[ \t]*$/.test(text.slice(last.spans.at(-1)?.end, span.start));
    if (goesOn) last.spans.push(span);
    else blocks.push({ spans: [span], isLine });
  }
  return blocks.flatMap(({ spans }): readonly Comment[] => {
    const whole = plain(spans.map(({ start, end }) => text.slice(start, end)).join("\n"));
    const said = whole
      .split(/\. |\.$/)
      .filter((sentence) => sentence !== "")
      .slice(0, sentences)
      .join(". ");
    const count = said.split(" ").length;
    const end = spans.at(-1)?.end ?? 0;
    return aside.test(whole) || count < words.least || count > words.most ? [] : [{ said, end }];
  });
}
