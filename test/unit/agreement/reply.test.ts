import { expect, it } from 'vitest';
import { readReply } from '../../../src/agreement/reply';

const c = '3f9a1b2c4d';
const cases: readonly (readonly [
  text: string,
  decision: string | undefined,
  codes?: readonly string[],
  note?: string,
])[] = [
  [`APPROVED ${c}, please move the logo`, 'approved', [c], 'please move the logo'],
  [`approved ${c}`, 'approved', [c], ''],
  [`Approved. ${c}`, 'approved', [c], ''],
  [`${c} approved`, 'approved', [c], ''],
  [`I approve ${c}.\n\nBest\nAna`, 'approved', [c], 'Best\nAna'],
  [`We approve ${c} and ${'0123456789'}`, 'approved', [c, '0123456789']],
  [`3f9a1 b2c4d approved`, 'approved', [c]],
  [`3F9A1-B2C4D APPROVED`, 'approved', [c]],
  [`Not approved ${c}: the footer is missing`, 'rejected', [c], 'the footer is missing'],
  [`I do not approve ${c}`, 'rejected', [c]],
  [`We can't approve ${c} like this`, 'rejected', [c]],
  [`REJECTED ${c}`, 'rejected', [c], ''],
  [`declined ${c}`, 'rejected', [c]],
  [`Changes requested ${c}: other colours`, 'changes-requested', [c], 'other colours'],
  [`approved with changes ${c}`, 'changes-requested', [c]],
  [`please change the title, ${c}`, 'changes-requested', [c]],
  [`needs work ${c}`, 'changes-requested', [c]],
  [`LGTM ${c}`, 'approved', [c]],
  [`Looks good to me ${c}`, 'approved', [c]],
  [`Agreed ${c}`, 'approved', [c]],
  [`Freigegeben ${c}, bitte das Logo verschieben`, 'approved', [c], 'bitte das Logo verschieben'],
  [`Hiermit gebe ich frei: ${c}`, 'approved', [c]],
  [`genehmigt ${c}`, 'approved', [c]],
  [`Einverstanden ${c}`, 'approved', [c]],
  [`nicht freigegeben ${c}`, 'rejected', [c]],
  [`Das lehne ich ab (${c})`, 'rejected', [c]],
  [`noch nicht freigegeben ${c}`, 'changes-requested', [c]],
  [`Bitte überarbeiten ${c}`, 'changes-requested', [c]],
  [`Änderungen gewünscht ${c}`, 'changes-requested', [c]],
  [`Bin nicht einverstanden ${c}`, 'rejected', [c]],
  [`Approuvé ${c}`, 'approved', [c]],
  [`J'approuve ${c}`, 'approved', [c]],
  [`Bon pour accord ${c}`, 'approved', [c]],
  [`Non approuvé ${c}`, 'rejected', [c]],
  [`Je n'approuve pas ${c}`, 'rejected', [c]],
  [`Refusé ${c}`, 'rejected', [c]],
  [`Modifications demandées ${c}`, 'changes-requested', [c]],
  [`Pas d'accord ${c}`, 'rejected', [c]],
  [`Aprobado ${c}`, 'approved', [c]],
  [`Apruebo ${c}`, 'approved', [c]],
  [`De acuerdo ${c}`, 'approved', [c]],
  [`No aprobado ${c}`, 'rejected', [c]],
  [`No estoy de acuerdo ${c}`, 'rejected', [c]],
  [`Rechazado ${c}`, 'rejected', [c]],
  [`Cambios solicitados ${c}`, 'changes-requested', [c]],
  [`Approvato ${c}`, 'approved', [c]],
  [`Akkoord ${c}`, 'approved', [c]],
  [`Niet akkoord ${c}`, 'rejected', [c]],
  [`Aprovado ${c}`, 'approved', [c]],
  // Nothing that was not said.
  [`Thanks, I will look at ${c} tomorrow`, undefined, [c]],
  [`Is ${c} approved?`, undefined, [c]],
  [`I will say approved once the footer is there ${c}`, undefined, [c]],
  [`If you fix it, approved ${c}`, 'approved', [c]],
  [`Approved ${c}. Rejected 0123456789.`, undefined, [c, '0123456789']],
  [`never approved ${c}`, undefined, [c]],
  ['approved', 'approved', []],
  ['', undefined, []],
  [`unapproved ${c}`, undefined, [c]],
  [`The approvedness of ${c}`, undefined, [c]],
  // Quoted mail.
  [`Approved\n\n> Please answer: APPROVED ${c}\n> or REJECTED ${c}`, 'approved', [c], ''],
  [
    `Freigegeben.\n\nAm 20.11.2026 um 10:00 schrieb Kim Lee <kim@example.org>:\n> REJECTED oder APPROVED ${c}`,
    'approved',
    [c],
    '',
  ],
  [
    `Rejected, sorry\n\nOn Fri, Nov 20, 2026 at 10:00 AM Kim Lee <kim@example.org>\nwrote:\n\nAPPROVED ${c}`,
    'rejected',
    [c],
    'sorry',
  ],
  [`D'accord\n\nLe 20 nov. 2026 à 10:00, Kim Lee a écrit :\n> ${c}`, 'approved', [c], ''],
  [`Aprobado\n\nEl vie, 20 nov 2026 a las 10:00, Kim Lee (<kim@example.org>) escribió:\n> ${c}`, 'approved', [c], ''],
  [`Approved ${c}\n-- \nAna Ruiz\nHead of rejected things`, 'approved', [c], ''],
  [`OK\n\n-----Original Message-----\nFrom: Kim <kim@example.org>\nAPPROVED ${c}`, undefined, [c], 'OK'],
  [`> APPROVED ${c}`, undefined, [c], ''],
  [`approved\r\n\r\nFrom: Kim <k@example.org>\r\n${c}`, 'approved', [c], ''],
  [`defaced facade approved`, 'approved', []],
  [`feedbaccde approved`, 'approved', []],
];

it.each(cases)('%j', (text, decision, codes, note) => {
  const reply = readReply(text);
  expect(reply.decision).toBe(decision);
  if (codes) expect(reply.codes).toEqual(codes);
  if (note !== undefined) expect(reply.note).toBe(note);
});

it('is linear', () => {
  const began = performance.now();
  readReply('On a wrote '.repeat(100_000));
  readReply('> '.repeat(200_000));
  expect(performance.now() - began).toBeLessThan(2_000);
});
