/** How the page looks: on paper, in the dark, and on a narrow screen. */
export const style = `
:root { color-scheme: light dark; --line: #c8ccd1; --soft: #f3f4f6; --quiet: #57606a; --bad: #b3261e; --doubt: #8a5300; --good: #1a6e3c; --link: #0a58ca; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #22272e; --quiet: #a3adb8; --bad: #ff8a80; --doubt: #f0b35a; --good: #6fd08c; --link: #79b8ff; } }
[hidden] { display: none !important; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 1.5rem; }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
p, ul { margin: .25rem 0 .75rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; min-width: 100%; }
caption { text-align: left; color: var(--quiet); padding-bottom: .5rem; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
thead th { background: var(--soft); }
td ul { list-style: none; margin: 0; padding: 0; }
td li + li { margin-top: .2rem; }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: var(--link); }
.plain { color: var(--quiet); }
.fault { color: var(--bad); font-weight: 600; }
.doubt { color: var(--doubt); font-weight: 600; }
.good { color: var(--good); }
label { display: block; margin: .75rem 0; }
input { font: inherit; padding: .25rem .5rem; min-width: min(24rem, 90vw); }
@media print {
  body { margin: 0; font-size: 9pt; }
  label { display: none; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
`.trim();

/** The filter: shows the rows that hold every word. Without scripts its box stays hidden, and all rows are there. */
export const script = `
const box = document.getElementById("filter");
const rows = [...document.querySelectorAll("tbody tr")];
const said = document.getElementById("shown");
box.parentElement.hidden = false;
box.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const row of rows) row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
  said.textContent = rows.filter((row) => !row.hidden).length + " of " + rows.length + " shown";
});
`.trim();
