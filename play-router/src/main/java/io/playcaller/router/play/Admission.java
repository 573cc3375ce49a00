package io.playcaller.router.play;

/**
 * Whether a play runs.
 *
 * @param priority of several plays that answer a reason and are for the account the one with the higher runs
 */
public record Admission(Eligibility eligibility, Frequency frequency, int priority) {

    public static final int USUAL_PRIORITY = 100;

    public static final Admission ANY = new Admission(Eligibility.ANY, Frequency.ANY, USUAL_PRIORITY);
}
