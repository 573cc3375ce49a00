package io.playcaller.ingest.source.in;

import io.playcaller.ingest.source.KeyHolder;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;

/** Who asks, as a source of the log. */
public final class Caller {

    /** The header of an answer to a test key. */
    public static final String ENVIRONMENT = "Playcaller-Environment";

    static final String HOLDER = "playcaller.key-holder";

    private static final String OWN = "playcaller/usage-ingest";

    private Caller() {}

    /** The key's source; people and services write as this service. */
    public static String source(SecurityIdentity identity) {
        return hasKey(identity) ? identity.getPrincipal().getName() : OWN;
    }

    /** Whether a write key was given, and no token. */
    public static boolean hasKey(SecurityIdentity identity) {
        return holder(identity).isPresent();
    }

    /** Whether a key of the test environment was given. */
    public static boolean isTest(SecurityIdentity identity) {
        return holder(identity).filter(KeyHolder::test).isPresent();
    }

    /** Whose write key was given; empty for a token. */
    public static Optional<KeyHolder> holder(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(HOLDER));
    }
}
