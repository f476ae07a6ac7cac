// Fits the weights of src/judge/evidence/weights.ts: `node bench/fit-weights.js --comments PATH… [--write]`; with `--curve` instead prints what the
// limits of plausibility.ts would do.
//
// Data: the anchors of the tuning fixtures (bench/accuracy/repositories.ts), 203 in all, never those held out. And comments of repositories:
// each tells of the code it stands before, much as a row does. They are drawn with seed 7 (fit/sample.ts, fit/comments.ts say which count):
// 546 that document a Rust function and 368 inside of functions. The weights in use are fitted with those of, in this order,
//   crossbeam-rs/crossbeam 7de845aa13ce5d80084ce0889e014ae0aa0d19ce (2026-08-11)
//   rust-lang/regex        2b527599eb9eea0dcc288c704584f242f26a5c61 (2026-07-15)
//   spacejam/sled          e72f725be0f20e3e6e53a9d84cdbefa0dcbcde1c (2025-05-16)
//   tikv/raft-rs           aafb07c7bab439c6139926a77dfafc5b10e9bc84 (2026-03-18)
//
// Model: two conditional logits, of the item among those of its file and of the place among those of its item (fit/logit.ts). A weight is the
// sum of a part for who says it and of one that the row, the name and the anchor's comment share; both are held small (L2), the first more so.
// No weight is below zero but that of the size. 350 steps of Adam from fixed starts: nothing of it is drawn.
//
// The curve leaves each tuning fixture out in turn, fits the weights to the others and the comments, and judges the anchors of the one left out
// where they are and where they are not. Only the weights know nothing of it: the limits, the penalties and what counts as evidence were
// chosen with all tuning fixtures in sight, so held-out fixtures may fare worse. An anchor counts as one, however many places it is tried at.
import { runCommand } from "./typescript.js";

await runCommand("fit/command.ts");
