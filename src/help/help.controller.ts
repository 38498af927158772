import { Controller, Get } from '@nestjs/common';
import { Page } from '../web/answer.js';
import { paths } from '../web/paths.js';
import { Open } from '../web/permit.js';

const cards = [
  { href: paths.help(), label: 'First steps' },
  { href: paths.nextSteps(), label: 'Next steps' },
  { href: paths.helpInTouch(), label: 'In touch' },
  { href: paths.besideBeds(), label: 'Living room, feedback' },
  { href: paths.helpTurn(), label: 'The guest’s turn' },
  { href: paths.helpReports(), label: 'Reports' },
  { href: paths.firstNight(), label: 'First night' },
  { href: paths.cannotKeep(), label: 'What I can’t keep' },
  { href: paths.computerDown(), label: 'If the computer is down' },
  { href: paths.paperCheckIn(), label: 'Check-in on paper' },
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

  @Get('next-steps')
  @Open()
  nextSteps() {
    return card('help/next-steps', 'Next steps', paths.nextSteps());
  }

  @Get('in-touch')
  @Open()
  inTouch() {
    return card('help/in-touch', 'In touch after leaving', paths.helpInTouch());
  }

  @Get('living-room')
  @Open()
  besideBeds() {
    return card('help/living-room', 'Living room and feedback', paths.besideBeds());
  }

  @Get('guests-turn')
  @Open()
  guestsTurn() {
    return card('help/guests-turn', 'The guest’s turn', paths.helpTurn());
  }

  @Get('reports')
  @Open()
  reports() {
    return card('help/reports', 'Reports', paths.helpReports());
  }

  @Get('first-night')
  @Open()
  firstNight() {
    return card('help/first-night', 'Your first night', paths.firstNight());
  }

  @Get('cannot-keep')
  @Open()
  cannotKeep() {
    return card('help/cannot-keep', 'What I can’t keep to myself', paths.cannotKeep());
  }

  @Get('computer-down')
  @Open()
  computerDown() {
    return card('help/computer-down', 'If the computer is down', paths.computerDown());
  }

  @Get('paper-check-in')
  @Open()
  paperCheckIn() {
    return card('help/paper-check-in', 'Check-in on paper', paths.paperCheckIn());
  }

  @Get('if-someone-dies')
  @Open()
  ifSomeoneDies() {
    return card('help/if-someone-dies', 'If someone dies', paths.ifSomeoneDies());
  }
}
