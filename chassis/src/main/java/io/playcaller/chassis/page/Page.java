package io.playcaller.chassis.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next hand it back as {@code cursor} for what follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** A list that is whole. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * The first of what was found.
     *
     * @param found one more than {@code limit} says that something follows
     * @param cursor where a page ends whose last item is this one
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursor) {
        return found.size() <= limit
                ? whole(found)
                : new Page<>(
                        found.subList(0, limit),
                        cursor.apply(found.get(limit - 1)).text());
    }

    /** The same part, each item shown otherwise. */
    public <R> Page<R> map(Function<T, R> item) {
        return new Page<>(items.stream().map(item).toList(), next);
    }
}
