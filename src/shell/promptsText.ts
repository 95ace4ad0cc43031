// A user's text made safe for places where the editor itself reads links or icons out of it.
import { plain } from '../report/plain';

/** For notifications, input prompts and validation: one line that holds no link the editor would make clickable. */
export function forNotice(text: string): string {
  // A word joiner between the brackets keeps the editor's own link pattern from matching, and is not seen.
  return plain(text).replace(/\](\u2060*)\(/g, ']\u2060(');
}

/** For quick picks and the status bar, where `$(name)` would become an icon. */
export function forPick(text: string): string {
  return plain(text).replace(/\$\(/g, '\\$(');
}
