package io.playcaller.forecast.meeting;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of accounts, and whose they are. */
public record Faces(Map<String, String> names, Map<String, String> owners) {

    public Faces {
        names = Map.copyOf(names);
        owners = Map.copyOf(owners);
    }

    /** Its name, else its id. */
    public String name(@Nullable String accountId) {
        return accountId == null ? "" : names.getOrDefault(accountId, accountId);
    }

    /** Staff id of its CSM; null where nobody is. */
    public @Nullable String owner(@Nullable String accountId) {
        return accountId == null ? null : owners.get(accountId);
    }
}
