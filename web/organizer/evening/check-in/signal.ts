/** What is heard and felt of an outcome, for who looks at people and not at the screen. */
export class DoorSignal {
  #audio: AudioContext | undefined;

  /** Browsers let a page sound only after somebody has pressed something. */
  allow(): void {
    this.#audio ??= new AudioContext();
    void this.#audio.resume();
  }

  /** Two tones that rise. */
  letIn(): void {
    this.#tone(660, 0, 0.09, 'sine');
    this.#tone(990, 0.1, 0.14, 'sine');
    navigator.vibrate?.(60);
  }

  /** One that is low and long. */
  refuse(): void {
    this.#tone(150, 0, 0.45, 'square');
    navigator.vibrate?.([120, 80, 120]);
  }

  close(): void {
    void this.#audio?.close();
    this.#audio = undefined;
  }

  #tone(frequency: number, after: number, seconds: number, type: OscillatorType): void {
    if (this.#audio?.state !== 'running') return;
    const begins = this.#audio.currentTime + after;
    const oscillator = new OscillatorNode(this.#audio, { frequency, type });
    const gain = new GainNode(this.#audio, { gain: 0.2 });
    gain.gain.setTargetAtTime(0, begins + seconds * 0.7, 0.03);
    oscillator.connect(gain).connect(this.#audio.destination);
    oscillator.start(begins);
    oscillator.stop(begins + seconds);
  }
}
