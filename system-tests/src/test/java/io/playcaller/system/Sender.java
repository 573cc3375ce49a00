package io.playcaller.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells a story at the door, batch by batch, as far as it is allowed to. With each batch it says things again that it said
 * before, in the same batch or in an earlier one.
 */
final class Sender {

    private static final int BATCH = 200;
    private static final int AGAIN_PERCENT = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final List<Fact> story;
    private final Door door;
    private final Random random = new Random(7);
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger allowed = new AtomicInteger();
    private final CompletableFuture<Void> end;

    Sender(List<Fact> story, Door door) {
        this.story = story;
        this.door = door;
        this.end = CompletableFuture.runAsync(this::tell, task -> {
            Thread thread = new Thread(task, "sender");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void tell() {
        while (told.get() < story.size()) {
            int from = told.get();
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> from < allowed.get());
            int to = Math.min(story.size(), from + BATCH);
            List<Fact> batch = new ArrayList<>(story.subList(from, to));
            for (int i = 0; i < BATCH * AGAIN_PERCENT / 100; i++) {
                batch.add(story.get(random.nextInt(to)));
            }
            door.deliver(batch);
            told.set(to);
        }
    }

    /** Lets it go on to this percentage of the story; returns at once. */
    void mayTell(int percent) {
        allowed.set(story.size() * percent / 100);
    }

    void awaitTold(int percent) {
        int wanted = story.size() * percent / 100;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            if (end.isCompletedExceptionally()) {
                end.join();
            }
            return told.get() >= wanted;
        });
    }

    void tellAll() {
        mayTell(100);
        end.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }
}
