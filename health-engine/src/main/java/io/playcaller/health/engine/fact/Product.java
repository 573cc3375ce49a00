package io.playcaller.health.engine.fact;

import org.jspecify.annotations.Nullable;

/**
 * Which product is spoken of, as far as it is one: none yet, one, or several. Joining commutes, so that the order in which
 * facts name products does not matter.
 *
 * @param id empty before any was named, and when there are several
 */
public record Product(String id, boolean several) {

    public static final Product NONE = new Product("", false);
    public static final Product SEVERAL = new Product("", true);

    /** A longer one is not kept: it could not be told whole. */
    private static final int LONGEST = 40;

    /** @param id null or empty when a fact names none */
    public static Product of(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return NONE;
        }
        return id.length() > LONGEST ? SEVERAL : new Product(id, false);
    }

    public Product and(Product other) {
        if (equals(NONE) || equals(other)) {
            return other;
        }
        return other.equals(NONE) ? this : SEVERAL;
    }

    /** Null unless it is exactly one. */
    public @Nullable String only() {
        return id.isEmpty() ? null : id;
    }
}
