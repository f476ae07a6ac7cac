// Fits the weights of src/judge/evidence/weights.ts, and prints what the limits of plausibility.ts come to:
// `node bench/fit-weights.js [--clone OWNER/NAME=PATH]… [--write]`. It takes some minutes.
//
// Data: the anchors of the tuning fixtures (bench/accuracy/repositories.ts), 453 in all, and those that the tuning rows about public code put
// there (bench/truth/rows.json, 919 in 25 repositories), for which clones are named. Nothing that is held out. The weights in use were fitted with all
// of them.
//
// Model: two conditional logits, of the item among those of its file and of the place among those of its item (fit/logit.ts). A weight is the
// sum of a part for who says it and of one that the row, the name and the anchor's comment share; both are held small (L2), the first more so.
// No weight is below zero but those of what a candidate is of itself (its size and kind). Then two logits of the traits of a standing
// (judge/evidence/traits.ts): that the item is the wrong one, learnt from anchors put into other functions, and that the place in it is, learnt from
// anchors put elsewhere in their function (fit/moves.ts says where they are put). Adam from fixed starts: nothing of it is drawn.
//
// The repositories are dealt into eight parts. Each part's anchors stand where they are and where they are not by weights that the other parts
// taught; the logits of traits learn from these standings, and the curve judges each part by what the others teach of traits, too. Only the weights
// know nothing of what they judge: the limits, the penalties and what counts as evidence or trait were chosen with all of it in sight, so held-out
// code may fare worse. An anchor counts as one, however many places it is tried at.
import { runCommand } from "./typescript.js";

await runCommand("fit/command.ts");
