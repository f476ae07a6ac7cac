/** Words between which nothing says that all is well, or that it is so only under a condition. */
const between = String.raw`(?:(?!\b(?:pass\w*|holds?|holding|succe\w*|satisf\w*|clean|no|not|never|none|zero|without|unless|prevent\w*|avoid\w*|toler\w*|surviv\w*|handl\w*|recover\w*|retr\w*|ever|if)\b|n't\b)[^,]){0,70}?`;

const failure = String.raw`\b(?:fail(?:s|ed|ing|ure|ures)?|violat\w*|counter-?examples?|broken|falsified|errors?|deadlocks?)\b`;
const checker = String.raw`\b(?:tlc|apalache|(?:model[- ])?check(?:er|ing)?|run|verification)\b`;
const subject = String.raw`(?:§|${checker}|\b(?:this|that|it|these|those|they|both|all|invariants?|propert(?:y|ies)|formulas?|models?|specs?|config(?:uration)?s?)\b)`;

/** Parts of a model, which are expected to fail without anything being wrong. */
const part = String.raw`\b(?:nodes?|servers?|clients?|process(?:es)?|replicas?|requests?|writes?|reads?|messages?|workers?|threads?|leaders?|followers?|peers?|disks?|machines?|participants?|acceptors?|proposers?|members?|devices?|hosts?|sites?|actors?|agents?|tasks?|jobs?|transactions?|links?|packets?|operations?|calls?|steps?|attempts?|rms?|tms?)`;

const sayings: readonly RegExp[] = [
  // EXPECTED TO FAIL; expected to be violated
  String.raw`(?<!${part} (?:(?:is|are|may be|can be) )?)\b(?:expected|supposed|meant|intended|designed) to ${between}${failure}`,
  // The checker is expected to flag it
  String.raw`${checker}${between}\b(?:expected|supposed|meant) to (?:flag|report|find|detect|catch|reject|refute)\b(?! (?:no|nothing)\b)`,
  // Expected: VIOLATED; expected outcome: the checker finds a violation
  String.raw`\bexpect(?:ed|s|ation)?(?: \w+){0,2}\s*:\s*${between}${failure}`,
  // This should fail; the invariant must be violated
  String.raw`${subject}${between}\b(?:should|must|will|shall) (?:(?!not|never)\w+ ){0,2}?(?:fail\b(?! over| fast)|deadlock\b|be (?:\w+ )?(?:violated|broken|falsified)\b)`,
  String.raw`^(?:should|must|will) (?:fail|be violated|be broken)\b`,
  // The checker should find a counterexample
  String.raw`${subject}${between}\b(?:should|must|will|shall) (?:(?!not|never)\w+ )?(?:find|flag|report|produce|yield|give|show|print|trigger|exhibit|end)\b${between}\b(?:violat\w*|counter-?examples?)`,
  // Without its guard it must violate Safe
  String.raw`\b(?:must|should|will) violate\b`,
  // Expect violations; an expected counterexample
  String.raw`\bexpect(?:s|ing|ed)?[ -](?:an? |the |some )?(?:\w+ )?(?:violations?|counter-?examples?)\b`,
  String.raw`\b(?:violations?|counter-?examples?)\b${between}\bexpected\b`,
  // The checker reports Safe violated
  String.raw`${checker}${between}\b(?:finds?|found|reports?|flags?|detects?|produces?|yields?|shows?)\b${between}\b(?:violat\w+|counter-?examples?)`,
  // Fails on purpose; is violated by design
  String.raw`\b(?:fails|violated|broken)\b${between}\b(?:by design|on purpose|intentionally|deliberately|as expected|here)\b`,
  String.raw`\b(?:intentionally|deliberately) (?:fail|violat|broken|buggy)`,
  // The property AgreeAll does not hold
  String.raw`^(?!.*\b(?:if|when|while|until|unless|as long as)\b).*(?:§|\binvariants?\b|\bpropert(?:y|ies)\b) (?:(?!that|which|any)\w+ ){0,3}?(?:does not|doesn't|do not|don't) hold\b(?! (?:the|an?|any|its|more)\b)`,
].map((pattern) => new RegExp(pattern));

/** What only seems to say that a check fails: that it does not, or that its failing means nothing. */
const denials: readonly RegExp[] = [
  /(?:\b(?:not|never|no|without|zero|0|none)|n't)\b[^,]{0,24}\b(?:fail|violat|counter-?example|break|broken|error|deadlock)/,
  /\b(?:fail\w*|violat\w*|counter-?examples?|errors?|deadlocks?)\b[^,]{0,16}\b(?:never|cannot|not (?:expected|possible|happen|occur))\b/,
  /\b(?:bogus|spurious|false (?:positive|alarm))/,
  /^(?:if|unless|should (?:this|it|any|an?|the))\b/,
];

/** A sentence in small letters; a name of the specification is `§`. */
function plain(sentence: string): string {
  return sentence
    .replace(/`[^`]*`|\b(?:\w*[a-z\d]_?[A-Z]\w*|[A-Z]+\d\w*|\w+!\w+)\b/g, "§")
    .toLowerCase()
    .replace(/["“”'](?!t\b)/g, "");
}

/** True if a sentence says that a check fails, as it is meant to. */
export function isFailing(sentence: string): boolean {
  const words = plain(sentence);
  return sayings.some((saying) => saying.test(words)) && !denials.some((denial) => denial.test(words));
}

/** True if a comment behind a name begins with what became of it: `violated`. */
export function isResult(text: string): boolean {
  const words = plain(text);
  const said =
    /^\W*(?:this |it )?(?:is )?(?:(?:invalid|false|wrong)(?=\W*$|[,.;:])|(?:violated|fails|broken|falsified|does not hold|doesn't hold)\b)/.exec(
      words,
    );
  return said !== null && !/^\W*(?:if|when|unless|once|over|without)\b/.test(words.slice(said[0].length));
}

/** True if a comment speaks of a single name. */
export function speaksOfOne(text: string): boolean {
  return /\b(?:this|that|next|following|first) (?:\w+ )?(?:invariant|property|one|formula|check)\b/i.test(text);
}
