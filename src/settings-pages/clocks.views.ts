import type { House } from '../domain/house.js';
import type { KindClock } from '../domain/incident-clock.js';
import type { Draft } from '../drafts/drafts.service.js';
import type { Clocks } from '../incidents/clocks.service.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, field, problems, titleOf, versionFor } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { type Begun } from '../web/begun.js';
import { tabs } from './settings.views.js';

/** What the page is drawn from. */
export interface ClocksFacts {
  house: House;
  clocks: Clocks;
  draft: Draft | null;
  formToken: string;
}

/** For each kind that is offered: within how many hours who hears of it. */
export function clocksView(form: Begun, { house, clocks, draft, formToken }: ClocksFacts) {
  const { live } = house.lists.of('happened-kinds');
  const known = over(form, clocks.all);
  return {
    title: titleOf(form, 'Clocks'),
    keptForm: true,
    tabs: tabs(paths.clockSettings()),
    problems: problems(form),
    draft: draftOf(draft, house),
    keptNow: form.isOutdated ? keptNow(house, clocks.all) : null,
    kinds: live.map(({ code, label }) => ({
      code,
      label,
      tell: field(known, `tell-${code}`, 'A coordinator', { type: 'number' }),
      report: field(known, `report-${code}`, 'Outside', { type: 'number' }),
      to: field(known, `to-${code}`, 'Who outside'),
    })),
    listHref: paths.listSetting('happened-kinds'),
    action: paths.clockSettings(),
    version: versionFor(form, clocks.upTo),
    formToken,
  };
}

const shown = (hours: number | null): string => (hours === null ? '' : String(hours));

function over(form: Begun, clocks: readonly KindClock[]): Answered {
  const kept = new Map(
    clocks.flatMap(({ kind, tellHours, reportHours, reportTo }) => [
      [`tell-${kind}`, shown(tellHours)],
      [`report-${kind}`, shown(reportHours)],
      [`to-${kind}`, reportTo ?? ''],
    ]),
  );
  const { errors, ready } = form;
  return {
    errors,
    ready,
    typed: (name) => (form.body.has(name) ? form.typed(name) : (kept.get(name) ?? '')),
  };
}

const keptNow = ({ lists }: House, clocks: readonly KindClock[]) =>
  clocks
    .filter(({ tellHours, reportHours }) => tellHours !== null || reportHours !== null)
    .map(({ kind, tellHours, reportHours, reportTo }) => ({
      term: lists.label('happened-kinds', kind),
      value: [
        tellHours === null ? null : `coordinator ${tellHours} h`,
        reportHours === null ? null : `${reportTo ?? 'outside'} ${reportHours} h`,
      ]
        .filter(Boolean)
        .join(' · '),
    }));
