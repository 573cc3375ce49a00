package io.playcaller.ingest.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose an event is.
 *
 * @param id null when nobody has said it
 * @param said the one that was said; another than {@code id} where that was merged into this one
 */
public record FoundAccount(@Nullable String id, @Nullable String said, AccountBy by) {

    static final FoundAccount UNKNOWN = new FoundAccount(null, null, AccountBy.UNKNOWN);

    static FoundAccount by(AccountBy by, String id) {
        return new FoundAccount(id, id, by);
    }

    /** It goes to that one. */
    FoundAccount following(String end) {
        return new FoundAccount(end, said, by);
    }

    public boolean merged() {
        return !Objects.equals(id, said);
    }
}
