import { SetMetadata } from '@nestjs/common';
import type { Permission } from '../domain/permissions.js';

/** What a route needs: an act of the permission table, or nothing at all. */
export interface Door {
  act: Permission | null;
  /** Looking at it is written down before the page is sent (R44); the record is the route's `:id`. */
  isRecord: boolean;
  /** Reachable while the screen is covered. */
  whileCovered: boolean;
  /** Reachable on a screen that is handed to a guest. */
  inTurn: boolean;
}

export const DOOR = 'door';

/** The act this route needs (R42). */
export const Permit = (act: Permission, options: Partial<Omit<Door, 'act'>> = {}) =>
  SetMetadata(DOOR, { act, isRecord: false, whileCovered: false, inTurn: false, ...options } satisfies Door);

/** Open without signing in: sign-in itself, set-up, help, health. */
export const Open = () =>
  SetMetadata(DOOR, { act: null, isRecord: false, whileCovered: true, inTurn: false } satisfies Door);
