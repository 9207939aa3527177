import { useMemo, useState } from 'react';
import type { Kind, PersonView } from '@tsunagu/contracts';
import { KINDS } from '@tsunagu/contracts';
import { KindMark, KindTag } from '../look/kind-tag.js';
import { nameOf } from '../look/name-of.js';
import { Names } from '../look/names.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { useBoard } from './board.js';
import { tagAddress } from './people-tab.js';
import { buildGraph, roleId, topicId, topTopics, type TopicNode } from './room-map/build-graph.js';
import { RelationMap } from './room-map/relation-map.js';
import { ownNames } from './word-of-concept.js';

const MOST_TOPICS = 40;

/** What the room is about, and who shares or needs what. */
export function RoomTab() {
  const { t, language } = useTranslation(['room', 'look']);
  const { state: { people, words } } = useBoard();
  const [chosen, setChosen] = useState<string>();
  const graph = useMemo(() => buildGraph(people, { ofRole: (role) => t(`look:role.${role}`), ofTag: (tag) => nameOf(tag, language), own: ownNames(words) }), [people, words, t, language]);
  const topics = useMemo(() => topTopics(graph), [graph]);
  const topic = topics.find(({ id }) => id === chosen);
  return (
    <div className="room">
      <section className="card room-map" aria-labelledby="map-title">
        <div className="spread"><h2 id="map-title">{t('map.title')}</h2><Legend /></div>
        {topics.length === 0 ? <p className="field-help">{t('map.empty')}</p> : <RelationMap graph={graph} chosen={chosen} onChoose={setChosen} />}
      </section>
      <div className="stack">
        <Chosen chosen={chosen} topic={topic} />
        <section className="card stack-tight" aria-labelledby="topics">
          <h2 id="topics">{t('map.topics')}</h2>
          <p className="field-help">{t('map.topicsHelp')}</p>
          <ul className="tags">
            {topics.slice(0, MOST_TOPICS).map(({ id, label, size, role }) => (
              <li key={id}><button type="button" className="button topic" aria-pressed={id === chosen} onClick={() => setChosen(id === chosen ? undefined : id)}>{role && <span className="topic-role">{t('map.roleOf')}</span>}<bdi>{label}</bdi><span className="number">{size}</span></button></li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function Legend() {
  const { t } = useTranslation(['room', 'look']);
  return <ul className="row small legend">{KINDS.map((kind) => <li key={kind} className={`legend-${kind}`}><KindMark kind={kind} />{t(`look:kind.${kind}`)}</li>)}{(['role', 'person'] as const).map((node) => <li key={node} className={`legend-${node}`}><span className="kind-mark" aria-hidden="true" />{t(`map.${node}`)}</li>)}</ul>;
}

/** Who is tied to the chosen topic, and how; or what is known of the chosen person. Said is the name alone: a topic may tie hundreds. */
function Chosen({ chosen, topic }: { chosen: string | undefined; topic: TopicNode | undefined }) {
  const { t } = useTranslation('room');
  const { person } = useBoard();
  const somebody = chosen === undefined ? undefined : person(chosen);
  return (
    <section className="card stack-tight">
      <div role="status">{somebody ? <h2><Written text={somebody.nickname} /></h2> : topic && <h2><bdi>{topic.label}</bdi></h2>}</div>
      {somebody ? <About person={somebody} /> : topic ? <Tied topic={topic} /> : <p className="field-help">{t('map.choose')}</p>}
    </section>
  );
}

function About({ person: { affiliation, tags } }: { person: PersonView }) {
  return (
    <>
      {affiliation && <p className="small soft"><bdi>{affiliation}</bdi></p>}
      <ul className="tags">{tags.map(({ kind, label, en, concept }) => <li key={`${kind}${concept}`}><KindTag kind={kind} label={label} en={en} /></li>)}</ul>
    </>
  );
}

function Tied({ topic }: { topic: TopicNode }) {
  const { t } = useTranslation(['room', 'look']);
  const { state: { people } } = useBoard();
  const tied = (kind: Kind): PersonView[] => people.filter(({ left, tags }) => !left && tags.some((tag) => tag.kind === kind && (topicId(tag.concept) === topic.id || (tag.role !== null && roleId(tag.role) === topic.id))));
  return (
    <>
      <dl className="stack-tight">{KINDS.map((kind) => ({ kind, who: tied(kind) })).filter(({ who }) => who.length > 0).map(({ kind, who }) => <div key={kind} className={`tied legend-${kind}`}><dt className="small"><KindMark kind={kind} />{t(`look:kind.${kind}`)} <span className="number">{who.length}</span></dt><dd><Names names={who.map(({ nickname }) => nickname)} /></dd></div>)}</dl>
      {!topic.role && <a className="button" href={tagAddress(topic.id.slice(2))}>{t('map.showPeople')}</a>}
    </>
  );
}
