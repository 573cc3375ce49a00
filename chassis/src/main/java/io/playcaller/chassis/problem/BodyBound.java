package io.playcaller.chassis.problem;

import io.vertx.ext.web.RoutingContext;

/**
 * How many bytes the body of a request may have, before anybody has looked at it. A service that knows better brings a bean of
 * its own; never more than {@code quarkus.http.limits.max-body-size}, at which Quarkus itself stops.
 */
public interface BodyBound {

    /** As it comes, compressed or not; of what is not streamed at most {@link Integer#MAX_VALUE} less one. */
    long bytes(RoutingContext request);

    /**
     * Whether the body is never held whole: its resource reads it as a stream, and is the one to bound a body that does not
     * say how large it is.
     */
    default boolean streamed(RoutingContext request) {
        return false;
    }

    /**
     * Asked while a body is read that does not say how large it is, as it grows: whether so many bytes of it may be held. What is
     * allowed is held until the request ends.
     *
     * @param bytes that were read so far
     * @throws ProblemException when there is no room for them
     */
    default void grown(RoutingContext request, long bytes) {}
}
