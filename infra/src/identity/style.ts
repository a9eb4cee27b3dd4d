/** The look of the application, for pages that must work without its bundle. */
export const STYLE = `
@font-face{font-family:'Be Vietnam Pro';font-weight:400;src:url(/fonts/latin-400) format('woff2');font-display:swap;unicode-range:U+0000-00FF,U+2000-206F}
@font-face{font-family:'Be Vietnam Pro';font-weight:400;src:url(/fonts/vietnamese-400) format('woff2');font-display:swap;unicode-range:U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB}
@font-face{font-family:'Be Vietnam Pro';font-weight:600;src:url(/fonts/latin-600) format('woff2');font-display:swap;unicode-range:U+0000-00FF,U+2000-206F}
@font-face{font-family:'Be Vietnam Pro';font-weight:600;src:url(/fonts/vietnamese-600) format('woff2');font-display:swap;unicode-range:U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB}
:root{--paper:#fbfaf8;--panel:#fff;--ink:#16191d;--soft:#59616b;--line:#e4e1db;--accent:#0b5d54;--accent-soft:#e3efec;--soon:#8a5a00;--soon-soft:#faf1dd}
@media (prefers-color-scheme:dark){:root{--paper:#14171a;--panel:#1a1e22;--ink:#eceae5;--soft:#a3a9b0;--line:#2c3238;--accent:#6cc4b4;--accent-soft:#1c3330;--soon:#e0b05a;--soon-soft:#352b18}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 14px/1.5 'Be Vietnam Pro',system-ui,sans-serif}
header{display:flex;align-items:center;justify-content:space-between;height:48px;padding:0 24px;border-bottom:1px solid var(--line);background:var(--panel)}
header b{font-weight:600;letter-spacing:-.01em}
a{color:var(--accent)}
main{max-width:1280px;margin:0 auto;padding:28px 24px 48px}
h1{font-size:22px;line-height:1.3;font-weight:600;letter-spacing:-.01em;margin:0 0 12px}
h2{font-size:14px;font-weight:600;margin:0 0 4px;padding-bottom:6px;border-bottom:1px solid var(--line)}
.notice{display:inline-block;margin:0 0 28px;padding:6px 12px;border-radius:6px;background:var(--soon-soft);color:var(--soon)}
.groups{columns:3 340px;column-gap:48px}
section{break-inside:avoid;padding-bottom:28px}
ul{list-style:none;margin:0;padding:0}
button{font:inherit;color:inherit;cursor:pointer}
li button{display:block;width:100%;text-align:left;border:0;border-bottom:1px solid var(--line);border-left:3px solid transparent;background:none;padding:10px 12px}
li button:hover,li button:focus-visible{background:var(--accent-soft);border-left-color:var(--accent)}
li b{display:block;font-weight:600}
li span{color:var(--soft)}
.go{border:1px solid var(--accent);border-radius:6px;background:var(--accent);color:var(--panel);font-weight:600;padding:8px 16px}
:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}
`;
