package io.playcaller.router.attention;

/** Whether a person is told something at once. */
public sealed interface Verdict {

    /** Why, for people; kept with the delivery. */
    String because();

    /**
     * At once.
     *
     * @param counted whether it is one of the interruptions of the day
     */
    record AtOnce(boolean counted, String because) implements Verdict {}

    /** With the next digest. */
    record InDigest(String because) implements Verdict {}
}
