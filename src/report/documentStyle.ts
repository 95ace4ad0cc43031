// The style sheet of a document that leaves the editor: light, and one sheet of A4 or Letter on paper.
import { baseStyle } from './exportPageStyle';

export const documentStyle = `${baseStyle}
main{max-width:820px;margin:0 auto;padding:32px 24px}
h2{margin:20px 0 6px;font-size:16px}
h3{margin:14px 0 4px;font-size:14px}
h2,h3,p,li{overflow-wrap:anywhere}
p{margin:6px 0}
ul{margin:6px 0;padding-inline-start:20px}
li{margin:2px 0}
.n{text-align:end}
.one{white-space:nowrap}
.wide{overflow-x:auto;margin:6px 0}
code{font:0.92em/1.4 ui-monospace,SFMono-Regular,Consolas,monospace;background:#f4f6f8;padding:1px 4px;border-radius:3px}
a{color:#0550ae}
.figure{text-decoration:underline dotted #8c959f;text-underline-offset:2px}
@media print{
@page{margin:10mm 13mm}
body{font-size:9pt;line-height:1.28}
main{max-width:none;padding:0}
h1{font-size:14pt}
h2{margin:7pt 0 1pt;font-size:10.5pt;break-after:avoid}
h3{margin:5pt 0 1pt;font-size:9.5pt;break-after:avoid}
p,ul{margin:2pt 0}
li{margin:1pt 0}
.wide{overflow:visible;margin:2pt 0}
table{font-size:8.5pt}
th,td{padding:1pt 6pt}
thead{display:table-header-group}
tr,li{break-inside:avoid}
a{color:inherit;text-decoration:none}
.figure{text-decoration:none}
}
`;
