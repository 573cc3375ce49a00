package io.playcaller.contracts.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who of our people holds a role on an account.
 *
 * @param role key of the role, such as {@code csm} or {@code account-manager}
 * @param staffId key in the directory of play-router
 */
public record Owner(
        String role,
        String staffId,
        LocalDate from,
        @Nullable LocalDate until) {}
