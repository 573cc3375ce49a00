package io.playcaller.router.offboard;

import io.playcaller.contracts.register.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account, for those who own it. */
public record OwnedAccount(
        String accountId, @Nullable String name, @Nullable String tier, List<Owner> owners) {}
