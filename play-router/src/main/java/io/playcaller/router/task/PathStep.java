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
    private static final String FOLLOW_UP = "follow-up";

    /** A person let it go on from where it waited. */
    public static PathStep released(String stage, String sentence) {
        return new PathStep(stage, "pass", RELEASED, sentence);
    }

    /** Something came up, so that it is routed again. */
    public static PathStep again(String reason, String sentence) {
        return new PathStep("reconsidered", "pass", reason, sentence);
    }

    /**
     * A play gave up, and another follows it.
     *
     * @param play key of the one that follows
     */
    public static PathStep followUp(String play, String title) {
        return new PathStep(FOLLOW_UP, "pass", play, title + " follows the play that gave up.");
    }

    /** Whether a person let it go on from where it waited. */
    public boolean releases() {
        return reason.equals(RELEASED);
    }

    /** Whether a play gave up; the reason is the key of the one that follows. */
    public boolean followsUp() {
        return stage.equals(FOLLOW_UP);
    }

    /** Whether the volume brake does not ask what goes on from here. */
    public boolean passesBrake() {
        return releases() || followsUp();
    }
}
