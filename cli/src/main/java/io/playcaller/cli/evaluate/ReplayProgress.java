package io.playcaller.cli.evaluate;

import io.playcaller.cli.Terminal;
import io.playcaller.lab.Evaluation;

/** How far a replay is: a line that changes on a terminal, elsewhere a line each tenth of the lives. */
final class ReplayProgress implements Evaluation.Progress {

    private static final int STEPS = 10;

    private final Terminal terminal;
    private final long startedNanos = System.nanoTime();

    ReplayProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(int lives, int of) {
        String text = "replayed %,d of %,d lives, %,d s"
                .formatted(lives, of, (System.nanoTime() - startedNanos) / 1_000_000_000L);
        if (lives == of || (!terminal.interactive() && step(lives, of) > step(lives - 1, of))) {
            terminal.line(text);
        } else {
            terminal.live(text);
        }
    }

    private static int step(int lives, int of) {
        return (int) ((long) lives * STEPS / of);
    }
}
