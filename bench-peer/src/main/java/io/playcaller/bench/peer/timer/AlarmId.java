package io.playcaller.bench.peer.timer;

import java.util.UUID;

/** Which clock of which task an execution stands for: its instance is {@code TASK-ID/CLOCK}. */
record AlarmId(UUID taskId, String clock) {

    /** The name under which db-scheduler keeps them. */
    static final String NAME = "alarm";

    private static final char BETWEEN = '/';

    /** @throws IllegalArgumentException when it is not of that form */
    static AlarmId of(String instance) {
        int at = instance.indexOf(BETWEEN);
        if (at < 0) {
            throw new IllegalArgumentException("expected TASK-ID/CLOCK, got " + instance);
        }
        return new AlarmId(UUID.fromString(instance.substring(0, at)), instance.substring(at + 1));
    }

    String instance() {
        return taskId.toString() + BETWEEN + clock;
    }
}
