import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { checkEveryDoor } from '../../src/web/all-doors.js';
import { Open, Permit } from '../../src/web/permit.js';

@Controller('named')
class NamedController {
  @Get()
  @Permit('beds.view')
  board() {
    return 'board';
  }

  @Get('help')
  @Open()
  help() {
    return 'help';
  }
}

@Controller('bare')
class BareController {
  @Get()
  forgotten() {
    return 'open to anyone';
  }
}

const withControllers = (...controllers: (new () => object)[]) => {
  @Module({ imports: [DiscoveryModule], controllers })
  class House {}
  return Test.createTestingModule({ imports: [House] }).compile();
};

describe('deny by default (R42)', () => {
  it('starts when every route names an act or says that it is open', async () => {
    const house = await withControllers(NamedController);
    expect(() => checkEveryDoor(house)).not.toThrow();
  });

  it('does not start with a route that names none, and says which', async () => {
    const house = await withControllers(NamedController, BareController);
    expect(() => checkEveryDoor(house)).toThrow('These routes name no act: BareController.forgotten');
  });
});
