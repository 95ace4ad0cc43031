// What is wrong with a plan on one day and right on another. Knows where the milestones stand, not their text.
import type { Day } from '../base/day';
import { message } from '../base/message';
import type { Span } from '../base/text';
import type { Payment } from '../model/plan';
import { allMilestones, type Places } from '../model/planFile';
import type { Problem } from '../model/problem';
import type { ScheduleInput } from './outline';

/** `payment.future`, and `completed.future` for milestones, their start and their tasks. None without places: they could not be put anywhere. */
export function dayProblems({ plan, places }: ScheduleInput, today: Day): readonly Problem[] {
  if (!places) return [];
  const problems: Problem[] = [];
  for (const milestone of allMilestones(plan.milestones)) {
    const { completed, started, tasks, payment } = milestone;
    if (completed === undefined && started === undefined && tasks.length === 0 && !payment) continue;
    const place = places.get(milestone.key);
    if (!place) continue;
    if (milestone.completed !== undefined && milestone.completed > today) {
      problems.push(future(milestone.completed, place.fields.get('completed') ?? place.title));
    }
    if (milestone.started !== undefined && milestone.started > today) {
      problems.push(notYet(milestone.started, place.fields.get('started') ?? place.title));
    }
    milestone.tasks.forEach((task, at) => {
      const span = place.completions?.get(at) ?? place.items.get('tasks')?.[at];
      if (span && task.completed !== undefined && task.completed > today) problems.push(future(task.completed, span));
    });
    if (payment) problems.push(...futurePayments(payment, place, today));
  }
  return problems;
}

function futurePayments(payment: Payment, place: Places, today: Day): readonly Problem[] {
  return (['funded', 'submitted', 'approved', 'invoiced', 'released'] as const).flatMap((name) => {
    const day = payment[name];
    if (day === undefined || day <= today) return [];
    const said = message('{day} is still to come: only what has happened to a payment is recorded.', { day: { day } });
    const span = place.payment?.get(name) ?? place.fields.get('payment') ?? place.title;
    return [{ code: 'payment.future', severity: 'warning', message: said, span }];
  });
}

function future(completed: Day, span: Span): Problem {
  return {
    code: 'completed.future',
    severity: 'error',
    message: message('Nothing can be completed on a day that is still to come: {completed} is after today.', {
      completed: { day: completed },
    }),
    span,
  };
}

function notYet(started: Day, span: Span): Problem {
  return {
    code: 'completed.future',
    severity: 'warning',
    message: message(
      'Nothing can have been started on a day that is still to come: {started} is after today. A planned day is `start`.',
      { started: { day: started } },
    ),
    span,
  };
}
