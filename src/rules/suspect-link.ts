import { relatedDefinition } from "../judge/definitions.js";
import { newestRow, type UnjudgedAnchor, unjudgedIn } from "../judge/links.js";
import { joined, placeOfMark, placeOfRow } from "../judge/places.js";
import type { Finding, Related, Rule } from "../model/finding.js";
import type { Link, LinkChange } from "../model/lock.js";
import type { Project } from "../model/project.js";

const review = (name: string): string => `\`spec-anchors review ${name}\``;

/** The other side of a finding at the anchor. */
function rowOf(link: Link, message: string): readonly Related[] {
  const row = newestRow(link);
  return row === undefined ? [] : [{ place: placeOfRow(row), message }];
}

function unreviewed(link: Link): Finding {
  return {
    // The option that asks for this is for gates: a warning would let it pass.
    severity: "error",
    message: `The anchor \`${link.name}\` and its row were never reviewed.`,
    hint: `Hold the two against each other with ${review(link.name)}, which records that they agree.`,
    name: link.name,
    place: placeOfMark(link.anchor),
    related: rowOf(link, "its row"),
  };
}

function suspect(link: Link, changes: readonly LinkChange[]): Finding {
  const { name, anchor } = link;
  const left = changes.find((change) => change.kind === "left");
  const row = changes.some(({ kind }) => kind === "row");
  const code = changes.some(({ kind }) => kind === "code");
  const definition = changes.some(({ kind }) => kind === "definition");
  const specified = definition ? link.definitions.map(relatedDefinition) : [];
  const hint = `Hold row and code against each other with ${review(name)}, which records that they agree again.`;
  const others = [...(row ? ["its row"] : []), ...(definition ? ["its definition"] : [])];
  const also = joined(others, "and");
  if (left !== undefined) {
    return {
      message: `The anchor \`${name}\` no longer marks the construct that was reviewed${also === "" ? "" : `, and ${also} changed`}.`,
      hint: `Put it back, or hold its row against where it is now with ${review(name)}.`,
      name,
      place: placeOfMark(anchor),
      related: [{ place: left.still, message: "this was reviewed" }, ...rowOf(link, row ? "the changed row" : "its row"), ...specified],
    };
  }
  if (changes.some(({ kind }) => kind === "alike")) {
    return {
      message: `The construct that was reviewed is gone, and the anchor \`${name}\` marks another with the same code${also === "" ? "" : `; ${also} changed`}.`,
      hint: `Hold its row against where it is now with ${review(name)}.`,
      name,
      place: placeOfMark(anchor),
      related: [...rowOf(link, row ? "the changed row" : "its row"), ...specified],
    };
  }
  const here = newestRow(link);
  if (!code && !row) {
    return {
      message: `The definition of \`${name}\` changed since its anchor was reviewed.`,
      hint: `Hold row and code against it with ${review(name)}, which records that they agree again.`,
      name,
      place: placeOfMark(anchor),
      related: [...specified, ...rowOf(link, "its row")],
    };
  }
  if (!code && here !== undefined) {
    return {
      message: `The row of \`${name}\`${definition ? " and its definition" : ""} changed since ${definition ? "they were" : "it was"} reviewed.`,
      hint,
      name,
      place: placeOfRow(here),
      related: [{ place: placeOfMark(anchor), message: "its anchor" }, ...specified],
    };
  }
  return {
    message: `${joined([`The code that the anchor \`${name}\` marks`, ...others], "and")} changed since ${also === "" ? "it was" : "they were"} reviewed.`,
    hint,
    name,
    place: placeOfMark(anchor),
    related: [...rowOf(link, row ? "the changed row" : "its row"), ...specified],
  };
}

function incomparable({ anchor, rows, because }: UnjudgedAnchor): Finding {
  const [row] = rows;
  return {
    severity: "error",
    message: `The anchor \`${anchor.name}\` cannot be reviewed: ${because}.`,
    hint: "Review is required of every link: mend the code, or suppress this with the reason why nobody reviews it.",
    name: anchor.name,
    place: placeOfMark(anchor),
    related: row === undefined ? [] : [{ place: placeOfRow(row), message: "its row" }],
  };
}

function* check(project: Project): Generator<Finding> {
  const { links, requiresReview } = project;
  if (requiresReview && links !== undefined) yield* unjudgedIn(project).map(incomparable);
  for (const link of links?.links ?? []) {
    if (link.state.kind === "suspect") yield suspect(link, link.state.changes);
    else if (link.state.kind === "unreviewed" && requiresReview) yield unreviewed(link);
  }
}

/** A row, its definition or the code of its anchor is no longer what somebody reviewed. */
export const suspectLink: Rule = {
  id: "suspect-link",
  severity: "warning",
  summary: "a row, its definition or the code of its anchor changed since it was reviewed",
  reviews: true,
  check,
};
