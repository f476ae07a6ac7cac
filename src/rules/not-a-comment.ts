import { anchorText, markText } from "../judge/anchor-text.js";
import { relatedRow } from "../judge/places.js";
import { byMark } from "../judge/unmet.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

const places = {
  string: "in a string",
  "doc-test": "in a code fence of a comment",
  "disabled-block": "in code that is commented out",
  code: "in code",
} as const;

function* check(project: Project): Generator<Finding> {
  for (const [first, ...others] of byMark(project, "not-a-comment")) {
    if (first === undefined) continue;
    const { mark, path, what, declared } = first.because;
    yield {
      message: `\`${markText(project, mark, mark.word)}\` stands ${places[what]}: it marks nothing.`,
      hint: `Write \`${mark.form === undefined ? anchorText(project, declared) : markText(project, mark, declared)}\` in a comment above the code that upholds it.`,
      name: declared,
      place: { path, span: mark.span },
      related: [first, ...others].map(({ obligation }) => relatedRow(obligation.row)),
    };
  }
}

/** The only marker with a row's name stands where no comment is. */
export const notAComment: Rule = {
  id: "not-a-comment",
  severity: "error",
  summary: "the marker a row needs stands in a string, a doc-test or disabled code",
  check,
};
