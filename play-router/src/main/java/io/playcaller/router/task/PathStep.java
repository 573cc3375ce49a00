package io.playcaller.router.task;

/**
 * One answer on the way from a signal to a task.
 *
 * @param stage who answered
 * @param verdict {@code pass}, {@code join}, {@code wait} or {@code stop}
 * @param reason stable code
 * @param sentence the same for people
 */
public record PathStep(String stage, String verdict, String reason, String sentence) {

    private static final String RELEASED = "released";

    /** A person let it go on from where it waited. */
    public static PathStep released(String stage, String sentence) {
        return new PathStep(stage, "pass", RELEASED, sentence);
    }

    /** Whether a person let it go on from where it waited. */
    public boolean isRelease() {
        return reason.equals(RELEASED);
    }
}
