/** SQL: the claim `mine` is of a guest who is here after the planned day is over (R8); `today` is a value. */
export const isOfAGuestStayingOn = (today: string): string => `mine.id IN (
  SELECT part.id FROM bed_segments part JOIN stays stay ON stay.id = part.stay_id
  WHERE part.to_at IS NULL AND part.undone_at IS NULL AND stay.planned_day < ${today})`;

/**
 * SQL: the first night of the claim `c`, also before that is written: a bed that is kept for a guest who stays on in another one
 * is kept from tomorrow on, for nobody has two beds for one night (R7, R8, R14). `today` is a value.
 */
export const firstNightNow = (today: string): string => `CASE WHEN c.kind = 'hold' AND c.guest_key IS NOT NULL
    AND c.first_night <= ${today} AND EXISTS (SELECT 1 FROM claims mine
      WHERE ${isOfAGuestStayingOn(today)} AND mine.guest_key = c.guest_key AND mine.end_night <= ${today}
        AND c.end_night > mine.end_night)
  THEN min(c.end_night, date(${today}, '+1 day')) ELSE c.first_night END`;
