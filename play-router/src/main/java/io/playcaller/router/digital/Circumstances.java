package io.playcaller.router.digital;

import org.jspecify.annotations.Nullable;

/**
 * How things stand around a message at the moment of sending.
 *
 * @param permission what the gate to people of customers says
 * @param runIsOpen whether the run of its play goes on
 * @param colleagueWorks whether one of ours has a task of that run
 * @param sameAccount whether the person is still of the account
 * @param sameTextBefore whether they had the same text lately
 * @param name of the person; null where none is known
 * @param email null where none is known
 * @param bounced whether that address takes no mail
 * @param accountName null where none is known
 */
public record Circumstances(
        Permission permission,
        boolean runIsOpen,
        boolean colleagueWorks,
        boolean sameAccount,
        boolean sameTextBefore,
        @Nullable String name,
        @Nullable String email,
        boolean bounced,
        @Nullable String accountName) {

    /** Of somebody of whom nothing stands here any more. */
    public static Circumstances ofNobody(Permission permission) {
        return new Circumstances(permission, true, false, true, false, null, null, false, null);
    }
}
