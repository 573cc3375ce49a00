package io.playcaller.console.session.in;

import io.playcaller.console.session.SessionSecret;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/** The cookie of a session: not for scripts, not sent from other sites except when a link is followed. */
final class SessionCookie {

    static final String NAME = "playcaller_session";

    private SessionCookie() {}

    static Optional<SessionSecret> of(RoutingContext request) {
        Cookie cookie = request.request().getCookie(NAME);
        return cookie == null || cookie.getValue().isEmpty()
                ? Optional.empty()
                : Optional.of(new SessionSecret(cookie.getValue()));
    }

    static NewCookie set(RoutingContext request, SessionSecret secret, Duration ttl) {
        return cookie(request, secret.text(), (int) ttl.toSeconds());
    }

    static NewCookie cleared(RoutingContext request) {
        return cookie(request, "", 0);
    }

    private static NewCookie cookie(RoutingContext request, String value, int seconds) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(request.request().isSSL()
                        || "https".equals(request.request().scheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
