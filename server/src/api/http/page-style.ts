/** The look of pages without scripts: the web application's colours, in light and dark, down to a small phone. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --page: #fbf9f5; --surface: #ffffff; --line: #e8e2d8; --edge: #968d7e; --text: #24211c; --soft-text: #544e44;
  --accent: #1b6f62; --accent-strong: #15594f; --accent-soft: #ebf6f3; --on-accent: #ffffff;
  --bad: #a5321f; --bad-soft: #fcefec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #1e1c19; --surface: #272521; --line: #3b3832; --edge: #857e73; --text: #ebe7df; --soft-text: #d2ccc1;
    --accent: #5bb2a1; --accent-strong: #7fc4b5; --accent-soft: #23332f; --on-accent: #171614;
    --bad: #edb3a8; --bad-soft: #3a2521;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 24px 16px; color: var(--text);
  background: radial-gradient(60rem 30rem at 50% -10rem, var(--accent-soft), transparent), var(--page);
  font: 16px/1.5 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  -webkit-font-smoothing: antialiased;
}
.card {
  width: min(100%, 440px); padding: 32px; border: 1px solid var(--line); border-radius: 18px;
  background: var(--surface); box-shadow: 0 24px 60px -36px rgb(36 33 28 / 45%);
}
.wide-card { width: min(100%, 1120px); align-self: start; }
.brand, h1 { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", Georgia, serif; font-weight: 600; }
.brand { display: flex; align-items: center; gap: 12px; margin: 0 0 20px; font-size: 24px; line-height: 1.2; }
.mark-ground { fill: var(--accent); }
.mark-line { stroke: var(--surface); stroke-width: 2.6; stroke-linecap: round; }
h1 { margin: 0 0 12px; font-size: 22px; line-height: 1.3; text-wrap: balance; overflow-wrap: anywhere; }
h2 { margin: 24px 0 4px; font-size: 16px; }
p { margin: 0 0 12px; overflow-wrap: anywhere; }
.soft { color: var(--soft-text); font-size: 15px; }
ul { margin: 0 0 12px; padding-left: 20px; }
li { margin: 2px 0; }
a { color: var(--accent-strong); }
.app { margin: 0 0 16px; }
.app img { /* with one size alone, browsers show nothing where there is no picture */
  display: block; height: 48px; max-width: 160px; margin-bottom: 8px; object-fit: contain; border-radius: 8px;
}
.app p { margin: 0; }
.app .name { font-weight: 600; }
.problem {
  margin: 0 0 16px; padding: 12px 14px; border: 1px solid var(--bad); border-radius: 10px; color: var(--bad);
  background: var(--bad-soft);
}
label { display: block; font-weight: 600; font-size: 15px; }
.field { margin: 0 0 16px; }
.field input {
  width: 100%; min-height: 44px; margin-top: 4px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 10px;
  color: inherit; background: var(--surface); font: inherit;
}
.field input[aria-invalid="true"] { border: 2px solid var(--bad); }
.hint { display: block; margin-top: 4px; color: var(--soft-text); font-size: 14px; font-weight: 400; }
fieldset { margin: 20px 0; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; font-weight: 600; }
.choice {
  display: flex; align-items: center; gap: 12px; margin-top: 8px; padding: 12px 14px; border: 1px solid var(--edge);
  border-radius: 10px; cursor: pointer; overflow-wrap: anywhere;
}
.choice:has(:checked) { border-color: var(--accent); background: var(--accent-soft); }
.choice input { width: 18px; height: 18px; margin: 0; flex: none; accent-color: var(--accent); }
.choice .hint { margin: 0; }
button, .button {
  min-height: 44px; padding: 8px 20px; border: 1px solid var(--accent); border-radius: 10px; font: inherit;
  font-weight: 600; cursor: pointer;
}
.button { display: inline-block; text-decoration: none; text-align: center; line-height: 26px; }
.act { color: var(--on-accent); background: var(--accent); }
.act:hover { background: var(--accent-strong); border-color: var(--accent-strong); }
.leave { color: var(--accent-strong); background: transparent; }
.leave:hover { background: var(--accent-soft); }
.wide { width: 100%; }
.buttons { display: flex; gap: 12px; }
.buttons button { flex: 1; }
.who { margin: 20px 0 0; padding-top: 16px; border-top: 1px solid var(--line); color: var(--soft-text); font-size: 15px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.choice:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (max-width: 30em) { .card { padding: 24px 20px; } }
`
