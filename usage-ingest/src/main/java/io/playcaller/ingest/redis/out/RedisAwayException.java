package io.playcaller.ingest.redis.out;

/** Redis failed a moment ago and is not asked. */
final class RedisAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RedisAwayException() {
        super("Redis is left alone for a moment", null, false, false);
    }
}
