package io.playcaller.cli.door;

/** What became of a parcel. */
public sealed interface Outcome {

    /**
     * It is in the log or the register.
     *
     * @param version of a record of the register, which stays the same when nothing changed; 0 for a fact
     */
    record Accepted(long version) implements Outcome {}

    /** It was there already. */
    record Unchanged() implements Outcome {}

    /**
     * The door said no.
     *
     * @param code stable code of the problem
     * @param detail for people
     */
    record Refused(String code, String detail) implements Outcome {}

    Outcome ACCEPTED = new Accepted(0);
    Outcome UNCHANGED = new Unchanged();
}
