package io.playcaller.router.routing;

import io.playcaller.router.task.Task;

/** What a stage answers, always with its reason. */
public sealed interface Verdict {

    /** Stable code of the reason. */
    String reason();

    /** The reason for people. */
    String sentence();

    /** On to the next stage. */
    record Pass(RoutingCase next, String reason, String sentence) implements Verdict {}

    /** No task of its own: it belongs to one that is open. */
    record Join(Task task, String reason, String sentence) implements Verdict {}

    /** No task for now: it is looked at again, by itself or when somebody says so. */
    record Wait(Waits waits, String reason, String sentence) implements Verdict {}

    /**
     * No task.
     *
     * @param muted whether it is looked at again when what mutes it is over
     */
    record Stop(boolean muted, String reason, String sentence) implements Verdict {}

    /**
     * No task, for comparison with accounts that get one.
     *
     * @param drawn with the share of the lot
     */
    record HoldOut(RoutingCase drawn, String reason, String sentence) implements Verdict {}
}
