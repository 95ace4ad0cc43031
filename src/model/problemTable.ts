// What every problem means, why it matters and how it is solved, each with an example: the page of problems and its test go by it. Knows no rule.
import type { ProblemCode } from './codes';
import type { ProblemEntry } from './problemEntry';
import { tableOfAgreement } from './tableOfAgreement';
import { tableOfMoney } from './tableOfMoney';
import { tableOfPlan } from './tableOfPlan';
import { tableOfQuality } from './tableOfQuality';
import { tableOfSchedule } from './tableOfSchedule';
import { tableOfText } from './tableOfText';
import { tableOfValues } from './tableOfValues';

/** A code without an entry does not compile. */
export const problemTable: Readonly<Record<ProblemCode, ProblemEntry>> = {
  ...tableOfText,
  ...tableOfValues,
  ...tableOfPlan,
  ...tableOfMoney,
  ...tableOfSchedule,
  ...tableOfQuality,
  ...tableOfAgreement,
};
