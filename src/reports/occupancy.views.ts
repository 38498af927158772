import type { Temporal } from 'temporal-polyfill';
import type { ExpectedNight } from '../domain/outlook.js';
import type { Period } from '../domain/period.js';
import { shownKind } from '../domain/period-parts.js';
import { day } from '../web/dates.js';
import { select } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { bedBars } from './bed-bars.views.js';
import { countTables, figureGroups, shownRatio } from './figures.views.js';
import { type OccupancyFileForm, type OccupancyForm, partedBy } from './occupancy.forms.js';
import type { ComparedOccupancy } from './occupancy.service.js';
import { kindWords, nightRow, occupancyHeading, partTable } from './occupancy-tables.views.js';
import { partColumns } from './part-columns.views.js';
import { exportView, reportHead } from './period.views.js';

/** What the page of occupancy is drawn from. */
export interface OccupancyPageFacts {
  /** Null when the period is not one, or a file was refused. */
  report: { period: Period; occupancy: ComparedOccupancy } | null;
  today: Temporal.PlainDate;
  mayExport: boolean;
}

type Asked = OccupancyForm | OccupancyFileForm;

export function occupancyView(form: Asked, { report, today, mayExport }: OccupancyPageFacts) {
  return {
    ...reportHead(form, {
      ...{ title: 'Occupancy', path: paths.occupancy(), what: 'How full the house was.' },
      ...{ period: report?.period ?? null, today },
    }),
    by: select(form, 'by', 'Parted by', [{ value: '', label: 'As it is easily read' }, ...kinds]),
    report: report && reportView(form, report.period, report.occupancy),
    outlook: report && report.occupancy.outlook.map((night) => outlookRow(night, today)),
    exporting: mayExport ? exporting(form, report?.period ?? null) : null,
    xlsx: paths.occupancyXlsx(),
  };
}

const kinds = Object.entries(kindWords).map(([value, { many }]) => ({ value, label: many }));

function exporting(form: Asked, period: Period | null) {
  const view = exportView(form, period, paths.occupancyFile());
  return view && { ...view, fields: [...view.fields, { name: 'by', value: form.typed('by') }] };
}

function reportView(form: Asked, period: Period, { report, before, yearAgo }: ComparedOccupancy) {
  const { all, byBed, begun } = report;
  const chosen = partedBy(form, period);
  const kind = shownKind(begun, chosen);
  const parts = report.by(kind);
  return {
    heading: occupancyHeading(all),
    bars: all.capacity > 0 ? bedBars(byBed) : null,
    beds: byBed.map(({ name, counts }) => nightRow(name, counts)),
    allBeds: nightRow(byBed.length === 2 ? 'Both' : 'All', all),
    columns: all.capacity > 0 ? partColumns(parts, kind) : null,
    parts: partTable(parts, kind),
    isCoarser:
      kind !== chosen ? `More ${kindWords[chosen].many.toLowerCase()} than a picture can show` : null,
    groups: figureGroups(
      report,
      [
        { label: 'Period before', report: before },
        { label: 'A year before', report: yearAgo },
      ],
      null,
    ),
    tables: countTables(report.tables),
  };
}

function outlookRow({ night, staying, held, inService }: ExpectedNight, today: Temporal.PlainDate) {
  const expected = inService > 0 ? (staying + held) / inService : null;
  return { night: day(night, today), staying, held, inService, expected: percent(expected) };
}

const percent = (value: number | null): string => {
  const shown = shownRatio(value, 100, 1);
  return shown === 'none' ? shown : `${shown}%`;
};
