/** A night as a number: so many days after the first of a story. */
type Night = number;

interface Part {
  bed: number;
  from: Night;
  end: Night;
}

export interface ModelStay {
  guest: string;
  bed: number;
  arrival: Night;
  planned: Night;
  /** Beds slept in before this one. */
  before: Part[];
  from: Night;
  end: Night;
  isHere: boolean;
}

/**
 * The rules of R2, R5 to R8 and R20 once more, as plainly as they can be said: every night of every bed has one owner at
 * the most. Each act answers whether it is allowed, and happens only then.
 */
export class StayModel {
  today: Night = 0;
  readonly stays: ModelStay[] = [];
  readonly holds: Part[] = [];

  get here(): ModelStay[] {
    return this.stays.filter(({ isHere }) => isHere);
  }

  /** Each night that has an owner, as 'night bed owner'. */
  owners(): string[] {
    const parts = [
      ...this.holds.map((hold) => ({ ...hold, who: 'hold' })),
      ...this.stays.flatMap((stay) => partsOf(stay).map((part) => ({ ...part, who: stay.guest }))),
    ];
    return parts
      .flatMap(({ bed, from, end, who }) => range(from, end).map((night) => `${night} ${bed} ${who}`))
      .sort();
  }

  /** What time changes: whoever stays on has each night as it begins; a hold makes room and keeps what is left. */
  settle(today: Night): void {
    this.today = today;
    for (const stay of this.here.filter(({ planned }) => planned < today)) {
      for (const hold of this.holds.filter(({ bed, end }) => bed === stay.bed && end > stay.end)) {
        hold.from = Math.min(hold.end, Math.max(hold.from, today + 1));
      }
      stay.end = Math.max(stay.end, today + 1);
    }
  }

  hold(bed: number, from: Night, end: Night): boolean {
    if (!this.isFree(bed, from, end, [])) return false;
    this.holds.push({ bed, from, end });
    return true;
  }

  checkIn(guest: string, bed: number, planned: Night): boolean {
    if (!this.canEnter(bed, this.today, planned, [])) return false;
    const dates = { arrival: this.today, planned, from: this.today, end: planned };
    this.stays.push({ guest, bed, ...dates, before: [], isHere: true });
    return true;
  }

  plan(stay: ModelStay, planned: Night): boolean {
    if (planned <= stay.arrival || planned < this.today) return false;
    if (!this.isFree(stay.bed, this.today, Math.max(planned, this.today + 1), [stay])) return false;
    Object.assign(stay, { planned, end: planned });
    return true;
  }

  move(stay: ModelStay, bed: number, day: Night): boolean {
    if (bed === stay.bed || !this.canEnter(bed, day, Math.max(stay.end, day + 1), [stay])) return false;
    this.go(stay, bed, day);
    return true;
  }

  swap(one: ModelStay, other: ModelStay): boolean {
    const both = [one, other];
    const fits = (mine: ModelStay, bed: number) =>
      this.canEnter(bed, this.today, Math.max(mine.end, this.today + 1), both);
    if (one === other || !fits(one, other.bed) || !fits(other, one.bed)) return false;
    const [bed, otherBed] = [one.bed, other.bed];
    this.go(one, otherBed, this.today);
    this.go(other, bed, this.today);
    return true;
  }

  leave(stay: ModelStay): void {
    Object.assign(stay, { end: Math.max(this.today, stay.from), isHere: false });
  }

  private go(stay: ModelStay, bed: number, day: Night): void {
    stay.before.push({ bed: stay.bed, from: stay.from, end: day });
    Object.assign(stay, { bed, from: day });
  }

  private canEnter(bed: number, from: Night, end: Night, own: ModelStay[]): boolean {
    const isEmpty = !this.here.some((stay) => stay.bed === bed && !own.includes(stay));
    return isEmpty && this.isFree(bed, from, end, own);
  }

  private isFree(bed: number, from: Night, end: Night, own: ModelStay[]): boolean {
    const others = this.stays.flatMap((stay) => (own.includes(stay) ? stay.before : partsOf(stay)));
    return ![...this.holds, ...others].some(
      (part) => part.bed === bed && part.from < end && from < part.end && part.from < part.end,
    );
  }
}

const partsOf = ({ before, bed, from, end }: ModelStay): Part[] => [...before, { bed, from, end }];

const range = (from: Night, end: Night): Night[] =>
  Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);
