package io.playcaller.cli.evaluate;

import io.playcaller.cli.Terminal;
import io.playcaller.lab.Evaluation;

/** How far a replay is: a line that changes on a terminal, elsewhere a line each tenth of the accounts. */
final class ReplayProgress implements Evaluation.Progress {

    private static final int STEPS = 10;

    private final Terminal terminal;
    private final long startedNanos = System.nanoTime();

    ReplayProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(int accounts, int of) {
        String text = "replayed %,d of %,d accounts, %,d s"
                .formatted(accounts, of, (System.nanoTime() - startedNanos) / 1_000_000_000L);
        if (accounts == of || (!terminal.interactive() && step(accounts, of) > step(accounts - 1, of))) {
            terminal.line(text);
        } else {
            terminal.live(text);
        }
    }

    private static int step(int accounts, int of) {
        return (int) ((long) accounts * STEPS / of);
    }
}
