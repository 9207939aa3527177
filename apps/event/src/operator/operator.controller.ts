import { Controller, Header, Param } from '@nestjs/common';
import type { HttpAnswers, HttpQuery } from '@tsunagu/contracts';
import { AsOrganiser, For, type OrganiserCaller } from '../access/caller.js';
import { Ask, Id, Input, Route, type Body } from '../http/route.js';
import { OperationsService } from './operations.service.js';
import { OperatorService } from './operator.service.js';

@For('operator')
@Controller('api/v1')
export class OperatorController {
  constructor(private readonly service: OperatorService, private readonly operations: OperationsService) {}

  @Route('readOperations') readOperations(): Promise<HttpAnswers['readOperations']> {
    return this.operations.read();
  }

  @Route('listServiceKeys') listServiceKeys(): Promise<HttpAnswers['listServiceKeys']> {
    return this.service.listKeys();
  }

  @Route('makeServiceKey') @Header('Cache-Control', 'no-store')
  makeServiceKey(@AsOrganiser() operator: OrganiserCaller, @Input('makeServiceKey') input: Body<'makeServiceKey'>): Promise<HttpAnswers['makeServiceKey']> {
    return this.service.makeKey(operator, input);
  }

  @Route('revokeServiceKey') revokeServiceKey(@AsOrganiser() operator: OrganiserCaller, @Param('keyId', Id) id: string): Promise<null> {
    return this.service.revokeKey(operator, id);
  }

  @Route('listDeadLetters') listDeadLetters(@Ask('listDeadLetters') page: HttpQuery<'listDeadLetters'>): Promise<HttpAnswers['listDeadLetters']> {
    return this.service.listLetters(page);
  }
}
