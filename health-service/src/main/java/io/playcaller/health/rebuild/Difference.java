package io.playcaller.health.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account that the log makes otherwise than it stands.
 *
 * @param reason code of a {@link DifferenceReason}
 * @param fields everything that differs
 */
public record Difference(String accountId, int partition, String reason, List<Field> fields) {

    /** One thing that differs, in words. */
    public record Field(
            String name, @Nullable String running, @Nullable String rebuilt) {}

    public Difference {
        fields = List.copyOf(fields);
    }
}
