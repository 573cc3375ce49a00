package io.playcaller.cli.door;

/** What became of a parcel. */
public sealed interface Outcome {

    /** It is in the log or the register. */
    record Accepted() implements Outcome {}

    /** It was there already. */
    record Unchanged() implements Outcome {}

    /**
     * The door said no.
     *
     * @param code stable code of the problem
     * @param detail for people
     */
    record Refused(String code, String detail) implements Outcome {}

    Outcome ACCEPTED = new Accepted();
    Outcome UNCHANGED = new Unchanged();
}
