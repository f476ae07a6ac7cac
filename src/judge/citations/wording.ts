import type { CitationClaim } from "../../model/citation.js";
import type { LineRange, Story } from "../../model/citing.js";
import type { Remover, Revision } from "../../model/past.js";

/** `line 3`, `lines 3-9`. */
export function linesWords({ first, last }: LineRange): string {
  return first === last ? `line ${first}` : `lines ${first}-${last}`;
}

/** Several ranges as a sentence names them. */
export function allLinesWords(ranges: readonly LineRange[]): string {
  const [only, another] = ranges;
  if (only !== undefined && another === undefined) return linesWords(only);
  const words = ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
  return `lines ${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** The longest piece of code that a sentence holds. */
const longest = 60;

/** Code on one line between backticks. */
export function codeWords(code: string): string {
  const line = code.replace(/\s+/g, " ").trim();
  const shown = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  return shown.includes("`") ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}

/** What a claim says, as a sentence names it. */
export function claimWords(claim: CitationClaim): string {
  return claim.kind === "block" ? "the quoted code" : codeWords(claim.written);
}

/** The first few of the claims. */
export function claimsWords(claims: readonly CitationClaim[]): string {
  const words = [...new Set(claims.map(claimWords))].slice(0, 3);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

const dayOf = (date: number): string => new Date(date * 1000).toISOString().slice(0, 10);

/** A commit as messages name it: `1a2b3c4 (2025-12-22, “subject”)`. */
export function commitWords({ hash, date, subject }: Revision): string {
  const short = subject.length > longest ? `${subject.slice(0, longest - 1)}…` : subject;
  return `${hash.slice(0, 7)} (${dayOf(date)}, “${short}”)`;
}

function removerWords(by: Remover): string {
  if (by.kind === "commit") return `Commit ${commitWords(by.commit)} took it away.`;
  return by.kind === "uncommitted" ? "A change that is not committed took it away." : "History does not say what took it away.";
}

/** What history adds to a finding; `undefined` where it has nothing to say. */
export function storyWords(story: Story): string | undefined {
  switch (story.kind) {
    case "unknown":
      return undefined;
    case "no-history":
      return "There is no history of it from before this was written.";
    case "never":
      return `It was not so when this was written, in commit ${commitWords(story.written)}.`;
    case "moved":
      return `It was so when this was written, in commit ${commitWords(story.written)}.`;
    case "gone":
      return removerWords(story.by);
  }
}
