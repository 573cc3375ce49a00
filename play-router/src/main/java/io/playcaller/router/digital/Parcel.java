package io.playcaller.router.digital;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message with all that it takes to send it.
 *
 * @param wayOut where its receiver refuses further ones
 */
public record Parcel(
        Outgoing message, String email, @Nullable String name, MessageText text, String wayOut) {

    private static final String SOMEBODY = "there";
    private static final String SOME_COMPANY = "your company";

    /** Written for one person, at the moment of sending. */
    public static Parcel of(Outgoing message, String email, Circumstances around, String wayOut) {
        Map<String, String> values = new HashMap<>();
        values.put(MessageTemplate.NAME, around.name() == null ? SOMEBODY : around.name());
        values.put(MessageTemplate.ACCOUNT, around.accountName() == null ? SOME_COMPANY : around.accountName());
        LocalDate date = message.date();
        values.put(MessageTemplate.DATE, date == null ? "" : date.toString());
        return new Parcel(
                message, email, around.name(), message.message().template().fill(values), wayOut);
    }
}
