package io.playcaller.chassis.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * An {@code Accept} that is no list of media types counts as none: the framework would fail on it when the work is done and the
 * answer is to be written.
 */
class ReadableAccept {

    @ServerRequestFilter(preMatching = true)
    void passOver(RoutingContext request) {
        if (!isReadable(request.request().getHeader(HttpHeaders.ACCEPT))) {
            request.request().headers().set(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
    }

    private static boolean isReadable(@Nullable String accept) {
        if (accept == null || accept.equals(MediaType.WILDCARD)) {
            return true;
        }
        try {
            MediaTypeHelper.parseHeader(accept);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
