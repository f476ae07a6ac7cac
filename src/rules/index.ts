import type { Rule } from "../model/finding.js";
import { ambiguousName } from "./ambiguous-name.js";
import { ambiguousPath } from "./ambiguous-path.js";
import { brokenLink } from "./broken-link.js";
import { changedSnippet } from "./changed-snippet.js";
import { danglingAnchor } from "./dangling-anchor.js";
import { duplicateAnchor } from "./duplicate-anchor.js";
import { duplicateRow } from "./duplicate-row.js";
import { inactiveAnchor } from "./inactive-anchor.js";
import { linesOutOfRange } from "./lines-out-of-range.js";
import { malformedAnchor } from "./malformed-anchor.js";
import { malformedRow } from "./malformed-row.js";
import { malformedSuppression } from "./malformed-suppression.js";
import { misplacedAnchor } from "./misplaced-anchor.js";
import { missingAnchor } from "./missing-anchor.js";
import { missingFile } from "./missing-file.js";
import { missingSymbol } from "./missing-symbol.js";
import { notAComment } from "./not-a-comment.js";
import { nothingChecked } from "./nothing-checked.js";
import { staleExplanation } from "./stale-explanation.js";
import { staleLines } from "./stale-lines.js";
import { suspectLink } from "./suspect-link.js";
import { uncheckedInvariant } from "./unchecked-invariant.js";
import { undeclaredAnchor } from "./undeclared-anchor.js";
import { undefinedName } from "./undefined-name.js";
import { undocumentedInvariant } from "./undocumented-invariant.js";
import { unjudgedAnchor } from "./unjudged-anchor.js";
import { unreadable } from "./unreadable.js";
import { unreadableSpec } from "./unreadable-spec.js";
import { unusedSuppression } from "./unused-suppression.js";
import { wrongFile } from "./wrong-file.js";

/** Every rule, in the order in which lists show them. */
export const rules: readonly Rule[] = [
  missingAnchor,
  wrongFile,
  missingFile,
  undeclaredAnchor,
  duplicateAnchor,
  duplicateRow,
  malformedAnchor,
  malformedRow,
  notAComment,
  danglingAnchor,
  inactiveAnchor,
  misplacedAnchor,
  staleExplanation,
  suspectLink,
  unjudgedAnchor,
  undefinedName,
  uncheckedInvariant,
  undocumentedInvariant,
  ambiguousName,
  unreadableSpec,
  staleLines,
  linesOutOfRange,
  changedSnippet,
  missingSymbol,
  ambiguousPath,
  brokenLink,
  unreadable,
  nothingChecked,
  unusedSuppression,
  malformedSuppression,
];
