/** What `--help` prints. */
export const help = `spec-anchors: keeps specifications, the documents around them and the code in step

Usage
  spec-anchors [check] [PATH…]   hold the documents' tables against the code
  spec-anchors review [NAME…]    show what changed since links were reviewed, and record them
  spec-anchors trace [NAME…]     the matrix: each name from its definition to the tests that name it
  spec-anchors explain [RULE]    what a rule means and how to mend what it reports

A document is a Markdown file with a table of invariants. Each row names one, the file that
upholds it, and how:

  | Invariant       | Anchor site    | How the code upholds it                  |
  | --------------- | -------------- | ---------------------------------------- |
  | \`NoDoubleGrant\` | \`src/lease.rs\` | \`grant\` refuses while \`holder.is_some()\` |

and the code carries the anchor above the line that does it:

  // SPEC: NoDoubleGrant — one holder at a time
  if self.holder.is_some() {

check reads the documents, the syntax trees of the code and the anchors in them, and says where
they disagree. Without configuration it finds documents in folders named spec or specs, beside
.tla modules, and wherever a table promises anchors.

Options of check
  PATH…                  report only what touches these files and folders; everything is still read
  --format FORMAT        pretty (default), compact, json or github
  --output FILE          write the report to FILE instead of standard output
  --rule RULE=LEVEL      off, warn or error; may be repeated
  --only RULE            run this rule only; may be repeated
  --max-warnings N       exit with 1 if there are more than N warnings
  --quiet                show errors only
  --fix                  make the repairs that change no claim, and report what is left
  --unsafe               with --fix: make the others too; look at what they did
  --dry-run              with --fix: write nothing, and show the changes as a diff
  --require-review       a link that was never reviewed is an error
  --config FILE          the configuration (default: the nearest spec-anchors.toml)
  --root DIR             the root (default: the configuration's folder, else git's top level)
  --no-color             no colours, as with NO_COLOR; there are none unless a terminal reads them

Options of review, which writes spec-anchors.lock
  NAME…                  record the links of these rows as they are now
  --all                  record every link; without either it asks, or only shows where nobody can answer
  --note TEXT            keep TEXT with what is recorded

Options of trace, which also takes --output, --config, --root and --no-color
  NAME…                  only these names; Module!Name where several modules define one
  --missing              only names of which something is missing
  --format FORMAT        text (default), json, markdown or html

  --help, -h             this text
  --version, -V          the version

Exit codes
  0  no error, and no more warnings than --max-warnings allows; nothing is left to review;
     a matrix, whatever is missing
  1  an error, or too many warnings; a link is left to review
  2  wrong usage, a broken configuration, an unreadable file, nothing to check, or a bug

Examples
  spec-anchors                                 check the repository you stand in
  spec-anchors check specs/README.md           only what touches this document
  spec-anchors check --only missing-anchor     only rows that lost their anchor
  spec-anchors check --format github           annotations on a pull request
  spec-anchors check --fix --dry-run           what could be mended without changing a claim
  spec-anchors review NoDoubleGrant            what changed, and that it is still right
  spec-anchors trace --format html --output matrix.html
                                               a page for whoever audits the specification
  spec-anchors explain dangling-anchor         what it means, and how to mend it
`;
