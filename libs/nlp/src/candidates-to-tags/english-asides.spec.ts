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
    ['We have more plums than we can eat.', ['plums']],
    ['Too many plums here, come and get some!', ['plums here']],
    ['I have surplus plums', ['plums']],
    ['I would like to volunteer on Sundays', ['volunteer']],
    ['Welding student, looking for a workshop', ['Welding student']],
  ])('%s', (sentence, things) => expect(said('notSought', sentence)).toEqual(things));

  it.each(['Looking for somebody who knows sensors.', 'I need audio for my game.', 'Looking for a tester of robots.', 'I look for people who want to sing.', 'Looking for surplus plums', 'We need volunteers'])('%s: nothing', (sentence) => expect(said('notSought', sentence)).toEqual([]));
});

describe('whom somebody would employ', () => {
  it.each([['We are hiring a QA lead.', ['QA lead']], ['Hiring: backend engineers.', ['backend engineers']], ["We're recruiting more nurses", ['nurses']]])('%s', (sentence, things) => expect(said('sought', sentence)).toEqual(things));
  it.each(['I work in hiring.', 'Hiring was my job: nurses.'])('%s: nothing', (sentence) => expect(said('sought', sentence)).toEqual([]));
});

describe('what is collected, watched, heard and missed', () => {
  it.each([['I really miss choir practice', ['choir practice']], ['I collect old stamps.', ['stamps']], ['We also watch films on Fridays.', ['films']], ['I listen to jazz', ['jazz']], ['Weekends: bouldering and sake tasting.', ['bouldering and sake tasting']]])('%s', (sentence, things) => expect(said('enjoyed', sentence)).toEqual(things));
  it.each(['I repair watches.', 'The city collects data.'])('%s: nothing', (sentence) => expect(said('enjoyed', sentence)).toEqual([]));
});

describe('what others are helped with and taught', () => {
  it.each([
    ['Glad to help anyone with tax forms', ['tax forms']], ["I'm happy to help people with visas", ['visas']], ['I can show anyone how to sharpen knives', ['sharpen knives']], ['Let me help you with sewing', ['sewing']],
    ["I'd be glad to teach someone how to knit", ['knit']], ["I'd love to teach somebody how to bake", ['bake']], ['I teach anyone who wants to learn knitting', ['knitting']], ['I mentor anyone interested in robots', ['robots']],
    ['We teach newcomers how to use the kiln and I am looking for a van', ['use the kiln']], ['I help elderly people use smartphones', ['smartphones']],
    ['If you need help with visas, just ask me', ['help with visas']], ["If anyone wants to learn chess, I'm here", ['to learn chess']],
  ])('%s', (sentence, things) => expect(said('offered', sentence)).toEqual(things));
  it.each(['Looking for someone who can help beginners with Rust', 'Can somebody help me with sewing?', 'I want to help people with dementia', 'My daughter teaches people how to swim', 'If you want to play chess, call me', 'If you need a van'])('%s: nothing', (sentence) => expect(said('offered', sentence)).toEqual([]));
});

describe('what would be done if', () => {
  it.each([['If I knew Python I could analyse data', ['Python I could analyse data']], ['If only we had a van', ['a van']]])('%s', (sentence, things) => expect(said('unreal', sentence)).toEqual(things));
  it.each(['If I can help with data, tell me', 'If you had a van …', 'I ask if they need me'])('%s: nothing', (sentence) => expect(said('unreal', sentence)).toEqual([]));
});

describe('what a question offers', () => {
  it.each([['Anyone need help with visas?', ['help with visas']], ['Do you want to learn the oboe?', ['to learn the oboe']], ['Can I help with your garden?', ['your garden']], ['I bind books. Need your diary bound?', ['your diary bound']], ['You need a website?', ['a website']]])('%s', (sentence, things) => expect(said('offered', sentence)).toEqual(things));
  it.each(['Does anyone know an oboist?', 'Anyone want to play bridge?', 'I need a garden.', 'Can I borrow a ladder?'])('%s: nothing', (sentence) => expect(said('offered', sentence)).toEqual([]));
});

describe('what is over, feared, or ails somebody else', () => {
  it.each([
    ["I'm done with blockchain", ['blockchain']], ['I am through with consulting', ['consulting']], ["I'm over social media", ['social media']], ["I'm afraid of public speaking", ['public speaking']], ['We are fed up with ads', ['ads']], ["I'm really tired of marketing", ['marketing']], ['Allergic to cats', ['cats']],
    ["I'm trying to quit coffee", ['coffee']], ['I want to stop working in finance', ['finance']],
    ['I look after my mother, who has dementia', ['dementia']], ["I'm looking after a friend who has cancer", ['cancer']], ["Carer for my father with Parkinson's", ["Parkinson's"]],
    ["If I were a nurse I'd volunteer", ["nurse I'd volunteer"]],
  ])('%s', (sentence, things) => expect(said('nothing', sentence)).toEqual(things));
  it.each(["I'm over 60 and I garden", "I'm not tired of teaching", 'I care for people with dementia', 'I look after a garden', 'I was a nurse', 'I want to learn finance', 'I stopped smoking'])('%s: nothing', (sentence) => expect(said('nothing', sentence)).toEqual([]));
});

describe('what somebody never became, and what others have, know and do', () => {
  it.each([
    ['I should have become a vet', ['vet']], ['I almost became a priest', ['priest']], ["In another life I'd be a biologist", ['biologist']], ['I know a good plumber', ['plumber']], ['I am from a family of fishermen', ['fishermen']],
    ['I live above a shoe shop', ['shoe shop']], ['Ask my wife about gardening', ['gardening']], ['No heavy lifting for me', ['heavy lifting']], ['I do the bookkeeping, which I loathe', ['the bookkeeping']],
  ])('%s', (sentence, things) => expect(said('nothing', sentence)).toEqual(things));
  it.each(['I became a vet', 'I know a little Greek', 'I know a lot about bees', 'Ask me about football', 'I live by writing', 'I do the bookkeeping, which I like'])('%s: nothing', (sentence) => expect(said('nothing', sentence)).toEqual([]));
});

describe('what somebody is to their family, and who teaches what', () => {
  it.each([["I'm a single dad of two", ['single dad']], ['Just a mum with a sewing machine', ['mum']], ['Looking for a teacher of judo', ['teacher']], ['I do research for a big bank', ['bank']]])('%s', (sentence, things) => expect(said('nothing', sentence)).toEqual(things));
  it.each(['Looking for other young mums', 'I am a parent educator', 'I am a teacher', 'I do research for a railway company', 'Looking for a company'])('%s: nothing', (sentence) => expect(said('nothing', sentence)).toEqual([]));
});

describe('what is named only beside something else', () => {
  it.each([['I prefer go to chess.', ['chess']], ["I'd rather be rowing than painting", ['painting']], ['Less interested in chess than in go', ['chess']], ["Recruiters, please don't call me", ['Recruiters']], ['No salespeople, please', ['salespeople']], ['I work in a shoe factory', ['shoe factory']], ['I work at Green Oboe Hall as a cook', ['Green Oboe Hall']]])('%s', (sentence, things) => expect(said('nothing', sentence)).toEqual(things));
  it.each(['I prefer chess.', 'I work at night.', 'I work for children with autism.', 'I work in marketing.'])('%s: nothing', (sentence) => expect(said('nothing', sentence)).toEqual([]));
});
