// @ts-check
// Reads the article aloud.

import { find, findAll, root } from "./dom.js";

/** Starts to read the article aloud, or stops. */
export const toggleSpeech = () => {
  const speech = speechSynthesis;
  const isSpeaking = speech.speaking || speech.pending;
  speech.cancel();
  if (isSpeaking) return;
  const lang = find(".reader")?.lang || root.lang;
  // Sentence by sentence, because a voice may fall silent within a long text.
  const sentences = new Intl.Segmenter(lang, { granularity: "sentence" });
  for (const block of findAll(".reader h1, .standfirst, .prose [id^=p], .alert > strong")) {
    const alt = block.querySelector("img")?.alt ?? "";
    // Cells and lines are apart in the inner text alone.
    for (const { segment } of sentences.segment(`${alt}\n${block.innerText}`)) {
      speech.speak(Object.assign(new SpeechSynthesisUtterance(segment), { lang }));
    }
  }
};
