// Makes the text of an export out of its rows. Knows no file.
import type { Say } from '../base/message';
import { type Picture, periodOf, timelineSheets, timelineSvg } from '../drawing/svg';
import { exportPage } from '../report/exportPage';
import type { ExportRows } from './exportRows';

interface Reader {
  readonly say: Say;
  readonly locale: string;
  /** 1 Monday to 7 Sunday. */
  readonly firstWeekday: number;
}

/** Rows of a sheet: as many as fit on a landscape page of A4 or Letter together with the page's heading. */
const rowsOnSheet = 22;

export function svgOf(exported: ExportRows, reader: Reader): Picture {
  return timelineSvg(exported.rows, optionsOf(exported, reader));
}

export function pageOf(exported: ExportRows, reader: Reader): string {
  const { rows, title, listed } = exported;
  const sheets = timelineSheets(rows, { ...optionsOf(exported, reader), fluid: true }, rowsOnSheet);
  return exportPage(rows, {
    ...reader,
    title,
    listed,
    period: periodOf(rows, reader.say),
    pictures: sheets.map(({ svg }) => svg),
  });
}

function optionsOf({ title, collapsed, range }: ExportRows, reader: Reader) {
  return {
    ...{ ...reader, title, collapsed },
    ...(range ? { range } : {}),
  };
}
