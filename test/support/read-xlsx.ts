import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';

/** A cell as it stands in the file. */
export interface XlsxCell {
  /** 'formula' for whatever would be worked out when it is opened. */
  kind: 'text' | 'number' | 'formula';
  value: string;
  /** How a number is shown. */
  format: string;
}

/** The sheets of an XLSX file by name, read from its XML: nothing of what wrote it is used. */
export function readXlsx(bytes: Buffer): Record<string, XlsxCell[][]> {
  const files = unzipSync(new Uint8Array(bytes));
  const xml = (name: string) => load(files[name] ? strFromU8(files[name]) : '<none/>', { xml: true });
  const shared = xml('xl/sharedStrings.xml');
  const texts = [...shared('si')].map((each) => shared(each).text());
  const styles = xml('xl/styles.xml');
  const formats = [...styles('cellXfs xf')].map((each) => {
    const id = styles(each).attr('numFmtId') ?? '0';
    return styles(`numFmt[numFmtId="${id}"]`).attr('formatCode') ?? id;
  });
  const book = xml('xl/workbook.xml');
  return Object.fromEntries(
    [...book('sheet')].map((each, place) => {
      const $ = xml(`xl/worksheets/sheet${place + 1}.xml`);
      const rows = [...$('sheetData row')].map((row) =>
        [...$(row).find('c')].map((cell): XlsxCell => {
          const type = $(cell).attr('t') ?? 'n';
          const value = type === 'inlineStr' ? $(cell).find('is').text() : $(cell).find('v').text();
          const kind = $(cell).find('f').length > 0 ? 'formula' : type === 'n' ? 'number' : 'text';
          return {
            kind,
            value: type === 's' ? texts[Number(value)]! : value,
            format: formats[Number($(cell).attr('s') ?? 0)] ?? '0',
          };
        }),
      );
      return [book(each).attr('name')!, rows];
    }),
  );
}
