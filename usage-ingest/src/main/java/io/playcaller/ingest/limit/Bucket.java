package io.playcaller.ingest.limit;

/**
 * A token bucket as one number: when it will be full again. Tokens are counted in the nanoseconds that it takes to earn them,
 * so that a changed rate needs no conversion. (The generic cell rate algorithm, ITU-T I.371, in which this number is the
 * theoretical arrival time.)
 *
 * @param fullAt nanoseconds of any clock that never goes back
 */
public record Bucket(long fullAt) {

    /**
     * Takes tokens for one request, or says how long it has to wait for them. A request that costs more than the bucket holds
     * is admitted when it is full, and leaves it in debt: else it could never be.
     *
     * @param need what the request costs
     * @param lease how much more to take where it is there, for requests to come
     * @param burst what fits into the bucket
     */
    public Taken take(long now, long need, long lease, long burst) {
        long missing = Math.max(0, fullAt - now);
        long wait = missing + Math.min(need, burst) - burst;
        if (wait > 0) {
            return new Taken(this, new Grant.Refused(wait, missing));
        }
        long leased = Math.max(0, Math.min(lease, burst - missing - need));
        long missingThen = missing + need + leased;
        return new Taken(new Bucket(now + missingThen), new Grant.Admitted(leased, missingThen));
    }

    /** The bucket afterwards, and the answer. */
    public record Taken(Bucket bucket, Grant grant) {}
}
