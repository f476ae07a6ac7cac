/** Modules that come with TLA+'s tools or are known to every user of them. They need not be there. */
export const standard: ReadonlySet<string> = new Set(
  (
    "Naturals Integers Reals Sequences FiniteSets Bags TLC TLCExt RealTime Randomization Json IOUtils Apalache Variants Option TLAPS Toolbox " +
    "NaturalsInduction FiniteSetTheorems SequenceTheorems FunctionTheorems WellFoundedInduction BagsTheorems SequenceOpTheorems Peano " +
    "SequencesExt FiniteSetsExt BagsExt Functions Folds Graphs UndirectedGraphs Relation Bitwise Combinatorics CSV DyadicRationals HTML " +
    "ShiViz Statistics SVG Strings VectorClocks GraphViz ProtoReals StandardModules PTL _TLCTrace TLCEval"
  ).split(" "),
);
