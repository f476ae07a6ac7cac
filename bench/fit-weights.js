// Fits the weights of src/judge/evidence/weights.ts: `node bench/fit-weights.js [--write]`; with `--curve` instead prints what the limits of
// plausibility.ts would do.
//
// Data: the anchors of the tuning fixtures (bench/accuracy/repositories.ts), 357 in all, never those held out. With `--comments PATH…` also
// comments of repositories: each tells of the code it stands before, much as a row does. They are drawn with seed 7 (fit/sample.ts,
// fit/comments.ts say which count). The weights in use do without: comments had a part in earlier ones, and with all fixtures they made the
// judgement of what was left out no better.
//
// Model: two conditional logits, of the item among those of its file and of the place among those of its item (fit/logit.ts). A weight is the
// sum of a part for who says it and of one that the row, the name and the anchor's comment share; both are held small (L2), the first more so.
// No weight is below zero but those of what a candidate is of itself (its size and kind). 350 steps of Adam from fixed starts: nothing of it is drawn.
//
// The curve leaves each tuning fixture out in turn, fits the weights to the others, and judges the anchors of the one left out
// where they are and where they are not. Only the weights know nothing of it: the limits, the penalties and what counts as evidence were
// chosen with all tuning fixtures in sight, so held-out fixtures may fare worse. An anchor counts as one, however many places it is tried at.
import { runCommand } from "./typescript.js";

await runCommand("fit/command.ts");
