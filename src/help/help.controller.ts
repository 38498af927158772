import { Controller, Get } from '@nestjs/common';
import { Page } from '../web/answer.js';
import { paths } from '../web/paths.js';
import { Open } from '../web/permit.js';

const cards = [
  { href: paths.help(), label: 'First steps' },
  { href: paths.computerDown(), label: 'If the computer is down' },
  { href: paths.ifSomeoneDies(), label: 'If someone dies' },
];

const card = (template: string, title: string, href: string) =>
  new Page(template, { title, links: cards.map((each) => ({ ...each, current: each.href === href })) });

/** Help opens without signing in: who needs it may be the one who cannot. */
@Controller('help')
export class HelpController {
  @Get()
  @Open()
  index() {
    return card('help/index', 'Help', paths.help());
  }

  @Get('computer-down')
  @Open()
  computerDown() {
    return card('help/computer-down', 'If the computer is down', paths.computerDown());
  }

  @Get('if-someone-dies')
  @Open()
  ifSomeoneDies() {
    return card('help/if-someone-dies', 'If someone dies', paths.ifSomeoneDies());
  }
}
