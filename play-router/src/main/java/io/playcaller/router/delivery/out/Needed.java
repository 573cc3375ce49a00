package io.playcaller.router.delivery.out;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settings that another one makes necessary: all that are missing are said at once. */
public final class Needed {

    private final String by;
    private final List<String> missing = new ArrayList<>();

    private Needed(String by) {
        this.by = by;
    }

    public static Needed by(String setting) {
        return new Needed(setting);
    }

    public Needed isThere(String setting, Optional<?> value) {
        if (value.isEmpty()) {
            missing.add(setting);
        }
        return this;
    }

    /** @throws IllegalArgumentException naming what is missing */
    public void check() {
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "missing: " + String.join(", ", missing) + "; set what is missing, or take " + by + " away");
        }
    }
}
