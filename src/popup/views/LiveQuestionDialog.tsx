import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../texts.ts';
import { type LiveQuestion, liveQuestion } from '../liveQuestion.ts';

/** Asks before a real agent may be disturbed. Esc and the first button say no. */
function Dialog({ question: { host, consequence, act } }: { readonly question: LiveQuestion }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = () => {
    liveQuestion.value = null;
  };
  return (
    <dialog
      ref={dialog}
      class="question"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-why`}
      onClose={close}
    >
      <h2 id={`${id}-title`}>{say('uiLiveQuestion')}</h2>
      <div id={`${id}-why`}>
        <p>{say('uiLiveQuestionWhy', host)}</p>
        <p>{say(consequence)}</p>
      </div>
      <div class="actions">
        <button type="button" data-answer="no" onClick={() => dialog.current?.close()}>
          {say('uiLiveStop')}
        </button>
        <button
          type="button"
          class="primary"
          data-answer="yes"
          onClick={() => {
            dialog.current?.close();
            act();
          }}
        >
          {say('uiLiveGoOn')}
        </button>
      </div>
    </dialog>
  );
}

/** The question that is open, if one is. */
export function LiveQuestionDialog() {
  const question = liveQuestion.value;
  return question && <Dialog question={question} />;
}
