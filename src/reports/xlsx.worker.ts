import { parentPort, workerData } from 'node:worker_threads';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { PlainSheet } from './xlsx.service.js';

/** Longer texts take more than one line, in characters. */
const WIDEST = 60;

/** Runs beside the house: making a long spreadsheet would hold up everyone's pages. */
const sheets = (workerData as PlainSheet[]).map(({ name, columns, rows, widths }) => ({
  sheet: name,
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
  data: [
    columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map(cellsOf),
  ] as SheetData,
}));

/** Text is text whatever it begins with (R40); a day is a number that is shown as one. */
function cellsOf(row: PlainSheet['rows'][number]) {
  return row.map((cell) => {
    if (typeof cell === 'string') return { value: cell, type: String, wrap: cell.length > WIDEST };
    return typeof cell === 'number'
      ? { value: cell, type: Number }
      : { value: cell.serial, type: Number, format: cell.format };
  });
}

const file = await writeExcelFile(sheets).toBuffer();
const bytes = new Uint8Array(file);
parentPort!.postMessage(bytes, [bytes.buffer]);
