// The style sheets of the pages that leave the editor: light, and made for paper as for a screen.

/** What every page has. */
export const baseStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;color:#1f2328;background:#fff;font:14px/1.45 system-ui,sans-serif}
h1{margin:0;font-size:22px;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;font-size:13px}
th,td{padding:5px 8px;border-bottom:1px solid #d0d7de;text-align:start;vertical-align:top}
thead th{border-bottom-color:#57606a;color:#57606a;font-weight:600}
tbody th{font-weight:400;overflow-wrap:anywhere;unicode-bidi:plaintext}
.n{font-variant-numeric:tabular-nums;white-space:nowrap}`;

const indents = Array.from({ length: 12 }, (_, at) => `.d${at + 1}>th{padding-inline-start:${8 + (at + 1) * 14}px}`);

/** Of the page of a timeline. */
export const pageStyle = `${baseStyle}
main{max-width:1400px;margin:0 auto;padding:24px}
header{padding:0 24px}
header p{margin:2px 0 10px;color:#57606a}
figure{margin:0 0 4px}
figure svg{display:block;width:100%;height:auto}
.wide{overflow-x:auto;margin:20px 24px 0}
caption{padding:6px 0;font-weight:600;text-align:start}
.d0>th{font-weight:600}
.d0>*{background:#f4f6f8}
.late>td:nth-child(2){color:#b3161f;font-weight:600}
.cancelled>th{color:#57606a;text-decoration:line-through}
${indents.join('\n')}
@media (max-width:600px){main{padding:12px}header{padding:0}.wide{margin-inline:0}}
@media print{
@page{size:landscape;margin:12mm}
main{max-width:none;padding:0}
header{padding:0}
figure{break-inside:avoid}
.wide{overflow:visible;margin:12px 0 0}
table{font-size:9.5pt}
thead{display:table-header-group}
tr{break-inside:avoid}
body,.d0>*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
