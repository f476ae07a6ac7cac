import type { Span } from "../../model/span.js";
import type { Suppression } from "../../model/suppression.js";

/** A directive as written; what it covers depends on where it stands. */
export type Directive = Pick<Suppression, "span" | "rule" | "reason">;

/** Comments alone, or only comments of which each line is a directive, or something else as well. */
export type HtmlContent = "directives" | "comments" | "other";

const KEYWORD = "spec-anchors-ignore";
/** `<!-->` and `<!--->` are whole comments; one that nothing closes reaches to the end of its node. */
const COMMENT = /<!--(?:-?>|([\s\S]*?)(?:-->|$))/g;
/** In a block quote the lines of a comment keep their `>`. The keyword must not go on: `spec-anchors-ignore-file` is another word. */
const DIRECTIVE_LINE = /^[ \t>]*(spec-anchors-ignore(?![\w-]).*)$/gm;

/** The directives in the HTML comments of `text.slice(span.start, span.end)`, in order; each span is the directive without `<!--` and `-->`. */
export function directivesIn(text: string, span: Span): readonly Directive[] {
  return [...text.slice(span.start, span.end).matchAll(COMMENT)].flatMap((comment) => {
    const body = comment[1] ?? "";
    return [...body.matchAll(DIRECTIVE_LINE)].map((line) => {
      const written = (line[1] ?? "").trimEnd();
      const start = span.start + comment.index + "<!--".length + line.index + line[0].indexOf(KEYWORD);
      return { span: { start, end: start + written.length }, ...ruleAndReason(written.slice(KEYWORD.length)) };
    });
  });
}

/** What kind of HTML the node at `span` holds; `>` of a block quote around it does not count. */
export function htmlContent(text: string, span: Span): HtmlContent {
  const html = text.slice(span.start, span.end);
  const bodies = [...html.matchAll(COMMENT)].map((comment) => comment[1] ?? "");
  if (bodies.length === 0 || !isBlank(html.replace(COMMENT, ""))) return "other";
  const allDirectives = bodies.every((body) => body.includes(KEYWORD) && isBlank(body.replace(DIRECTIVE_LINE, "")));
  return allDirectives ? "directives" : "comments";
}

function ruleAndReason(written: string): Pick<Directive, "rule" | "reason"> {
  const [, rule, reason] = /^\s*([^\s:]*)\s*(?::(.*))?/.exec(written) ?? [];
  return { rule: rule ?? "", reason: (reason ?? "").trim() };
}

function isBlank(text: string): boolean {
  return /^[\s>]*$/.test(text);
}
