import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { DOOR } from './permit.js';

/** Deny by default: a route that names neither an act nor that it is open stops the start (R42). */
export function checkEveryDoor(app: INestApplicationContext): void {
  const scanner = new MetadataScanner();
  const reflector = app.get(Reflector);
  const bare = app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata('path', prototype[method]!))
        .filter((method) => !reflector.get(DOOR, prototype[method]!))
        .map((method) => `${name}.${method}`);
    });
  if (bare.length > 0) throw new Error(`These routes name no act: ${bare.join(', ')}`);
}
