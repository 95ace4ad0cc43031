// Completion of values that the format itself knows: choices, durations, currencies and the like. Knows no other file.
import { message } from '../base/message';
import type { KindData } from '../model/kinds';
import { slugOf } from '../model/slug';
import { pad } from './completionFields';
import { slotOf } from './completionInsert';
import type { Asked, Completion, CompletionKind } from './completionKinds';
import { milestoneChain } from './completionOwn';
import { asValue } from './completionStyle';
import { fieldOf, plainKind } from './whereKinds';

/** A value before it is put into the text. */
export interface Offer
  extends Partial<Pick<Completion, 'detail' | 'documentation' | 'preselect' | 'inSchema' | 'beside'>> {
  readonly kind?: CompletionKind;
  readonly label: string;
  /** As written without quotation marks; the label where absent. */
  readonly value?: string;
  readonly filter?: string;
}

/** Puts values into the place, with the blanks, the dash and the brackets they need there. */
export function placed(asked: Asked, offers: readonly Offer[], from = 0): Completion[] {
  const slot = slotOf(asked);
  const { where } = asked;
  const isList = where.kind?.is === 'list' && !where.kind.alone;
  return offers.map((offer, index): Completion => {
    const { kind = 'value', label, value = label, filter = label, ...rest } = offer;
    const written = slot.quoted ? value : `${isList ? '[' : ''}${value}${isList ? ']' : ''}`;
    const insert = slot.before + written + slot.after;
    return {
      kind,
      label,
      insert,
      isSnippet: false,
      replace: slot.replace,
      filter,
      sort: `1${pad(from + index)}`,
      ...rest,
    };
  });
}

/** The kind of a single value at the place, also of one entry where a whole list is missing. */
export function singleKind({ where }: Asked): KindData | undefined {
  const { kind } = where;
  return plainKind(kind?.is === 'list' ? kind.of : kind);
}

export function fixedValues(asked: Asked): Completion[] {
  const kind = singleKind(asked);
  const taken = new Set(asked.where.entries);
  return placed(
    asked,
    offersOf(asked, kind).filter(({ label }) => !taken.has(label)),
  );
}

function offersOf(asked: Asked, kind: KindData | undefined): readonly Offer[] {
  const fixed = (values: readonly string[]) => values.map((label) => ({ label, inSchema: true }));
  switch (kind?.is) {
    case 'choice':
      return [...wholeList(asked), ...fixed(kind.of)];
    case 'boolean':
      return fixed(['true', 'false']);
    case 'currency':
      return currencies(asked).map((label) => ({ label }));
    case 'timezone':
      return Intl.supportedValuesOf('timeZone').map((label) => ({ label }));
    case 'duration':
      return durations(asked, kind.mayBeNegative ?? false);
    case 'percent':
      return ['0', '10', '25', '50', '75', '90', '100'].map((label) => ({ label }));
    case 'number':
      return examplesOf(asked);
    case 'id':
      return idOf(asked);
    default:
      return [];
  }
}

/** The usual list, such as the days of the working week, in place of one entry after the other. */
function wholeList({ where }: Asked): readonly Offer[] {
  if (where.kind?.is !== 'list') return [];
  const example = fieldOf(where.shape, where.field ?? '')?.examples[0];
  return example?.startsWith('[') ? [{ label: example.slice(1, -1) }] : [];
}

function examplesOf({ where }: Asked): readonly Offer[] {
  return (fieldOf(where.shape, where.field ?? '')?.examples ?? []).map((label) => ({ label }));
}

function currencies({ page, plan }: Asked): readonly string[] {
  const used = [plan, ...(page.snapshot?.plans ?? []).map((other) => other.plan)].map((other) => other?.currency);
  const known = used.filter((code) => code !== undefined && /^[A-Z]{3}$/.test(code));
  return [...new Set([...known, 'EUR', 'USD', 'GBP', 'CHF', 'JPY'])].filter((code) => code !== undefined);
}

function durations(asked: Asked, mayBeNegative: boolean): readonly Offer[] {
  const number = /^-?\d{1,4}(?:\.\d)?$/.exec(slotOf(asked).written.trim())?.[0];
  if (number !== undefined) {
    return [
      { label: `${number}d`, detail: message('working days') },
      { label: `${number}h`, detail: message('hours') },
      { label: `${number}w`, detail: message('weeks') },
    ];
  }
  return ['4h', '1d', '2d', '3d', '5d', '1w', '2w', ...(mayBeNegative ? ['-1d', '-2d'] : [])].map((label) => ({
    label,
  }));
}

/** The id that follows from the title, so that it is written down. */
function idOf(asked: Asked): readonly Offer[] {
  const own = milestoneChain(asked).at(-1);
  if (!own || asked.where.shape?.name !== 'milestone') return [];
  const id = own.idWritten ? slugOf(own.title) : own.id;
  return [{ label: id, value: asValue(id), detail: message('from the title') }];
}
