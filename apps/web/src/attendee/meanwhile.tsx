/** What was saved elsewhere while something else was typed here, and which of the two is to be. */
export function Meanwhile({ told, text, theirs, mine, onChoose }: { told: string; text: string; theirs: string; mine: string; onChoose: (mine: boolean) => void }) {
  return (
    <div className="box stack-tight" role="alert">
      <p>{told}</p>
      <p className="lead"><strong><bdi>{text}</bdi></strong></p>
      <div className="row">
        <button type="button" className="button" onClick={() => onChoose(false)}>{theirs}</button>
        <button type="button" className="button" onClick={() => onChoose(true)}>{mine}</button>
      </div>
    </div>
  );
}
