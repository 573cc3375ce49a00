package io.playcaller.cli.door;

import io.playcaller.cli.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings parcels to the doors over a few lanes at once: facts in batches, those of one lane in order. Whoever hands over
 * faster than the doors take waits. Closing waits until all are delivered.
 */
public final class Courier implements AutoCloseable {

    private static final int LANES = 6;
    private static final int WAITING_PER_LANE = 2_000;
    private static final int BATCH = 400;

    private final Doors doors;
    private final @Nullable String runId;
    private final BiConsumer<Parcel, Outcome> delivered;
    private final List<BlockingQueue<Parcel>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> fault = new AtomicReference<>();
    private volatile boolean closing;

    /**
     * @param runId of the backfill that the parcels belong to; null for what happens now
     * @param delivered hears of each parcel's outcome, from several threads
     */
    public Courier(Doors doors, @Nullable String runId, BiConsumer<Parcel, Outcome> delivered) {
        this.doors = doors;
        this.runId = runId;
        this.delivered = delivered;
        for (int lane = 0; lane < LANES; lane++) {
            BlockingQueue<Parcel> queue = new ArrayBlockingQueue<>(WAITING_PER_LANE);
            queues.add(queue);
            Thread thread = new Thread(() -> deliver(queue), "courier-" + lane);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    public void hand(Parcel parcel) {
        BlockingQueue<Parcel> queue = queues.get(Math.floorMod(parcel.lane().hashCode(), LANES));
        try {
            while (!queue.offer(parcel, 200, TimeUnit.MILLISECONDS)) {
                stopOnFault();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
        stopOnFault();
    }

    /** Waits for the last delivery. */
    @Override
    public void close() {
        closing = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
        stopOnFault();
    }

    private void stopOnFault() {
        RuntimeException thrown = fault.get();
        if (thrown != null) {
            // Another one each time: whoever hands over and whoever closes may both meet it.
            throw new Refused(String.valueOf(thrown.getMessage()), thrown);
        }
    }

    private void deliver(BlockingQueue<Parcel> queue) {
        List<Parcel> taken = new ArrayList<>();
        try {
            while (fault.get() == null) {
                Parcel first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (closing && queue.isEmpty()) {
                        return;
                    }
                    continue;
                }
                taken.add(first);
                queue.drainTo(taken, BATCH - 1);
                send(taken);
                taken.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fault.compareAndSet(null, e);
        }
    }

    /** Facts that follow each other and come from one source go together. */
    private void send(List<Parcel> parcels) {
        List<Parcel.Fact> batch = new ArrayList<>();
        for (Parcel parcel : parcels) {
            if (parcel instanceof Parcel.Fact fact) {
                if (!batch.isEmpty() && !batch.get(0).source().equals(fact.source())) {
                    flush(batch);
                }
                batch.add(fact);
            } else if (parcel instanceof Parcel.Entry entry) {
                flush(batch);
                delivered.accept(entry, doors.put(entry, runId));
            }
        }
        flush(batch);
    }

    private void flush(List<Parcel.Fact> batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<Outcome> outcomes = doors.events(List.copyOf(batch), runId);
        for (int i = 0; i < batch.size(); i++) {
            delivered.accept(batch.get(i), outcomes.get(i));
        }
        batch.clear();
    }
}
