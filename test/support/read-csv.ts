/** The cells of a spreadsheet, read by RFC 4180 and nothing of ours: what a bold reader sees in it. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let rest = text.replace(/^\uFEFF/u, '');
  while (rest !== '') {
    const [whole, quoted, bare, end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/u.exec(rest)!;
    cells.push(quoted?.replaceAll('""', '"') ?? bare!);
    rest = rest.slice(whole.length);
    if (end !== ',') {
      rows.push(cells);
      cells = [];
    }
  }
  return rows;
}
