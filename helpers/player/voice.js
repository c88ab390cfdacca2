// @ts-check
// How a sign reaches someone who does not look: spoken where there is a voice, else as a soft tone,
// and as a buzz. Nothing here is needed: each way may be missing.

/** Tones of each kind of sign, Hz, one after the other; a rising pair means a new step. */
const TONES = {
  start: [523, 784],
  switch: [659, 523, 659],
  half: [587],
  ten: [494, 494],
  check: [440, 554],
  breath: [392],
  end: [784, 659, 523],
};

/** Buzzes of each kind of sign: ms on, off, on … at full strength. */
const BUZZES = {
  start: [180, 90, 180],
  switch: [120, 70, 120, 70, 120],
  half: [90],
  ten: [70, 70, 70],
  check: [260],
  breath: [50],
  end: [350, 120, 350],
};

const TONE = 0.16;
const FADE = 0.3;

/** The kinds of signs. */
export const KINDS = /** @type {(keyof typeof TONES)[]} */ (Object.keys(TONES));

/** What is on, and how loud, 0 to 1, until somebody changes it. */
export function usualSettings() {
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, true]));
  return {
    voice: true, voiceVolume: 1,
    chime: true, chimeVolume: 0.6,
    shake: true, shakeVolume: 0.6,
    kinds,
  };
}

/**
 * Make the voice of one player.
 * @param {() => ReturnType<typeof usualSettings>} settings
 */
export function makeVoice(settings) {
  /** @type {AudioContext | null} */
  let audio = null;
  /** @type {SpeechSynthesisUtterance | null} */
  let speaking = null;

  function speech() {
    const engine = globalThis.speechSynthesis;
    return engine && engine.getVoices().length ? engine : null;
  }

  /** @param {string} text @param {boolean} more */
  function speak(text, more) {
    const engine = speech();
    if (!engine) return false;
    if (!more) engine.cancel();
    speaking = new SpeechSynthesisUtterance(text);
    speaking.lang = "en";
    speaking.rate = 0.95;
    speaking.volume = settings().voiceVolume;
    engine.speak(speaking);
    return true;
  }

  /** @param {number[]} tones */
  function ring(tones) {
    if (!audio) return;
    const volume = settings().chimeVolume * 0.25;
    tones.forEach((tone, number) => {
      if (!audio) return;
      const begin = audio.currentTime + number * TONE;
      const sound = audio.createOscillator();
      const gain = audio.createGain();
      sound.frequency.value = tone;
      gain.gain.setValueAtTime(0, begin);
      gain.gain.linearRampToValueAtTime(volume, begin + 0.02);
      gain.gain.linearRampToValueAtTime(0, begin + TONE + FADE);
      sound.connect(gain);
      gain.connect(audio.destination);
      sound.start(begin);
      sound.stop(begin + TONE + FADE);
    });
  }

  return {
    /** To be called inside a press: only then may a page make sounds. */
    wake() {
      const Context = globalThis.AudioContext;
      if (!audio && Context) audio = new Context();
      if (audio?.state === "suspended") void audio.resume();
    },
    /** @param {{ kind: string, say: string }} sign @param {boolean} more whether one came just before */
    give(sign, more) {
      const now = settings();
      const kind = /** @type {keyof typeof TONES} */ (sign.kind);
      if (!now.kinds[kind]) return;
      // A breath comes often: a tone or a buzz is enough, words would tire.
      const spoken = now.voice && kind !== "breath" && speak(sign.say, more);
      if (now.chime && !spoken) ring(TONES[kind]);
      if (now.shake && navigator.vibrate) {
        navigator.vibrate(BUZZES[kind].map((ms, n) => (n % 2 ? ms : Math.round(ms * 2 * now.shakeVolume))));
      }
    },
    hush() {
      if (speaking) globalThis.speechSynthesis?.cancel();
      speaking = null;
    },
    /** What of it this browser can do. */
    can() {
      return {
        voice: Boolean(speech()),
        chime: Boolean(globalThis.AudioContext),
        shake: Boolean(navigator.vibrate),
      };
    },
    close() {
      this.hush();
      void audio?.close();
      audio = null;
    },
  };
}
