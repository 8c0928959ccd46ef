/** What pages of shared files need beyond the look of all pages. */
export const shareStyle = `
.head { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: end; justify-content: space-between; margin-bottom: 24px; }
.head p { margin: 0; }
.files { list-style: none; margin: 0; padding: 0; display: grid; gap: 24px 20px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)); }
.files li { margin: 0; display: flex; flex-direction: column; gap: 8px; min-width: 0; }
.files a.look { color: inherit; text-decoration: none; display: block; border-radius: 12px; }
.files img { display: block; width: 100%; height: auto; aspect-ratio: 4 / 3; object-fit: contain; border: 1px solid var(--line); border-radius: 12px; background: var(--page); }
.files .name { display: block; margin-top: 8px; font-weight: 600; overflow-wrap: anywhere; }
.files a.look:hover .name { text-decoration: underline; }
.files p { margin: 0; font-size: 15px; }
.files .button { align-self: start; margin-top: auto; }
.one { display: grid; gap: 24px 32px; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start; }
.one figure { margin: 0; }
.one img { display: block; max-width: 100%; max-height: 80vh; height: auto; margin: 0 auto; border-radius: 12px; background: var(--page); }
.one h2 { margin-top: 28px; }
.terms { white-space: pre-wrap; margin-bottom: 16px; max-height: 16em; overflow: auto; padding: 12px 14px; border: 1px solid var(--line); border-radius: 10px; font-size: 15px; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; margin: 0 0 12px; padding: 0; list-style: none; }
.actions li { margin: 0; }
.one form + p { margin: 24px 0 0; }
legend .hint { margin-bottom: 8px; }
.four { display: grid; grid-template-columns: 1fr 1fr; gap: 0 16px; }
.field select { width: 100%; min-height: 44px; margin-top: 4px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 10px; color: inherit; background: var(--surface); font: inherit; }
.pages { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 24px; }
@media (max-width: 46em) { .one { grid-template-columns: minmax(0, 1fr); } }
`
