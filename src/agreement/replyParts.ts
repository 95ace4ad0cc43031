// Parts an e-mail into what its writer wrote and what is quoted from before. Knows no decision and no plan.
import { hasCode } from './replyTokens';

export interface ReplyParts {
  /** Without greeting, farewell and what a telephone adds. */
  readonly own: string;
  readonly quoted: string;
  /** Of the head that was pasted with it. */
  readonly subject?: string;
  /** What stood behind `From:` in that head. */
  readonly from?: string;
  /** Lines under the farewell. */
  readonly farewell: readonly string[];
}

/** Longer lines are no heads. */
const longestHead = 400;

const wrote = /(wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu)( .{0,120})? ?:\s*$/i;
const wroteBegins = /^(on|am|le|el|il|op|em|a) .{4,}/i;
const forwarded =
  /^-{2,} ?(original message|original-nachricht|ursprüngliche nachricht|message d.origine|message original|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|forwarded message|weitergeleitete nachricht|message transféré)/i;
const headField = /^\*?(from|von|de|da|van|expéditeur|remitente)\*? ?:\*? *(.*)$/i;
const otherField =
  /^\*?(to|an|à|a|para|aan|cc|bcc|sent|gesendet|envoyé|enviado|enviado el|inviato|verzonden|date|datum|fecha|data|subject|betreff|objet|asunto|oggetto|onderwerp|assunto|reply-to|antwort an|importance|wichtigkeit)\*? ?:\*? *(.*)$/i;
const subjectField = /^\*?(subject|betreff|objet|asunto|oggetto|onderwerp|assunto)\*? ?:\*? *(.*)$/i;
const device =
  /^(sent|get outlook|gesendet|von meinem|von unterwegs|diese nachricht wurde|envoyé|télécharger outlook|enviado|obtener outlook|inviato|verzonden|holen sie sich outlook|outlook für)\b.{0,100}(iphone|ipad|android|galaxy|samsung|mobil|handy|phone|outlook|mail|ios|gmx|web\.de|device|gerät|móvil)/i;
const greeting =
  /^(hi|hello|hey|dear|good (morning|afternoon|evening)|hallo|liebe[rs]?|guten (tag|morgen|abend)|sehr geehrte[rs]?|moin|servus|grüezi|bonjour|salut|chère?|hola|buen[oa]s (días|tardes)|estimad[oa]s?|ciao|buongiorno|gentile|beste|hoi|goedemorgen|olá|bom dia|caro|cara|prezad[oa])(?![\p{L}]).{0,60}$/iu;
const closing =
  /^(best|all the best|best wishes|(best|kind|warm|warmest|many)? ?regards|cheers|thanks|thank you|many thanks|thanks again|thanks and regards|sincerely|yours( sincerely| truly)?|thx|br|kr|viele grüße|liebe grüße|beste grüße|schöne grüße|herzliche grüße|freundliche grüße|grüße|gruß|viele gruesse|mit freundlichen grüßen|mit freundlichen gruessen|mit freundlichem gruß|mit besten grüßen|danke|vielen dank|besten dank|danke und (viele )?grüße|lg|vg|mfg|bg|cordialement|bien cordialement|bien à vous|bien à toi|amicalement|merci|merci beaucoup|salutations|meilleures salutations|à bientôt|saludos|un saludo|saludos cordiales|un cordial saludo|atentamente|gracias|muchas gracias|cordiali saluti|saluti|un saluto|grazie|met vriendelijke groet|groeten|groet|mvg|bedankt|abraços|atenciosamente|obrigad[oa])[\s,.!]*$/i;

/** Linear. Lines with `>` or `|` before them are quoted; so is everything below the head of an older mail that marks nothing. */
export function partsOf(text: string): ReplyParts {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/\n{4,}/g, '\n\n\n')
    .normalize('NFC')
    .split('\n');
  const head = headOf(lines);
  const { own, quoted, farewell: after } = sorted(lines.slice(head.end));
  const kept = withoutGreeting(own.filter((line) => !device.test(short(line))));
  const { before, farewell } = farewellOf(kept);
  return {
    own: before.join('\n').trim(),
    quoted: quoted.join('\n'),
    ...(head.subject === undefined ? {} : { subject: head.subject }),
    ...(head.from === undefined ? {} : { from: head.from }),
    farewell: [...farewell, ...after]
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(0, 6),
  };
}

interface Head {
  readonly end: number;
  readonly subject?: string;
  readonly from?: string;
}

/** The head of the reply itself, where it was pasted with it: at least two of its fields at the very top. */
function headOf(lines: readonly string[]): Head {
  let at = lines.findIndex((line) => line.trim() !== '');
  if (at < 0) return { end: 0 };
  const first = at;
  let subject: string | undefined;
  let from: string | undefined;
  for (; at < lines.length && at < first + 20; at++) {
    const line = short(lines[at] ?? '').trim();
    const sender = headField.exec(line);
    if (!sender && !otherField.test(line)) break;
    from ??= sender?.[2];
    subject ??= subjectField.exec(line)?.[2];
  }
  const isHead = at - first >= 2 || (at - first === 1 && (from?.includes('@') || subject !== undefined));
  if (!isHead) return { end: 0 };
  return { end: at, ...(subject ? { subject } : {}), ...(from ? { from } : {}) };
}

interface Sorted {
  readonly own: string[];
  readonly quoted: string[];
  /** Under the two dashes that end a mail. */
  readonly farewell: string[];
}

function sorted(lines: readonly string[]): Sorted {
  const found: Sorted = { own: [], quoted: [], farewell: [] };
  let place: keyof Sorted = 'own';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (/^\s*[>|]/.test(line)) {
      found.quoted.push(line.replace(/^[\s>|]+/, ''));
      continue;
    }
    const head = place === 'quoted' ? 0 : olderAt(lines, at);
    if (head > 0) {
      found.quoted.push(...lines.slice(at, at + head));
      at += head - 1;
      // Where the older mail is marked line by line, what follows unmarked is an answer below it.
      if (!/^\s*[>|]/.test(nextLine(lines, at + 1))) place = 'quoted';
    } else if (place === 'own' && /^-- ?$/.test(line)) place = 'farewell';
    else found[place].push(line);
  }
  return found;
}

/** How many lines from here are the head of an older mail. A mail program breaks it in two or three where it is long. */
function olderAt(lines: readonly string[], at: number): number {
  const line = short(lines[at] ?? '').trim();
  if (forwarded.test(line) || /^_{10,}$/.test(line)) return 1;
  if (headField.test(line) && otherField.test(short(nextLine(lines, at + 1)).trim())) return 1;
  if (/^\*?(from|von|de|da|van) ?:\*? .*@/i.test(line)) return 1;
  if (!wroteBegins.test(line)) return 0;
  let whole = line;
  for (let count = 1; count <= 3; count++) {
    if (wrote.test(whole)) return count;
    whole = `${whole} ${short(lines[at + count] ?? '').trim()}`;
    if (whole.length > longestHead) return 0;
  }
  return 0;
}

function nextLine(lines: readonly string[], at: number): string {
  for (let next = at; next < lines.length && next < at + 5; next++) {
    const line = lines[next] ?? '';
    if (line.trim() !== '') return line;
  }
  return '';
}

function withoutGreeting(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const line = lines[first]?.trim() ?? '';
  const isGreeting = line.length < 80 && /[\p{L},!.]$/u.test(line) && greeting.test(line) && !hasCode(line);
  return isGreeting && /^[^,]*[,!.]?$/.test(line) ? lines.slice(first + 1) : lines;
}

/** The last line that says farewell, with a few lines under it that hold nothing else. */
function farewellOf(lines: readonly string[]): {
  readonly before: readonly string[];
  readonly farewell: readonly string[];
} {
  const at = lines.findLastIndex((line) => line.length < 80 && closing.test(line.trim()));
  const below = lines.slice(at + 1);
  const isLast =
    at >= 0 && below.filter((line) => line.trim() !== '').length <= 10 && !below.some((line) => hasCode(line));
  const isOnly = lines.slice(0, at).every((line) => line.trim() === '');
  return isLast && !isOnly ? { before: lines.slice(0, at), farewell: below } : { before: lines, farewell: [] };
}

function short(line: string): string {
  return line.length > longestHead ? '' : line;
}
