package io.playcaller.ingest.source.in;

import io.playcaller.ingest.source.Environment;
import io.playcaller.ingest.source.Scope;

/** The scopes of a write key as roles, for {@code @RolesAllowed}. No token can have them: they are not {@code groups}. */
public final class KeyRoles {

    public static final String EVENTS = "key:events";
    public static final String REGISTER = "key:register";

    /** Of a key of the test environment: it opens what is rehearsed, and nothing that is live. */
    public static final String TEST_EVENTS = "test-key:events";

    public static final String TEST_REGISTER = "test-key:register";

    private KeyRoles() {}

    static String of(Scope scope, Environment environment) {
        boolean live = environment == Environment.LIVE;
        return switch (scope) {
            case EVENTS -> live ? EVENTS : TEST_EVENTS;
            case REGISTER -> live ? REGISTER : TEST_REGISTER;
        };
    }
}
