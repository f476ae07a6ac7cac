/** Modules that come with TLA+'s tools or are known to every user of them. They need not be there. */
export const standard: ReadonlySet<string> = new Set(
  (
    "Naturals Integers Reals Sequences FiniteSets Bags TLC TLCExt RealTime Randomization Json IOUtils Apalache Variants Option TLAPS Toolbox " +
    "NaturalsInduction FiniteSetTheorems SequenceTheorems FunctionTheorems WellFoundedInduction BagsTheorems SequenceOpTheorems Peano " +
    "SequencesExt FiniteSetsExt BagsExt Functions Folds Graphs UndirectedGraphs Relation Bitwise Combinatorics CSV DyadicRationals HTML " +
    "ShiViz Statistics SVG Strings VectorClocks GraphViz ProtoReals StandardModules PTL _TLCTrace TLCEval"
  ).split(" "),
);

/** What the modules that come with the model checker define, as far as it has a name. */
const definitions: Readonly<Record<string, string>> = {
  Naturals: "Nat",
  Integers: "Nat Int",
  Reals: "Nat Int Real Infinity",
  Sequences: "Seq Len Append Head Tail SubSeq SelectSeq",
  FiniteSets: "IsFiniteSet Cardinality",
  Bags: "IsABag BagToSet SetToBag BagIn EmptyBag BagUnion SubBag BagOfAll BagCardinality CopiesIn",
  TLC: "Print PrintT Assert JavaTime TLCGet TLCSet Permutations SortSeq RandomElement Any ToString TLCEval",
  Randomization: "RandomSubset RandomSetOfSubsets TestRandomSetOfSubsets RandomSubsetSetOfSubsets",
};

const defined: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(definitions).map(([module, names]) => [module, new Set(names.split(" "))]),
);

/** True if the module of that name comes with the model checker and has the name. */
export function isStandard(module: string, name: string): boolean {
  return defined.get(module)?.has(name) === true;
}
