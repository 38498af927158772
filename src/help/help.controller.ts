import { Controller, Get } from '@nestjs/common';
import { Page } from '../web/answer.js';
import { paths } from '../web/paths.js';
import { Open } from '../web/permit.js';

const links = [
  { href: paths.help(), label: 'First steps' },
  { href: paths.computerDown(), label: 'If the computer is down' },
  { href: paths.ifSomeoneDies(), label: 'If someone dies' },
];

/** Help opens without signing in: who needs it may be the one who cannot. */
@Controller('help')
export class HelpController {
  @Get()
  @Open()
  index() {
    return new Page('help/index', { title: 'Help', links });
  }

  @Get('computer-down')
  @Open()
  computerDown() {
    return new Page('help/computer-down', { title: 'If the computer is down', links });
  }

  @Get('if-someone-dies')
  @Open()
  ifSomeoneDies() {
    return new Page('help/if-someone-dies', { title: 'If someone dies', links });
  }
}
