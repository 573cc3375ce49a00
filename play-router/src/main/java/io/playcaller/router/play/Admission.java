package io.playcaller.router.play;

/**
 * Whether a play runs.
 *
 * @param priority of several plays that answer a reason and are for the account the one with the higher runs
 * @param holdoutPercent of accounts that are left alone for comparison, of 100; 0 for none
 */
public record Admission(Eligibility eligibility, Frequency frequency, int priority, int holdoutPercent) {

    public static final int USUAL_PRIORITY = 100;

    public static final Admission ANY = new Admission(Eligibility.ANY, Frequency.ANY, USUAL_PRIORITY, 0);
}
