import { describe, expect, it } from '@jest/globals';
import { englishAsides, type EnglishAsides } from './english-asides.js';

const said = (what: keyof EnglishAsides, sentence: string): string[] => englishAsides(sentence)[what].map(([start, end]) => sentence.slice(start, end));

describe('what an English sentence names and nobody looks for', () => {
  it.each([
    ['Looking for farmers who let me put sensors in their fields.', ['sensors']],
    ['Anybody willing to test my weeding robot?', ['weeding robot']],
    ['I want to join a team who needs audio.', ['audio']],
    ['Looking for a group which gives bikes to refugees or students.', ['refugees', 'students']],
    ['There are a lot of clubs but no place to play.', ['clubs']],
  ])('%s', (sentence, things) => expect(said('notSought', sentence)).toEqual(things));

  it.each(['Looking for somebody who knows sensors.', 'I need audio for my game.', 'Looking for a tester of robots.', 'I look for people who want to sing.'])('%s: nothing', (sentence) => expect(said('notSought', sentence)).toEqual([]));
});

describe('whom somebody would employ', () => {
  it.each([['We are hiring a QA lead.', ['QA lead']], ['Hiring: backend engineers.', ['backend engineers']], ["We're recruiting more nurses", ['nurses']]])('%s', (sentence, things) => expect(said('sought', sentence)).toEqual(things));
  it.each(['I work in hiring.', 'Hiring was my job: nurses.'])('%s: nothing', (sentence) => expect(said('sought', sentence)).toEqual([]));
});

describe('what is collected, watched and heard', () => {
  it.each([['I collect old stamps.', ['stamps']], ['We also watch films on Fridays.', ['films']], ['I listen to jazz', ['jazz']], ['Weekends: bouldering and sake tasting.', ['bouldering and sake tasting']]])('%s', (sentence, things) => expect(said('enjoyed', sentence)).toEqual(things));
  it.each(['I repair watches.', 'The city collects data.'])('%s: nothing', (sentence) => expect(said('enjoyed', sentence)).toEqual([]));
});

describe('what a question offers', () => {
  it.each([['Anyone need help with visas?', ['help with visas']], ['Do you want to learn the oboe?', ['to learn the oboe']], ['Can I help with your garden?', ['your garden']], ['I bind books. Need your diary bound?', ['your diary bound']]])('%s', (sentence, things) => expect(said('offered', sentence)).toEqual(things));
  it.each(['Does anyone know an oboist?', 'Anyone want to play bridge?', 'I need a garden.', 'Can I borrow a ladder?'])('%s: nothing', (sentence) => expect(said('offered', sentence)).toEqual([]));
});

describe('what is named only beside something else', () => {
  it.each([['I prefer go to chess.', ['chess']], ["I'd rather be rowing than painting", ['painting']], ['Less interested in chess than in go', ['chess']], ["Recruiters, please don't call me", ['Recruiters']], ['No salespeople, please', ['salespeople']], ['I work in a shoe factory', ['shoe factory']], ['I work at Green Oboe Hall as a cook', ['Green Oboe Hall']]])('%s', (sentence, things) => expect(said('nothing', sentence)).toEqual(things));
  it.each(['I prefer chess.', 'I work at night.', 'I work for children with autism.', 'I work in marketing.'])('%s: nothing', (sentence) => expect(said('nothing', sentence)).toEqual([]));
});
