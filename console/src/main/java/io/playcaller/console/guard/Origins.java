package io.playcaller.console.guard;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that changes something comes from our own page (OWASP, cross-site request forgery: verifying the
 * origin). Beside it the cookie is {@code SameSite=Lax}.
 *
 * @param own further origins that the page is reached under, such as {@code https://cs.example.com}
 */
public record Origins(Set<String> own) {

    public Origins {
        own = Set.copyOf(own);
    }

    /**
     * Why the request is refused; empty when it is not.
     *
     * @param origin header {@code Origin}
     * @param fetchSite header {@code Sec-Fetch-Site}
     * @param host where the request was sent to, {@code name:port}
     * @param session whether the cookie of a session came along
     */
    public Optional<String> fault(
            @Nullable String origin, @Nullable String fetchSite, @Nullable String host, boolean session) {
        if (origin != null) {
            return own.contains(origin) || hostOf(origin).equals(host)
                    ? Optional.empty()
                    : Optional.of("comes from " + origin);
        }
        if (fetchSite != null) {
            return "same-origin".equals(fetchSite) || "none".equals(fetchSite)
                    ? Optional.empty()
                    : Optional.of("comes from another site");
        }
        return session ? Optional.of("says nothing of where it comes from") : Optional.empty();
    }

    /** An origin's host and port; empty for an opaque one. */
    private static String hostOf(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
