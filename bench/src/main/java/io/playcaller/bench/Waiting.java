package io.playcaller.bench;

import java.io.IOException;
import java.time.Duration;

/** Waits for what PostgreSQL or a process comes to. */
public final class Waiting {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_EACH = Duration.ofMillis(200);

    private Waiting() {}

    /** What is asked. */
    public interface Question {
        boolean holds() throws IOException;
    }

    /** @throws IOException when it does not come to hold within five minutes */
    public static void until(String what, Question question) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!question.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("not within %d s: %s".formatted(PATIENCE.toSeconds(), what));
            }
            Thread.sleep(LOOK_EACH.toMillis());
        }
    }
}
