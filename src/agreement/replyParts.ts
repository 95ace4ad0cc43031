// Parts an e-mail into what its writer wrote and what is quoted from before. Knows no decision.

export interface ReplyParts {
  readonly own: string;
  readonly quoted: string;
}

/** Where older mail begins and nothing of the answer follows. */
const historyHeads = [
  /^-{2,} ?(original message|ursprüngliche nachricht|message d.origine|mensaje original|messaggio originale|oorspronkelijk bericht|forwarded message|weitergeleitete nachricht)/i,
  /^(on|am|le|el|il|op|em) .{4,160}(wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu)( .{0,80})? ?:\s*$/i,
  /^\*?(from|von|de|da|van) ?:\*? .*@/i,
  /^_{10,}\s*$/,
];

const signature = /^-- ?$/;

/** Linear. Lines with `>` or `|` before them are quoted; so is everything from the head of an older mail on. */
export function partsOf(text: string): ReplyParts {
  const lines = text.replace(/\r\n?/g, '\n').normalize('NFC').split('\n');
  const own: string[] = [];
  const quoted: string[] = [];
  let isOver = false;
  lines.forEach((line, at) => {
    // A mail program breaks the head in two where it is long.
    const whole = `${line.trim()} ${(lines[at + 1] ?? '').trim()}`;
    isOver ||= historyHeads.some(
      (head) => head.test(line.trim()) || (/^(on|am|le|el|il|op|em) /i.test(line) && head.test(whole)),
    );
    if (isOver || /^\s*[>|]/.test(line)) quoted.push(line.replace(/^[\s>|]+/, ''));
    else if (signature.test(line)) isOver = true;
    else own.push(line);
  });
  return { own: own.join('\n').trim(), quoted: quoted.join('\n') };
}
