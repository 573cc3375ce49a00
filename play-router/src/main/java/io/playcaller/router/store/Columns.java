package io.playcaller.router.store;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Currency;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Values of Java as columns, and columns of a set as the arrays that {@code unnest} takes. */
public final class Columns {

    private Columns() {}

    public static String json(Object value) {
        return new String(WireJson.write(value), StandardCharsets.UTF_8);
    }

    public static <T> T read(String json, Class<T> type) {
        return WireJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    /** Major units: an order for people across currencies until amounts are converted. Zero for none. */
    public static BigDecimal major(@Nullable Money money) {
        return money == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(
                        money.minor(),
                        Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits()));
    }

    /** One column of a set. */
    public static <T, V> V[] of(Collection<T> rows, Function<T, @Nullable V> column, IntFunction<V[]> array) {
        return rows.stream().map(column).toArray(array);
    }
}
