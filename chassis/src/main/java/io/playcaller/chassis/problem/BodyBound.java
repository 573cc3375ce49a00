package io.playcaller.chassis.problem;

import io.vertx.core.http.HttpServerRequest;

/**
 * How many bytes the body of a request may have, before anybody has looked at it. A service that knows better brings a bean of
 * its own; never more than {@code quarkus.http.limits.max-body-size}, at which Quarkus itself stops.
 */
public interface BodyBound {

    /** At most {@link Integer#MAX_VALUE} less one. */
    long bytes(HttpServerRequest request);
}
