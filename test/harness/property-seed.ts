import fc from "fast-check";

/**
 * Property tests draw the same inputs in every run, so that a red run is red for a change. `PROPERTY_SEED=random npm test` goes
 * looking for new ones; `PROPERTY_SEED=N` repeats what fast-check printed.
 */
const wanted = process.env["PROPERTY_SEED"];
if (wanted !== "random") fc.configureGlobal({ seed: wanted === undefined ? 20_261_121 : Number(wanted) });
