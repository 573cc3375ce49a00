package io.playcaller.ingest.source.in;

import io.playcaller.ingest.source.Scope;

/** The scopes of a write key as roles, for {@code @RolesAllowed}. No token can have them: they are not {@code groups}. */
public final class KeyRoles {

    public static final String EVENTS = "key:events";
    public static final String REGISTER = "key:register";

    private KeyRoles() {}

    static String of(Scope scope) {
        return switch (scope) {
            case EVENTS -> EVENTS;
            case REGISTER -> REGISTER;
        };
    }
}
