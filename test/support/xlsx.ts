import { strToU8, zipSync } from 'fflate';

/** A text, a day as a spreadsheet counts it (46083 is 2 March 2026), or a formula with the value that is stored beside it. */
export type XlsxCell = string | { day: number } | { formula: string; value: string };

/** The smallest XLSX with these rows in its first sheet, written here so that nothing of what is tested writes it. */
export const xlsx = (rows: readonly (readonly XlsxCell[])[]): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': part(
        `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
      ),
      '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
      'xl/workbook.xml': part(
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Book" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': relations(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ),
      'xl/styles.xml': part(
        `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      ),
      'xl/worksheets/sheet1.xml': part(
        `<worksheet xmlns="${MAIN}"><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`,
      ),
    }),
  );

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const part = (xml: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);

const relations = (...targets: [kind: string, target: string][]) =>
  part(
    `<Relationships xmlns="${PACKAGE}/relationships">${targets
      .map(
        ([kind, target], place) =>
          `<Relationship Id="rId${place + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`,
  );

const row = (cells: readonly XlsxCell[], place: number) =>
  `<row r="${place + 1}">${cells.map((cell, column) => cellOf(cell, `${'ABCDEFGHIJ'[column]}${place + 1}`)).join('')}</row>`;

function cellOf(cell: XlsxCell, at: string): string {
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  if ('day' in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
  return `<c r="${at}" t="str"><f>${cell.formula}</f><v>${cell.value}</v></c>`;
}
