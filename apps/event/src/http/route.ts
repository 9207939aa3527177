import { applyDecorators, createParamDecorator, Delete, Get, HttpCode, Injectable, Patch, Post, Put, SetMetadata, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import { HTTP_BODIES, HTTP_PATHS, HTTP_QUERIES, isId, Problem, requestId, type HttpName } from '@tsunagu/contracts';
import type { Request } from 'express';
import type { z } from 'zod';
import { parseInput } from './parse-input.js';

const METHODS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };
export const ROUTE = 'route';
const CREATES = new Set<HttpName>(['join', 'addTag', 'addJacket', 'createEvent', 'formTeams', 'makeFoundedTeam', 'findRepair', 'addWebhook', 'makeServiceKey']);
export const statusOf = (name: HttpName): number => (name === 'submitRequest' ? 202 : CREATES.has(name) ? 201 : 200);

/** Binds a controller method to an operation of the contract. */
export const Route = (name: HttpName) =>
  applyDecorators(METHODS[HTTP_PATHS[name][0]](HTTP_PATHS[name][1]), SetMetadata(ROUTE, name), HttpCode(statusOf(name)));

type Bodied = keyof typeof HTTP_BODIES;
export type Body<N extends Bodied> = z.output<(typeof HTTP_BODIES)[N]>;
/** The operation's body, checked against its schema. */
export const Input = createParamDecorator((name: Bodied, context: ExecutionContext) => parseInput(HTTP_BODIES[name], context.switchToHttp().getRequest<Request>().body));

/** The operation's query, checked against its schema. */
export const Ask = createParamDecorator((name: keyof typeof HTTP_QUERIES, context: ExecutionContext) => parseInput(HTTP_QUERIES[name], { ...context.switchToHttp().getRequest<Request>().query }));

/** An id in a path. Anything else does not exist. */
@Injectable()
export class Id implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw new Problem('request.not_found');
    return value;
  }
}

/** Another service's id of a request in a path. Anything else does not exist. */
@Injectable()
export class RequestId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!requestId.safeParse(value).success) throw new Problem('request.not_found');
    return value;
  }
}
