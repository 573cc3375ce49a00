package io.playcaller.quickstart;

import java.time.Duration;
import java.util.function.IntFunction;

/**
 * Waits for the end of a part and starts it again, after pauses that grow, until the quickstart stops. Whatever goes wrong
 * with a start is told and tried again: nothing but the stop ends the watching.
 */
final class Watch implements Runnable {

    private final Watched part;
    private final RunBoard board;
    private final IntFunction<Duration> pauses;
    private int deaths;

    /** @param pauses by deaths in a row, such as {@link RestartPolicy#pause} */
    Watch(Watched part, RunBoard board, IntFunction<Duration> pauses) {
        this.part = part;
        this.board = board;
        this.pauses = pauses;
    }

    @Override
    public void run() {
        try {
            while (!board.stopping()) {
                Watched.End end = part.awaitEnd();
                deaths = RestartPolicy.deaths(deaths, end.run());
                bringBack(end.obituary());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bringBack(String obituary) throws InterruptedException {
        String why = obituary;
        while (!board.stopping()) {
            Duration pause = pauses.apply(deaths);
            bury(why, pause);
            Thread.sleep(pause.toMillis());
            if (board.stopping()) {
                return;
            }
            try {
                part.startAgain();
                Quickstart.say(board.now(), part.name() + " is ready again");
                return;
            } catch (RuntimeException e) {
                why = String.valueOf(e.getMessage());
                deaths++;
            }
        }
    }

    private void bury(String why, Duration pause) {
        board.change(part.name(), dead -> dead.dead(why, board.now()));
        Quickstart.say(
                board.now(), "%s\nstarting %s again in %.1f s".formatted(why, part.name(), pause.toMillis() / 1000.0));
    }
}
