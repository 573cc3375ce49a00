package io.playcaller.health.fold;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of the log as it came, kept at hand for the case that it cannot be used. */
public interface Original {

    @Nullable
    String key();

    byte[] value();

    /** Headers as text, by name. */
    Map<String, String> headers();
}
