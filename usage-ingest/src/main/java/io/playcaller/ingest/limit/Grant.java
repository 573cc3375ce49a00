package io.playcaller.ingest.limit;

/** What a bucket says to a request. All in nanoseconds. */
public sealed interface Grant {

    /** What is missing in the bucket until it is full. */
    long missing();

    /**
     * The request may go on.
     *
     * @param leased tokens for requests to come
     */
    record Admitted(long leased, long missing) implements Grant {}

    /**
     * The request may not go on.
     *
     * @param waitFor when there will be enough, if nobody else takes any
     */
    record Refused(long waitFor, long missing) implements Grant {}
}
