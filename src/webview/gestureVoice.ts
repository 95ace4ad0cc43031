// Tells the live region what the hand does: at once what was taken hold of or refused, dates only once the hand rests.
import type { Content } from './content';
import type { Gesture, Hand } from './gestureState';
import { bubbleOf, datesOf, fill, introOf, noticeText, partOf, spoken, titleOf } from './gestureWords';

/** Dates that change with every key are told when no other has come for so long. */
const restMs = 350;

export function gestureVoice(say: (text: string) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (before: Hand, after: Hand, content: Content): void => {
    const found = wordsOf(before, after, content);
    if (!found) return;
    clearTimeout(timer);
    if (found.now) say(found.text);
    else timer = setTimeout(() => say(found.text), restMs);
  };
}

interface Words {
  readonly text: string;
  readonly now: boolean;
}

function wordsOf(before: Hand, after: Hand, content: Content): Words | undefined {
  if (after.notice && after.notice !== before.notice) {
    const title = titleOf(content, after.notice.ref);
    return atOnce([title, noticeText(after.notice, content)].filter((text) => text !== '').join(': '));
  }
  const done = after.sent.find((sent) => sent.doneAt !== undefined && !before.sent.includes(sent));
  if (done) {
    const made: Gesture = done.kind === 'move' ? done.moving : done.linking;
    const text = made.kind === 'moving' ? datesOf(made, content) : spoken(bubbleOf(made, content));
    return atOnce(fill(content.word('Changed: {text}'), { text }));
  }
  return wordsOfGesture(before.gesture, after.gesture, content, after.sent.length > before.sent.length);
}

function wordsOfGesture(before: Gesture, after: Gesture, content: Content, isSent: boolean): Words | undefined {
  if (after === before) return undefined;
  if (after.kind !== before.kind) {
    const wasHeld = before.kind === 'moving' || before.kind === 'linking';
    if (after.kind === 'none' || after.kind === 'pressed')
      return wasHeld && !isSent ? atOnce(content.word('Nothing was changed')) : undefined;
    return after.kind === 'moving' && after.by === 'pointer' ? undefined : atOnce(introOf(after, content));
  }
  if (after.kind === 'moving' && before.kind === 'moving') {
    const text = spoken(bubbleOf(after, content));
    if (after.part !== before.part) return atOnce(`${partOf(after, content)}. ${datesOf(after, content)}`);
    return after.now !== before.now || after.answer !== before.answer ? { text, now: false } : undefined;
  }
  if (after.kind === 'linking' && before.kind === 'linking' && after.over?.ref !== before.over?.ref)
    return atOnce(spoken(bubbleOf(after, content)));
  return undefined;
}

function atOnce(text: string): Words {
  return { text, now: true };
}
